// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>

#include "disclosure/rows.hpp"

#include <optional>
#include <set>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t widest = 24;  // code points

/// The columns with words (neither names nor codes) that stand side by side, first and one past last.
std::pair<std::size_t, std::size_t> word_run(const ColumnPlan& plan) {
  std::size_t first = 0;
  while (first < plan.columns.size() && plan.columns[first].role != ColumnRole::text) ++first;
  std::size_t last = first;
  while (last < plan.columns.size() && plan.columns[last].role == ColumnRole::text) ++last;
  return {first, last};
}

std::vector<std::string> filled(const RawRow& row, std::size_t first, std::size_t last) {
  std::vector<std::string> texts;
  for (std::size_t c = first; c < last; ++c)
    if (!row.cells[c].text.empty()) texts.push_back(row.cells[c].text);
  return texts;
}

/// The first `count` code points.
std::string_view front(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end += code_point_at(text, end).length;
  return text.substr(0, end);
}

/// The tokens cut into exactly `count` cells of at most `width`; nothing where that does not come out.
std::optional<std::vector<std::string>> cut_at(const std::vector<std::string>& tokens,
                                               std::size_t width, std::size_t count) {
  std::vector<std::string> cells;
  for (const std::string& token : tokens) {
    for (std::string_view rest = token; !rest.empty();) {
      const std::string_view cell = front(rest, width);
      cells.emplace_back(cell);
      rest.remove_prefix(cell.size());
    }
  }
  return cells.size() == count ? std::optional(std::move(cells)) : std::nullopt;
}

}  // namespace

void split_clipped_cells(std::vector<RawRow>& rows, const ColumnPlan& plan) {
  const auto [first, last] = word_run(plan);
  const std::size_t count = last - first;
  if (count < 2) return;
  std::vector<RawRow*> clipped;
  bool short_of_cells = false;
  for (RawRow& row : rows) {
    const std::size_t cells = filled(row, first, last).size();
    if (cells > 0) clipped.push_back(&row);
    short_of_cells = short_of_cells || (cells > 0 && cells < count);
  }
  if (!short_of_cells) return;

  std::vector<std::vector<std::string>> best;
  std::size_t fewest = 0;
  for (std::size_t width = 2; width <= widest; ++width) {
    std::vector<std::vector<std::string>> cells;
    std::set<std::string> distinct;
    for (const RawRow* row : clipped) {
      auto cut = cut_at(filled(*row, first, last), width, count);
      if (!cut) break;
      distinct.insert(cut->begin(), cut->end());
      cells.push_back(*std::move(cut));
    }
    if (cells.size() != clipped.size()) continue;
    if (best.empty() || distinct.size() < fewest) {
      fewest = distinct.size();
      best = std::move(cells);
    }
  }
  for (std::size_t r = 0; r < best.size(); ++r) {
    RawRow& row = *clipped[r];
    const RawCell start = row.cells[first];
    for (std::size_t c = 0; c < count; ++c)
      row.cells[first + c] = {best[r][c], start.line, start.column};
  }
}

}  // namespace budget::inline v1::detail
