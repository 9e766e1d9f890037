// SPDX-License-Identifier: Apache-2.0
// Told: the claims of one disclosure as they are looked up when obligations are made of them: which
// amounts stand before a rate, what is part of what, which cell a figure was found to restate.
#pragma once

#include <budget/claim/claim.hpp>
#include <budget/obligation/obligation.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::claims {

/// Ways to understand one claim, the likeliest first.
using Alternatives = std::vector<Obligation>;

/// How far claims are looked for around another.
inline constexpr int nearby = 64;  // claims

/// Whether the products and quotients of a number with others like it stay within 128 bits.
[[nodiscard]] bool is_short(const Figure&);

class Told {
 public:
  Told(const Dossier& dossier, const ClaimWords& words, const std::vector<Claim>& claims)
      : dossier_(dossier), words_(words), claims_(claims), agreed_(claims.size()) {}

  [[nodiscard]] int size() const noexcept { return static_cast<int>(claims_.size()); }
  [[nodiscard]] const Claim& claim(int index) const {
    return claims_[static_cast<std::size_t>(index)];
  }
  /// The words of a claim with its figure.
  [[nodiscard]] std::string_view text_of(const Claim& claim) const {
    return std::string_view(narrative().passages[static_cast<std::size_t>(claim.passage)].text)
        .substr(claim.begin, claim.end - claim.begin);
  }
  /// What a section tells of a quantity: the heading and the quantity, for looking up.
  [[nodiscard]] std::pair<int, std::string> telling(const Claim& claim,
                                                    const QuantityName& quantity) const {
    return {heading_of(narrative(), claim.passage), to_string(quantity)};
  }
  [[nodiscard]] const Dossier& dossier() const noexcept { return dossier_; }
  [[nodiscard]] const ClaimWords& words() const noexcept { return words_; }
  [[nodiscard]] const Narrative& narrative() const { return dossier_.current().narrative; }
  [[nodiscard]] CellRef said(int index) const { return {0, in_narrative, claim(index).figure, 0}; }
  [[nodiscard]] const Figure& figure(const CellRef& cell) const {
    return at(dossier_, cell).figure;
  }

  /// An obligation of a claim without its sides.
  [[nodiscard]] Obligation blank(int index, ObligationKind) const;
  /// One that says why nothing is demanded of a claim.
  [[nodiscard]] Obligation undecided(int index) const;
  /// The first way that holds; past the last if none does.
  [[nodiscard]] std::size_t first_to_hold(const Alternatives&) const;
  /// The first way that holds, else the first; undecided without any.
  [[nodiscard]] Obligation first_of(int index, Alternatives) const;

  /// The cells that print an amount of the text: itself, and the table's where it says the same.
  [[nodiscard]] std::vector<CellRef> printed(int index) const;
  /// Amounts of the document's own year that a rate may be of, the likeliest first.
  [[nodiscard]] std::vector<int> amounts_before(int index) const;
  /// Amounts of the document's own year that passages above tell in a claim's section.
  [[nodiscard]] std::vector<int> amounts_above(int index) const;
  /// The last amount before a claim in its passage that is of another year or stage; −1 none.
  [[nodiscard]] int other_period(int index, std::string_view period = {}) const;
  /// The claim of a part that follows its whole; −1 none.
  [[nodiscard]] int part_of(int whole, Slot, std::string_view value) const;
  /// What is said of the change of an amount: its term, none where it is held; nothing if not said.
  [[nodiscard]] std::optional<std::vector<Term>> change_of(int amount) const;
  /// The change of an amount against its budget that its passage tells; −1 none.
  [[nodiscard]] int change_from_budget(int amount) const;
  /// Headings below which an amount stands that is of nobody knows what.
  [[nodiscard]] std::set<int> headings_with_unknown() const;
  /// The last amount told of a quantity so far; −1 none.
  [[nodiscard]] int last_of(const QuantityName&) const;

  /// The amounts that words before a claim can name: the last that says the same and more, the last of
  /// just that, and of that on a side; else of the same without its extent.
  [[nodiscard]] std::vector<int> amounts_that_fit(QuantityName, const std::string& side,
                                                  int index) const;

  /// An amount restates a cell.
  void agree(int index, const CellRef& cell) { agreed_[static_cast<std::size_t>(index)] = cell; }
  /// An amount was told. One whose words are not known has the quantity of what stands around it.
  void tell(int index) {
    if (claim(index).understood) last_of_[to_string(claim(index).quantity)] = index;
  }

 private:
  /// Whether an amount of another year may be what a claim is against: 比上年73.00万元, or （上年73.00万元）, is what the amount
  /// before it is compared with, and no other.
  [[nodiscard]] bool may_be_against(int index, int earlier) const;

  const Dossier& dossier_;
  const ClaimWords& words_;
  const std::vector<Claim>& claims_;
  std::vector<std::optional<CellRef>> agreed_;
  std::map<std::string, int> last_of_;
};

}  // namespace budget::inline v1::detail::claims
