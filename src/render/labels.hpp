// SPDX-License-Identifier: Apache-2.0
// Short names for the figures of one statement: what all share is said once, the rest beside each.
// Private to render.
#pragma once

#include <budget/audit/report.hpp>
#include <budget/base/language.hpp>

#include <string>

namespace budget::inline v1::detail {

/// How the figures of a statement are told apart.
class Labels {
 public:
  Labels(const Obligation&, const Dossier&, Language);

  /// What this figure does not share with the others: 基本支出, or 《支出总表》财政事务·合计.
  [[nodiscard]] std::string label(const CellRef&) const;
  /// What all figures share: table, row and line, or table and column.
  [[nodiscard]] std::string common() const;
  /// The same as a place; without a table where the figures stand in several.
  [[nodiscard]] FindingPlace shared() const;

 private:
  const Dossier& dossier_;
  Language language_;
  CellRef first_;
  bool any_ = false;
  bool one_table_ = true, one_row_ = true, one_column_ = true;
};

/// The row's name on the side of the cell's column, its code where it has no name.
[[nodiscard]] std::string row_name(const Dossier&, const CellRef&);
/// The column's header, levels joined by "/".
[[nodiscard]] std::string column_name(const Dossier&, const CellRef&);

/// A line that stands in no row: where, what it says, why not.
[[nodiscard]] std::string unplaced(const NotRead&, Language);
/// A figure of a disclosure of the dossier that was corrected: where, what was read, what stands now,
/// why and by whom.
[[nodiscard]] std::string corrected_line(const AppliedCorrection&, const Dossier&, int disclosure,
                                         Language);
/// What a part that is not yet read is: its kind, with the title of a table.
[[nodiscard]] std::string region_name(const Region&, Language);

/// An amount in 元 as an amount in `unit`; unchanged where amounts are not in 元.
[[nodiscard]] Decimal in_unit(const Decimal& amount, Unit unit, bool in_yuan);

/// As arithmetic(), each figure with its label before it.
[[nodiscard]] std::string labelled_arithmetic(const Obligation&, const Outcome&, const Dossier&,
                                              Language);

/// The sum of the side that is stated, with its unit, where the other side is blank.
[[nodiscard]] std::string stated_sum(const Obligation&, const Dossier&, Language);

/// How many addends a statement has, in digits.
[[nodiscard]] std::string count_addends(const Obligation&, const Dossier&);

}  // namespace budget::inline v1::detail
