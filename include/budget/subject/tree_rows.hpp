// SPDX-License-Identifier: Apache-2.0
// Rows that are to become a tree, and how the texts and amounts of its nodes are taken from them.
#pragma once

#include <budget/base/run_both.hpp>
#include <budget/base/text.hpp>
#include <budget/base/text_column.hpp>
#include <budget/subject/tree.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// Rows that are to become a tree. Codes or names may be left out (an empty column); what is there has
/// one entry a row. Texts are copied.
struct TreeRows {
  TextColumn codes;
  TextColumn names;
  std::vector<TreeColumn> columns;
  RunBoth run_both = in_turn;  ///< how two parts of the building are done, for two threads

  [[nodiscard]] std::size_t size() const noexcept;  ///< number of rows
};

// ---- details ----

inline std::size_t TreeRows::size() const noexcept {
  if (!codes.empty()) return codes.size();
  if (!names.empty()) return names.size();
  return columns.empty() ? 0 : columns.front().figures.size();
}

namespace detail {

[[noreturn, gnu::cold]] inline void raise_tree(std::string_view id, std::size_t row,
                                               std::string_view text, const char* zh,
                                               const char* en) {
  const std::string number = std::to_string(row + 1);
  const std::string quoted(text);
  raise(TreeError(id,
                  {"第 " + number + " 行“" + quoted + "”：" + zh,
                   "row " + number + ", \"" + quoted + "\": " + en},
                  row, quoted));
}

[[noreturn, gnu::cold]] inline void raise_twice(std::size_t first, std::size_t second,
                                                std::string_view text, bool parent) {
  const std::string before = std::to_string(first + 1);
  const std::string here = std::to_string(second + 1);
  const std::string quoted(text);
  raise(TreeError("subject.tree.duplicate",
                  {"第 " + here + " 行“" + quoted + "”：" + (parent ? "上级" : "编码") + "已在第 " +
                       before + " 行出现",
                   "row " + here + ", \"" + quoted +
                       "\": " + (parent ? "a parent that row " : "a code that row ") + before +
                       " prints already"},
                  second, quoted));
}

inline void check_length(std::size_t rows, std::size_t entries, std::string_view what) {
  if (rows == entries) return;
  const std::string counts = std::to_string(entries) + " ≠ " + std::to_string(rows);
  const std::string of(what);
  raise(TreeError("subject.tree.length",
                  {"各列长度不同（" + of + "）：" + counts,
                   "columns of different lengths (" + of + "): " + counts},
                  rows < entries ? rows : entries, of));
}

inline void check_rows(const TreeRows& rows) {
  const std::size_t count = rows.size();
  check_tree_size(count);
  if (!rows.names.empty()) check_length(count, rows.names.size(), "names");
  for (const TreeColumn& column : rows.columns)
    check_length(count, column.figures.size(), column.name);
}

inline std::string_view entry(const TextColumn& texts, std::int32_t row) noexcept {
  return row < 0 || texts.empty() ? std::string_view() : strip_blanks(texts[as_index(row)]);
}

inline TextPool gathered(const TextColumn& texts, std::span<const std::int32_t> rows) {
  TextPool pool;
  if (texts.empty()) return pool;
  pool.reserve(rows.size(), texts.bytes());
  for (const std::int32_t row : rows) pool.push_back(entry(texts, row));
  return pool;
}

// The second reading of the figures of one table, see SubjectTree::slack_if_zeros_cut.
inline std::optional<std::int64_t> slack_if_zeros_cut(const std::vector<TreeColumn>& columns) {
  std::optional<std::int64_t> finest;
  for (const TreeColumn& column : columns) {
    if (column.figures.keeps_zeros()) return std::nullopt;
    const auto slack = column.figures.finest_slack();
    if (slack && (!finest || *slack < *finest)) finest = slack;
  }
  return finest;
}

// The tree of the nodes that `shape` has, with the codes that `write_codes(shape)` gives.
template <class WriteCodes>
SubjectTree finish_tree(TreeShape shape, TreeRows rows, WriteCodes write_codes) {
  const auto cut = slack_if_zeros_cut(rows.columns);
  TextPool codes, names;
  std::vector<TreeColumn> columns(rows.columns.size());
  const RunBoth both = shape.size() < least_items_for_two ? in_turn : rows.run_both;
  run_jobs(both, columns.size() + 2, [&](std::size_t job) {
    if (job == 0) {
      names = gathered(rows.names, shape.rows());
    } else if (job == 1) {
      codes = write_codes(std::as_const(shape));
    } else {
      TreeColumn& given = rows.columns[job - 2];
      columns[job - 2] = {std::move(given.name), given.figures.gathered(shape.rows())};
      given.figures = {};  // so that no two copies of all columns stand side by side
    }
  });
  return std::move(shape).finish(std::move(codes), std::move(names), std::move(columns), cut);
}

inline SubjectTree finish_tree(TreeShape shape, TreeRows rows) {
  const TextColumn texts = rows.codes;
  return finish_tree(std::move(shape), std::move(rows),
                     [texts](const TreeShape& of) { return gathered(texts, of.rows()); });
}

}  // namespace detail

}  // namespace budget::inline v1
