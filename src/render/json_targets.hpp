// SPDX-License-Identifier: Apache-2.0
// Tables of performance targets as JSON.
#pragma once

#include <budget/disclosure/target_table.hpp>

#include <nlohmann/json.hpp>

namespace budget::inline v1::detail {

/// One table of targets.
[[nodiscard]] nlohmann::ordered_json target_json(const TargetTable&);

}  // namespace budget::inline v1::detail
