// SPDX-License-Identifier: Apache-2.0
// How trees are built from rows in any order: by codes, by named parents, by parent rows, by levels.
#pragma once

#include <budget/base/order.hpp>
#include <budget/base/text.hpp>
#include <budget/base/text_column.hpp>
#include <budget/subject/tree_from_codes.hpp>
#include <budget/subject/tree_rows.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// By the parent that each row names, "" for none: by its code, or by its name where the rows have no
/// codes. Siblings stand in the order of rows. Throws TreeError. O(n log n).
[[nodiscard]] inline SubjectTree tree_from_parents(TreeRows rows, const TextColumn& parents);

/// By the row (from 0) that each row is part of, −1 for none; `total` is the row that states the
/// total of all, −1 without. Siblings stand in the order of rows. Throws TreeError. O(n).
[[nodiscard]] inline SubjectTree tree_from_parent_rows(TreeRows rows,
                                                       std::span<const std::int32_t> parents,
                                                       std::int32_t total = -1);

/// By indentation, 1 the outermost, 0 the total: a row is part of the nearest one before it that is
/// one level less deep. Throws TreeError where a level is skipped. O(n).
[[nodiscard]] inline SubjectTree tree_from_levels(TreeRows rows,
                                                  std::span<const std::int32_t> levels);

// ---- details ----

inline SubjectTree tree_from_parent_rows(TreeRows rows, std::span<const std::int32_t> parents,
                                         std::int32_t total) {
  using detail::as_index;
  detail::check_rows(rows);
  const std::size_t count = rows.size();
  detail::check_length(count, parents.size(), "parents");
  const auto text = [&](std::size_t row) {
    const auto code = detail::entry(rows.codes, static_cast<std::int32_t>(row));
    return code.empty() ? detail::entry(rows.names, static_cast<std::int32_t>(row)) : code;
  };
  const auto above = [&](std::size_t row) {
    return parents[row] < 0 || parents[row] == total ? count : as_index(parents[row]);
  };
  // Counting sort by parent keeps siblings in the order of rows; roots count as parts of a row
  // behind the last.
  std::vector<std::int32_t> first(count + 2);
  for (std::size_t row = 0; row < count; ++row) {
    if (parents[row] < -1 || parents[row] >= static_cast<std::int32_t>(count))
      detail::raise_tree("subject.tree.parent", row, text(row), "上级行不存在",
                         "its parent is no row");
    if (static_cast<std::int32_t>(row) != total) ++first[above(row) + 1];
  }
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  std::vector<std::int32_t> parts(count);
  std::vector<std::int32_t> next(first.begin(), first.end() - 1);
  for (std::size_t row = 0; row < count; ++row) {
    if (static_cast<std::int32_t>(row) != total)
      parts[as_index(next[above(row)]++)] = static_cast<std::int32_t>(row);
  }

  detail::TreeShape shape;
  shape.reserve(count + 1);
  shape.set_row(0, total);
  struct Waiting {
    std::int32_t row, level;
  };
  std::vector<Waiting> waiting;  // no recursion: a tree may be as deep as it has rows
  std::vector<char> reached(count);
  const auto wait = [&](std::size_t row, std::int32_t level) {
    for (std::int32_t i = first[row + 1]; i > first[row]; --i)
      waiting.push_back({parts[as_index(i - 1)], level});
  };
  wait(count, 1);
  if (total >= 0) reached[as_index(total)] = 1;
  while (!waiting.empty()) {
    const Waiting now = waiting.back();
    waiting.pop_back();
    reached[as_index(now.row)] = 1;
    shape.add(now.level, now.row);
    wait(as_index(now.row), now.level + 1);
  }
  for (std::size_t row = 0; row < count; ++row) {
    if (reached[row] == 0)
      detail::raise_tree("subject.tree.cycle", row, text(row), "上级链成环",
                         "is, over its parents, above itself");
  }
  return detail::finish_tree(std::move(shape), std::move(rows));
}

inline SubjectTree tree_from_parents(TreeRows rows, const TextColumn& parents) {
  detail::check_rows(rows);
  detail::check_length(rows.size(), parents.size(), "parents");
  const TextColumn& ids = rows.codes.empty() ? rows.names : rows.codes;
  const auto id = [&](std::size_t row) { return detail::strip_blanks(ids[row]); };
  const auto by_id =
      detail::ordered(ids.size(), [&](std::size_t a, std::size_t b) { return id(a) < id(b); });
  std::vector<std::int32_t> parent_rows(parents.size(), -1);
  for (std::size_t row = 0; row < parents.size(); ++row) {
    const std::string_view wanted = detail::strip_blanks(parents[row]);
    if (wanted.empty()) continue;
    const std::size_t found =
        detail::count_leading(by_id.size(), [&](std::size_t i) { return id(by_id[i]) < wanted; });
    if (found == by_id.size() || id(by_id[found]) != wanted)
      detail::raise_tree("subject.tree.parent", row, wanted, "没有这样的上级行",
                         "no row is called so, and it should be the parent");
    if (found + 1 < by_id.size() && id(by_id[found + 1]) == wanted)
      detail::raise_twice(by_id[found], by_id[found + 1], wanted, true);
    parent_rows[row] = static_cast<std::int32_t>(by_id[found]);
  }
  return tree_from_parent_rows(std::move(rows), parent_rows);
}

inline SubjectTree tree_from_levels(TreeRows rows, std::span<const std::int32_t> levels) {
  detail::check_rows(rows);
  detail::check_length(rows.size(), levels.size(), "levels");
  detail::TreeShape shape;
  shape.reserve(levels.size() + 1);
  std::int32_t before = 0;
  bool total = false;
  for (std::size_t row = 0; row < levels.size(); ++row) {
    const std::int32_t level = levels[row];
    if (level < 0 || level > before + 1 || (level == 0 && (total || row > 0)))
      detail::raise_tree("subject.tree.level", row,
                         detail::entry(rows.names, static_cast<std::int32_t>(row)),
                         "层级没有上级行", "stands below no row of the level above");
    if (level == 0) {
      shape.set_row(0, static_cast<std::int32_t>(row));
      total = true;
    } else {
      shape.add(level, static_cast<std::int32_t>(row));
    }
    before = level;
  }
  return detail::finish_tree(std::move(shape), std::move(rows));
}

}  // namespace budget::inline v1
