// SPDX-License-Identifier: Apache-2.0
// How trees are built from rows in any order: by codes, by named parents, by parent rows, by levels.
#pragma once

#include <budget/base/order.hpp>
#include <budget/base/text.hpp>
#include <budget/base/text_column.hpp>
#include <budget/subject/code_key.hpp>
#include <budget/subject/tree.hpp>

#include <cstdint>
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

  [[nodiscard]] std::size_t size() const noexcept;  ///< number of rows
};

/// Which codes lie below which.
enum class CodeScheme : std::uint8_t {
  subject,  ///< 3-5-7-… digits, at most 15; a level that no row prints is implied
  prefix,   ///< any codes: the parent is the longest printed code that the code begins with
};

/// What becomes of a code that several rows print.
enum class Duplicates : std::uint8_t {
  refuse,  ///< an error that names both rows
  keep,    ///< each row is a node of its own, unless something lies below the code
};

/// By codes, siblings in code order. A row without a code is the total of the others. Throws
/// TreeError. O(n) for codes of at most 15 digits, else O(n log n).
[[nodiscard]] inline SubjectTree tree_from_codes(TreeRows rows, CodeScheme scheme,
                                                 Duplicates duplicates = Duplicates::refuse);

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

// Names and columns of the nodes that `shape` has, beside their codes.
inline SubjectTree finish_tree(TreeShape shape, TextPool codes, TreeRows rows) {
  const auto cut = slack_if_zeros_cut(rows.columns);
  TextPool names = gathered(rows.names, shape.rows());
  std::vector<TreeColumn> columns;
  for (TreeColumn& column : rows.columns) {
    columns.push_back({std::move(column.name), column.figures.gathered(shape.rows())});
    column.figures = {};  // a column at a time, so that no two copies of all stand side by side
  }
  return std::move(shape).finish(std::move(codes), std::move(names), std::move(columns), cut);
}

inline SubjectTree finish_tree(TreeShape shape, TreeRows rows) {
  TextPool codes = gathered(rows.codes, shape.rows());
  return finish_tree(std::move(shape), std::move(codes), std::move(rows));
}

// A node whose parts may still follow.
template <class Key>
struct OpenNode {
  Key key;
  std::int32_t row = implied_row;
  std::int32_t twin = implied_row;  // an earlier row with the same code
};

// Adds the sorted rows, each below the nearest key above it. `before_adding` may add levels that no
// row prints.
template <class Key, class Sorted, class Before>
void add_coded(TreeShape& shape, const Sorted& sorted, const TreeRows& rows, Duplicates duplicates,
               Before before_adding) {
  std::vector<OpenNode<Key>> open;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const KeyedRow<Key> next = sorted[i];
    std::int32_t twin = implied_row;
    while (!open.empty() && !open.back().key.is_above(next.key)) {
      if (open.back().key == next.key) twin = open.back().row;
      open.pop_back();
    }
    if (twin >= 0 && duplicates == Duplicates::refuse)
      raise_twice(as_index(twin), as_index(next.row), rows.codes[as_index(next.row)], false);
    if (!open.empty() && open.back().twin >= 0) {
      const OpenNode<Key>& above = open.back();
      raise_twice(as_index(above.twin), as_index(above.row), rows.codes[as_index(above.row)], true);
    }
    before_adding(next.key, open);
    shape.add(static_cast<std::int32_t>(open.size()) + 1, next.row);
    open.push_back({next.key, next.row, twin});
  }
}

inline void set_total(std::int32_t& total, std::size_t row) {
  if (total >= 0) raise_twice(as_index(total), row, "", false);
  total = static_cast<std::int32_t>(row);
}

// The keys of all rows, unless some code has none; that of the total row is 0.
struct DigitRows {
  std::vector<std::uint64_t> keys;
  std::int32_t total = implied_row;
  std::int32_t unfit = implied_row;  // the first row whose code does not fit
};

