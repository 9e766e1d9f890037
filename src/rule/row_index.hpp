// SPDX-License-Identifier: Apache-2.0
// The rows of tables by what binding asks for again and again, found once a table: rows right below a
// row, rows of a code, rows of a name.
#pragma once

#include <budget/disclosure/table.hpp>

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::rules {

/// 教育 is 教育支出: a name that lacks only the ending is an abbreviation.
[[nodiscard]] inline std::string_view without_ending(std::string_view name) {
  constexpr std::string_view ending = "支出";
  if (name.size() > ending.size() && name.ends_with(ending)) name.remove_suffix(ending.size());
  return name;
}

/// Built as it is asked; the tables must not change meanwhile. For one thread.
class RowIndex {
 public:
  /// The rows right below a row, in printed order.
  [[nodiscard]] const std::vector<int>& below(const Table& table, int side, int row) {
    return side_of(table, side).below[static_cast<std::size_t>(row)];
  }
  /// The rows that print a code, in printed order.
  [[nodiscard]] const std::vector<int>& with_code(const Table& table, int side,
                                                  std::string_view code) {
    return found_in(side_of(table, side).by_code, code);
  }
  /// The rows of a name, abbreviated or not, in printed order.
  [[nodiscard]] const std::vector<int>& with_name(const Table& table, int side,
                                                  std::string_view key) {
    return found_in(side_of(table, side).by_name, without_ending(key));
  }
  /// Whether a side prints codes at all.
  [[nodiscard]] bool has_codes(const Table& table, int side) {
    return !side_of(table, side).by_code.empty();
  }

 private:
  using Rows = std::unordered_map<std::string_view, std::vector<int>>;
  struct Side {
    std::vector<std::vector<int>> below;
    Rows by_code, by_name;
  };

  [[nodiscard]] const std::vector<int>& found_in(const Rows& rows, std::string_view key) const {
    const auto found = rows.find(key);
    return found == rows.end() ? none_ : found->second;
  }

  const Side& side_of(const Table& table, int side) {
    const auto [entry, added] = sides_.try_emplace({&table, side});
    Side& made = entry->second;
    if (!added) return made;
    made.below.resize(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const RowLabel& label = table.rows[r].labels.at(static_cast<std::size_t>(side));
      if (label.parent >= 0)
        made.below[static_cast<std::size_t>(label.parent)].push_back(static_cast<int>(r));
      if (!label.code.empty()) made.by_code[label.code].push_back(static_cast<int>(r));
      made.by_name[without_ending(label.key)].push_back(static_cast<int>(r));
    }
    return made;
  }

  std::map<std::pair<const Table*, int>, Side> sides_;
  std::vector<int> none_;
};

}  // namespace budget::inline v1::detail::rules
