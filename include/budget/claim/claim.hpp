// SPDX-License-Identifier: Apache-2.0
// Claim: what one figure of the narrative says: an amount, its share, its change against another
// year. Every claim keeps the span of text that it came from, and says which cells print the same.
#pragma once

#include <budget/claim/claim_words.hpp>
#include <budget/disclosure/disclosure.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

enum class ClaimKind : std::uint8_t {
  amount,      ///< 基本支出 1,585.27万元
  share,       ///< 占 48.09%
  change,      ///< 比上年增加 90.60万元
  growth,      ///< 增长 2.83%
  completion,  ///< 完成年初预算的 98.20%
  held,        ///< 与上年持平
  compared,    ///< 决算数小于预算数, without a figure
  count,       ///< 13个
  points,      ///< 提高 1.2个百分点
  multiple,    ///< 是上年的 1.5倍
  other,       ///< a figure whose words are not understood
};
[[nodiscard]] std::string_view to_string(ClaimKind) noexcept;

/// Why no cell and no other claim is bound.
enum class Unbound : std::uint8_t {
  none,
  not_understood,  ///< words before the figure are not known
  in_reason,       ///< stands in the reason that is given for something else
  other_period,    ///< of a year or stage that no document at hand prints
  no_cell,         ///< no cell prints this quantity
  no_base,         ///< what it is a part or a change of is not said
};
[[nodiscard]] std::string_view to_string(Unbound) noexcept;

/// What one figure says, or a word of a comparison without figure.
struct Claim {
  std::string id;  ///< "c1", "c2", … in reading order
  ClaimKind kind = ClaimKind::other;
  int passage = 0;                  ///< index of the passage
  std::size_t begin = 0, end = 0;   ///< bytes of the passage's text: the clause with its figure
  int figure = -1;                  ///< row of the narrative's table; −1: none
  int sign = 1;                     ///< −1 where it says less
  bool multiple_of_growth = false;  ///< of a multiple: 增长0.5倍, not 是1.5倍
  bool names = false;      ///< its own words name a quantity or say what the figure is of it
  QuantityName quantity;   ///< what it is of, scope and headings included
  bool understood = true;  ///< no unknown word names it
  bool in_reason = false;
  int whole = -1;  ///< index of the claim of the amount that this one is part of (其中); −1: none
  int about = -1;  ///< of a share, change …: the claim of the amount that it is of; −1: none
  bool about_named = false;  ///< of a change: its words name the item that it is of
  std::optional<QuantityName>
      base;                    ///< what a share is of or a change is against, where that is named
  std::vector<CellRef> cells;  ///< that print its quantity, the likeliest first
  std::vector<CellRef> base_cells;  ///< that print its base
  std::optional<int> year;          ///< that its own words name
  /// Of an amount that is of the year before by its number alone: the cells that print the same
  /// quantity of the document's own year.
  std::vector<CellRef> own_cells;
  Unbound unbound = Unbound::none;
};

/// The claims of one disclosure of a dossier, in reading order. Linear in the length of the text.
[[nodiscard]] std::vector<Claim> read_claims(const Dossier&, const ClaimWords&, int disclosure = 0);

}  // namespace budget::inline v1
