// SPDX-License-Identifier: Apache-2.0
// The amounts of a project's description: a whole, where one is told, and the parts that make it up.
#pragma once

#include <budget/amount/ratio.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::targets {

/// Amounts of money in 元. Parts are there only where the words list them as all there is.
struct Description {
  std::optional<Ratio> whole;
  std::vector<Ratio> parts;
  Ratio unit = Ratio(10000);  ///< that the text prints them in
};

/// 运行费163.6万元：包括…80.6万元，以及…78万元、…5万元 and 1.专线租用费57.15万元 2.…34万元 3.…. What
/// stands in brackets is left out; amounts of investment are none of the project's money.
[[nodiscard]] Description describe_amounts(std::string_view text);

}  // namespace budget::inline v1::detail::targets
