// SPDX-License-Identifier: Apache-2.0
#include "disclosure/grid_indent.hpp"

#include <budget/base/text.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace budget::inline v1::detail {
namespace {

constexpr double most_off = 0.2;  // of a character, from whole ones
constexpr double deepest = 12;    // characters: more is an alignment, not a depth

/// An ideographic blank is a step, as are two others.
int by_blanks(std::string_view text) {
  int ideographic = 0, others = 0;
  for (const char32_t code : CodePoints(text)) {
    if (code == 0x3000)
      ++ideographic;
    else if (code == ' ' || code == 0xA0 || code == '\t')
      ++others;
    else
      break;
  }
  return ideographic + others / 2;
}

/// The cell of a row's first name that begins in it, or null.
const GridCell* name_cell(const GridRow& row, const GridPlan& plan) {
  for (std::size_t c = 0; c < plan.physical.size(); ++c) {
    if (plan.columns.columns[c].role != ColumnRole::name) continue;
    const GridCell* cell = row.cells[static_cast<std::size_t>(plan.physical[c].front())];
    return cell == nullptr || cell->row != row.row || cell->text.empty() ? nullptr : cell;
  }
  return nullptr;
}

/// Depths by where names begin: whole characters from the leftmost. One name of which that is not known
/// leaves all open, but for totals, which are set in the middle.
std::optional<std::vector<int>> by_places(const std::vector<const GridCell*>& names,
                                          const Vocabulary& vocabulary) {
  std::optional<double> least;
  for (const GridCell* name : names) {
    if (name == nullptr) continue;
    if (name->inset)
      least = std::min(least.value_or(*name->inset), *name->inset);
    else if (vocabulary.row(name->line()).rank != RowRank::total)
      return std::nullopt;
  }
  if (!least) return std::nullopt;
  std::vector<int> depths;
  for (const GridCell* name : names) {
    const double depth = name != nullptr && name->inset ? *name->inset - *least : 0;
    if (std::abs(depth - std::round(depth)) > most_off || depth > deepest) return std::nullopt;
    depths.push_back(static_cast<int>(std::lround(depth)));
  }
  return depths;
}

}  // namespace

std::vector<int> row_indents(const std::vector<GridRow>& rows, std::size_t length,
                             const GridPlan& plan, const Vocabulary& vocabulary) {
  std::vector<int> indents(rows.size());
  if (plan.columns.sides.size() != 1) return indents;
  std::vector<const GridCell*> names(rows.size());
  for (std::size_t r = length; r < rows.size(); ++r) names[r] = name_cell(rows[r], plan);
  for (std::size_t r = length; r < rows.size(); ++r)
    if (names[r] != nullptr) indents[r] = by_blanks(names[r]->text);
  if (std::ranges::any_of(indents, [](int indent) { return indent > 0; })) return indents;
  return by_places(names, vocabulary).value_or(indents);
}

}  // namespace budget::inline v1::detail
