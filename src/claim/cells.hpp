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
  QuantityName quantity;
};

/// The cells of a disclosure's tables by what they are of, beside them those of the documents at hand
/// that print its earlier year or its budget.
class MeantCells {
 public:
  MeantCells(const Dossier&, int disclosure, const ClaimWords&);
  /// The cells that a quantity may be printed in, those that say most of it first. What the quantity
  /// leaves open is the whole: all funds, no single nature or item.
  [[nodiscard]] std::vector<CellRef> find(const QuantityName&) const;

 private:
  struct Source {
    int disclosure = 0;
    bool final_account = false;
    std::string period;  ///< that its own amounts are of, as the disclosure asked about sees it
  };
  /// A cell that fits, and its place among those that do.
  struct Fit {
    int rank = 0;
    const MeantCell* cell = nullptr;
  };
  [[nodiscard]] std::vector<Fit> fitting(const QuantityName&) const;
  void add_table(const Table&, int index, const ClaimWords&, const Source&);

  std::map<std::string, std::vector<MeantCell>> by_subject_;  // the last name of the path
};

/// A quantity's period where the document's own is said in other words: 年初预算 of a budget, 决算 of a
/// final account. What was carried out of the year before (上年执行) is that year's final account.
[[nodiscard]] std::string own_period(const std::string& period, bool final_account);

}  // namespace budget::inline v1::detail::claims
