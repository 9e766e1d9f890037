// SPDX-License-Identifier: Apache-2.0
// What was told last of a quantity, looking back from the end of the claims so far. Private to claim.
#pragma once

#include <budget/claim/claim.hpp>

#include "claim/phrase.hpp"

#include <span>
#include <string_view>

namespace budget::inline v1::detail::claims {

/// Of an amount that fits a quantity and the wholes that it is part of, the outermost that fits too: by
/// 支出 the whole of a list is meant.
[[nodiscard]] int whole_that_fits(std::span<const Claim> claims, int amount, const QuantityName&);

/// The last amount of the document's own year, not far back, that fits a quantity; −1 none.
[[nodiscard]] int told_last(std::span<const Claim> claims, const QuantityName&);

/// Whether the words of a change, or of the change before it that it restates, name the very item that it
/// is of.
[[nodiscard]] bool names_changed(std::span<const Claim> before, const Claim& change, const Phrase&);

/// The amount that a share is of by the name `words` before it: told in its passage by that name, or the
/// last; −1 none.
[[nodiscard]] int told_part(const Narrative&, std::span<const Claim> before, const Claim& share,
                            const Phrase& named, std::string_view words);

/// 公务用车运行费年初预算78.00万元，支出决算62.00万元: whether an amount that names nothing is of what the budget
/// before it is of. `before`: the text since that.
[[nodiscard]] bool is_behind_budget(std::span<const Claim> claims, const Claim& amount,
                                    const Phrase&, std::string_view before);

/// 2023年度支出20.12万元，其中: whether the last claim of a passage is an amount of the year before.
[[nodiscard]] bool ends_in_year_before(std::span<const Claim> claims, int passage);

}  // namespace budget::inline v1::detail::claims
