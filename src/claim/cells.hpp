// SPDX-License-Identifier: Apache-2.0
// What the cells of tables are of, so that a sentence finds the cells that say the same.
#pragma once

#include <budget/claim/claim_words.hpp>
#include <budget/disclosure/disclosure.hpp>

#include <map>
#include <string>
#include <vector>

namespace budget::inline v1::detail::claims {

/// A cell and what it is of.
struct MeantCell {
  CellRef cell;
  Quantity quantity;
};

/// The cells of a disclosure's tables by what they are of.
class MeantCells {
 public:
  MeantCells(const Dossier&, int disclosure, const ClaimWords&);
  /// The cells that a quantity may be printed in, those that say most of it first. What the quantity
  /// leaves open is the whole: all funds, no single nature or item.
  [[nodiscard]] std::vector<CellRef> find(const Quantity&) const;

 private:
  void add_table(const Table&, int disclosure, int index, const ClaimWords&, bool final_account);

  std::map<std::string, std::vector<MeantCell>> by_subject_;  // the last name of the path
};

/// A quantity's period where the document's own is said in other words: 年初预算 of a budget, 决算 of a
/// final account.
[[nodiscard]] std::string own_period(const std::string& period, bool final_account);

}  // namespace budget::inline v1::detail::claims
