// SPDX-License-Identifier: Apache-2.0
// What text between two figures says of the amount before it without a figure: 与上年持平, 决算数小于预算数.
// Private to claim.
#pragma once

#include "claim/phrase.hpp"

#include <optional>
#include <string_view>

namespace budget::inline v1::detail::claims {

/// Bytes of a text, and what is said there.
struct SaidInWords {
  std::size_t begin = 0, end = 0;
  int sign = 1;  ///< of what is compared: −1 for less
};

/// Whether a clause names another year or stage: 与上年, 比2023年预算.
[[nodiscard]] bool names_other_period(std::string_view clause, const PhraseReader&,
                                      const ClaimWords&);

/// 与上年相比: whether a text says how something changed, whatever explained what was said before.
[[nodiscard]] bool compares_anew(std::string_view text, const PhraseReader&, const ClaimWords&);

/// 收入支出总体与上年相比，增加: what a change is of, where the clause that compares it names that.
[[nodiscard]] Phrase with_compared(Phrase change, std::string_view before, const PhraseReader&);

/// 与上年持平: the clause that says so.
[[nodiscard]] std::optional<SaidInWords> said_held(std::string_view text, const PhraseReader&,
                                                   const ClaimWords&);

/// 决算数小于预算数: the words that say so.
[[nodiscard]] std::optional<SaidInWords> said_compared(std::string_view text, const ClaimWords&);

}  // namespace budget::inline v1::detail::claims