inline DigitRows digit_rows(const TextColumn& codes, CodeScheme scheme) {
  DigitRows result;
  result.keys.reserve(codes.size());
  for (std::size_t row = 0; row < codes.size(); ++row) {
    DigitKey key = DigitKey::of(codes[row]);
    if (key.digits() == 0) [[unlikely]] {
      const std::string_view code = strip_blanks(codes[row]);
      key = DigitKey::of(code);
      if (code.empty()) set_total(result.total, row);
    }
    const bool fits = key.digits() == 0 ? result.total == static_cast<std::int32_t>(row)
                                        : scheme == CodeScheme::prefix ||
                                              (key.digits() >= 3 && key.digits() % 2 == 1);
    if (!fits) {
      result.unfit = static_cast<std::int32_t>(row);
      return result;
    }
    result.keys.push_back(key.bits());
  }
  return result;
}

inline SubjectTree tree_from_text_codes(TreeRows rows, Duplicates duplicates) {
  TreeShape shape;
  std::int32_t total = implied_row;
  bool separated = false;
  for (std::size_t row = 0; row < rows.codes.size(); ++row)
    separated = separated || has_separator(strip_blanks(rows.codes[row]));
  std::vector<KeyedRow<TextKey>> keyed;
  keyed.reserve(rows.codes.size());
  for (std::size_t row = 0; row < rows.codes.size(); ++row) {
    const std::string_view code = strip_blanks(rows.codes[row]);
    if (code.empty())
      set_total(total, row);
    else
      keyed.push_back({TextKey(code, separated), static_cast<std::int32_t>(row)});
  }
  sort_items(keyed, [](const auto& a, const auto& b) { return a.key < b.key; });
  shape.set_row(0, total);
  shape.reserve(rows.codes.size() + 1);
  add_coded<TextKey>(shape, keyed, rows, duplicates, [](const auto&, const auto&) {});
  return finish_tree(std::move(shape), std::move(rows));
}

inline SubjectTree tree_from_digit_codes(TreeRows rows, DigitRows digits, CodeScheme scheme,
                                         Duplicates duplicates) {
  TreeShape shape;
  TextPool codes;
  {
    const DigitOrder sorted(std::move(digits.keys));
    // Room for levels that no row prints: taken, but not touched, where there are fewer.
    const std::size_t nodes = rows.codes.size() + rows.codes.size() / 4 + 1;
    shape.reserve(nodes);
    shape.set_row(0, digits.total);
    // Codes are written from their keys, in order: the rows' own stand all over the memory.
    codes.reserve(nodes, rows.codes.bytes() / 4 * 5);
    codes.push_back({});
    const auto write = [&codes](DigitKey key) {
      char text[DigitKey::written];
      codes.push_back({text, static_cast<std::size_t>(key.write(text) - text)});
    };
    add_coded<DigitKey>(shape, sorted, rows, duplicates,
                        [&](DigitKey key, std::vector<OpenNode<DigitKey>>& open) {
                          if (scheme == CodeScheme::subject) {
                            std::size_t next = open.empty() ? 3 : open.back().key.digits() + 2;
                            for (; next < key.digits(); next += 2) {
                              shape.add(static_cast<std::int32_t>(open.size()) + 1, implied_row);
                              open.push_back({key.prefix(next)});
                              write(key.prefix(next));
                            }
                          }
                          write(key);
                        });
  }
  return finish_tree(std::move(shape), std::move(codes), std::move(rows));
}

}  // namespace detail

inline SubjectTree tree_from_codes(TreeRows rows, CodeScheme scheme, Duplicates duplicates) {
  detail::check_rows(rows);
  if (rows.codes.empty() && rows.size() > 0) detail::check_length(rows.size(), 0, "codes");
  detail::DigitRows digits = detail::digit_rows(rows.codes, scheme);
  if (scheme == CodeScheme::subject && digits.unfit >= 0)
    detail::raise_tree("subject.tree.code", detail::as_index(digits.unfit),
                       rows.codes[detail::as_index(digits.unfit)], "科目编码应为 3、5、7…15 位数字",
                       "a subject code has 3, 5, 7, … or 15 digits");
  if (digits.unfit >= 0) return detail::tree_from_text_codes(std::move(rows), duplicates);
  return detail::tree_from_digit_codes(std::move(rows), std::move(digits), scheme, duplicates);
}

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
