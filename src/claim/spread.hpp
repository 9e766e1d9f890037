// SPDX-License-Identifier: Apache-2.0
// Words that several figures share: 货物、工程、服务分别为30万元、50万元和10万元. Private to claim.
#pragma once

#include <budget/claim/claim.hpp>
#include <budget/disclosure/narrative.hpp>

#include "claim/phrase.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::claims {

/// Figures of one kind, one behind the other, of which the words before the first say 分别.
struct Spread {
  /// What the figures are of.
  enum class Of : std::uint8_t {
    names,    ///< what the words name, one each
    amounts,  ///< as many amounts told before: 分别占40%和60%
    unknown,  ///< names that cannot be told apart
  };

  std::size_t first = 0;           // index of the figure
  std::vector<std::string> words;  // one a figure
  Of of = Of::unknown;

  [[nodiscard]] bool holds(std::size_t figure) const {
    return figure >= first && figure - first < words.size();
  }
  /// Of 分别占40%和60%: makes a claim one of the amount that stands where its figure does, of as many told
  /// just before in its passage as there are figures.
  void put_amount(Claim&, std::size_t figure, std::span<const Claim> before) const;
};

/// The figures that share the clause before figure `first`; nothing where it is of that one only.
[[nodiscard]] std::optional<Spread> spread_at(const Narrative&, std::size_t first,
                                              std::string_view clause, const PhraseReader&);

}  // namespace budget::inline v1::detail::claims
