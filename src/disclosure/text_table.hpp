// SPDX-License-Identifier: Apache-2.0
// One section of a text → one table.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/document/document.hpp>

#include "disclosure/rows.hpp"
#include "disclosure/sections.hpp"

#include <vector>

namespace budget::inline v1::detail {

/// A table with the lines of its section that could not be placed. `understood` is false where the
/// header makes no sense: then the table has no columns and not_read holds every line with figures.
struct TextTable {
  Table table;
  std::vector<NotRead> not_read;
  bool understood = false;
};

/// A table with what its caption tells: kind, title, number, unit, place.
[[nodiscard]] TextTable begin_table(const Section&, const Document&);

/// Makes rows under a plan's columns the rows of a table: figures, labels, precision, tree.
void finish_table(TextTable& result, ColumnPlan plan, RawRows rows, const Document&,
                  const Vocabulary&);

/// Reads a section whose table is lines of text.
[[nodiscard]] TextTable read_text_table(const Section&, const Document&, const Vocabulary&);

}  // namespace budget::inline v1::detail
