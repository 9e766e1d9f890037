// SPDX-License-Identifier: Apache-2.0
// References of a rule resolved to tables, rows and columns of a dossier.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/rule/syntax.hpp>
#include <budget/subject/catalog.hpp>

#include <optional>
#include <string>
#include <vector>

#include "rule/locate.hpp"

namespace budget::inline v1::detail::rules {

/// A table of a dossier.
struct TableRef {
  int disclosure = 0;
  int table = 0;
  friend bool operator==(const TableRef&, const TableRef&) = default;
};

/// The row at hand.
struct RowRef {
  TableRef table;
  int side = 0;
  int row = 0;
};

/// Where a statement is being bound: the table that it opens with, and the row at hand.
struct Scope {
  const Dossier* dossier = nullptr;
  TableRef table;
  std::string side;  ///< side that the statement opens with
  std::optional<RowRef> row;
  RowIndex* index = nullptr;         ///< of the dossier
  const Catalog* catalog = nullptr;  ///< of functional subjects; null where none is known
  std::optional<int> unit;  ///< the index of the unit's disclosure that 单位 means at the moment
};

const Table& table_of(const Dossier&, const TableRef&);

/// The indices of the disclosures that a name means, several of units only; none where the dossier does
/// not hold any.
std::vector<int> disclosures_named(const Dossier&, DisclosureName);

/// The tables of a kind in a disclosure, in the order of the document.
std::vector<TableRef> tables_of_kind(const Dossier&, int disclosure, TableKind);

/// The table that a reference names; nothing where there is none, or several.
std::optional<TableRef> table_meant(const Reference&, const Scope&);

/// A reference resolved: rows on one side of one table and a column, or why not.
struct Resolved {
  TableRef table;  ///< also where a row is missing
  int side = 0;
  std::vector<int> rows;
  std::optional<int> column;  ///< nothing: left to the statement
  Undecided trouble = Undecided::none;
  std::string about;  ///< the name that is missing or ambiguous

  bool ok() const { return trouble == Undecided::none; }
};

/// Resolves a reference. Where several sides carry its names they must leave one.
Resolved resolve(const Reference&, const Scope&);

/// Of the rows of a reference, those whose names stand in no row of another one.
std::vector<int> unlisted_rows(const Resolved& rows, const Resolved& among, const Dossier&);

}  // namespace budget::inline v1::detail::rules
