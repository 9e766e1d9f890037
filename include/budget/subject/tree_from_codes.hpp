// SPDX-License-Identifier: Apache-2.0
// How a tree is built from rows in any order by their codes.
#pragma once

#include <budget/base/order.hpp>
#include <budget/base/text.hpp>
#include <budget/subject/code_key.hpp>
#include <budget/subject/digit_order.hpp>
#include <budget/subject/tree_rows.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

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

// ---- details ----

namespace detail {

// How many digits a subject code of a level has: 3, 5, 7, …
constexpr std::size_t subject_digits(std::int32_t level) noexcept {
  return 2 * as_index(level) + 1;
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

// The codes of the nodes, written from their keys: the rows' own stand all over the memory. `bytes`:
// how many these are.
inline TextPool written_codes(const DigitOrder& sorted, const TreeShape& shape, std::size_t bytes) {
  const auto rows = shape.rows(), levels = shape.levels();
  TextPool codes;
  codes.reserve(shape.size(), bytes + DigitKey::written);
  codes.push_back({});
  std::size_t next = 0;
  for (std::size_t node = 1; node < shape.size(); ++node) {
    DigitKey key = sorted[next].key;
    if (rows[node] < 0)
      key = key.prefix(subject_digits(levels[node]));
    else
      ++next;
    codes.push_written(DigitKey::written, [key](char* at) { return key.write(at); });
  }
  return codes;
}

inline SubjectTree tree_from_digit_codes(TreeRows rows, DigitRows digits, CodeScheme scheme,
                                         Duplicates duplicates) {
  TreeShape shape;
  // Room for levels that no row prints: taken, but not touched, where there are fewer.
  shape.reserve(rows.codes.size() + rows.codes.size() / 4 + 1);
  if (digits.found.blank != DigitCodes::none)
    shape.set_row(0, static_cast<std::int32_t>(digits.found.blank));
  const DigitOrder sorted(std::move(digits));
  std::size_t bytes = 0;
  add_coded<DigitKey>(shape, sorted, rows, duplicates,
                      [&](DigitKey key, std::vector<OpenNode<DigitKey>>& open) {
                        bytes += key.digits();
                        if (scheme == CodeScheme::prefix) return;
                        for (;;) {
                          const auto level = static_cast<std::int32_t>(open.size()) + 1;
                          const std::size_t above = subject_digits(level);
                          if (above >= key.digits()) return;
                          bytes += above;
                          shape.add(level, implied_row);
                          open.push_back({key.prefix(above)});
                        }
                      });
  return finish_tree(std::move(shape), std::move(rows),
                     [&](const TreeShape& of) { return written_codes(sorted, of, bytes); });
}

}  // namespace detail

inline SubjectTree tree_from_codes(TreeRows rows, CodeScheme scheme, Duplicates duplicates) {
  constexpr std::size_t none = detail::DigitCodes::none;
  detail::check_rows(rows);
  if (rows.codes.empty() && rows.size() > 0) detail::check_length(rows.size(), 0, "codes");
  const auto fits = [scheme](std::size_t digits) {
    return scheme == CodeScheme::prefix ? digits > 0 : digits >= 3 && digits % 2 == 1;
  };
  detail::DigitRows digits(rows.codes, rows.run_both, fits);
  const detail::DigitCodes& found = digits.found;
  if (found.blank_again < found.unfit)
    detail::raise_twice(found.blank, found.blank_again, "", false);
  if (found.unfit == none)
    return detail::tree_from_digit_codes(std::move(rows), std::move(digits), scheme, duplicates);
  if (scheme == CodeScheme::subject)
    detail::raise_tree("subject.tree.code", found.unfit, rows.codes[found.unfit],
                       "科目编码应为 3、5、7…15 位数字",
                       "a subject code has 3, 5, 7, … or 15 digits");
  return detail::tree_from_text_codes(std::move(rows), duplicates);
}

}  // namespace budget::inline v1
