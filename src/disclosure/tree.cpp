// SPDX-License-Identifier: Apache-2.0
#include "disclosure/tree.hpp"

#include <budget/subject/code.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace budget::inline v1::detail {
namespace {

/// The rows of one side that print a name or code, with what their names tell.
struct Entry {
  int row;
  RowLabel* label;
  PrintedName name;
  RowRank rank;
};

std::vector<Entry> entries(Table& table, std::size_t side, const Vocabulary& vocabulary) {
  std::vector<Entry> result;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    RowLabel& label = table.rows[r].labels[side];
    if (label.name.empty() && label.code.empty()) continue;
    RowRank rank = vocabulary.row(label.name).rank;
    // A total is no subject: what stands in its code column was added up.
    if (rank == RowRank::total) label.code.clear();
    if (!label.code.empty()) rank = RowRank::plain;
    result.push_back({static_cast<int>(r), &label, split_name(label.name), rank});
    label.of_which = result.back().name.of_which;
  }
  return result;
}

int find_rank(const std::vector<Entry>& all, RowRank rank) {
  const auto found = std::ranges::find(all, rank, &Entry::rank);
  return found == all.end() ? -1 : found->row;
}

/// By the longest printed code that a code begins with; subject codes and unit codes alike.
void by_code(const std::vector<Entry>& all, int total) {
  std::map<std::string, std::pair<int, int>> printed;  // code → row, level
  for (const Entry& e : all) {
    if (e.rank == RowRank::total) {
      e.label->level = 0;
      continue;
    }
    const std::string& code = e.label->code;
    if (code.empty()) continue;
    e.label->parent = total;
    e.label->level = total < 0 && !SubjectCode::try_parse(code) ? 0 : 1;
    for (std::size_t length = code.size() - 1; length > 0; --length) {
      const auto above = printed.find(code.substr(0, length));
      if (above == printed.end()) continue;
      e.label->parent = above->second.first;
      e.label->level = above->second.second + 1;
      break;
    }
    // Depth is a matter of the code where it is a subject's, even if a level above it is not printed.
    if (const auto subject = SubjectCode::try_parse(code))
      e.label->level = static_cast<int>(subject->level());
    printed.try_emplace(code, e.row, e.label->level);
  }
}

/// How deep an ordinal stands: 一、 before （一） before 1. before （1） before ①.
int depth_of(const PrintedName& name) {
  if (name.of_which) return 8;
  switch (name.ordinal) {
    case OrdinalStyle::none: return 0;
    case OrdinalStyle::roman: return 1;
    case OrdinalStyle::chinese: return 2;
    case OrdinalStyle::chinese_bracketed: return 3;
    case OrdinalStyle::arabic: return 4;
    case OrdinalStyle::arabic_bracketed: return 5;
    case OrdinalStyle::circled: return 6;
  }
  return 0;
}

/// A row that others may hang below.
struct Above {
  int depth = 0;   // of its ordinal, 0 without one
  int indent = 0;  // of its name
  const RowLabel* label = nullptr;
  int row = -1;
};

/// Whether a row stands no deeper than one before it: ordinals tell, and where either has none, in a
/// table that indents its names, how far it is set in.
bool ends(const Above& before, const Above& row, bool indented) {
  if (indented && (before.depth == 0 || row.depth == 0)) return before.indent >= row.indent;
  return before.depth >= row.depth;
}

/// In a table without a total the one row above all others is level 0.
void number_from_root(const std::vector<Entry>& all) {
  const auto root = [](const Entry& e) { return e.label->parent < 0; };
  if (std::ranges::count_if(all, root) != 1) return;
  for (const Entry& e : all) --e.label->level;
}

/// By ordinals, totals, class names and indentation, in the order of the table.
void by_name(const std::vector<Entry>& all, int total, const std::vector<int>& indents) {
  const auto indent_of = [&](const Entry& e) { return indents[static_cast<std::size_t>(e.row)]; };
  const bool indented = std::ranges::any_of(all, [&](const Entry& e) { return indent_of(e) > 0; });
  const int subtotal = find_rank(all, RowRank::subtotal);
  int balance = -1;                  // the last balance row: numbered rows below it are its parts
  int economic = -1;                 // the last class row
  std::set<std::string_view> named;  // by a row so far
  std::vector<Above> path;
  const auto hang = [](RowLabel& label, int parent, int level) {
    label.parent = parent;
    label.level = level;
  };
  for (const Entry& e : all) {
    RowLabel& label = *e.label;
    switch (e.rank) {
      case RowRank::total:
        hang(label, -1, 0);
        balance = economic = -1;
        path.clear();
        continue;
      case RowRank::subtotal:
      case RowRank::balance:
        hang(label, total, 1);
        if (e.rank == RowRank::balance) balance = e.row;
        path.clear();
        continue;
      case RowRank::economic_class:
        hang(label, total, 1);
        economic = e.row;
        continue;
      case RowRank::plain: break;
    }
    const bool again = !named.insert(label.key).second;
    const Above own{depth_of(e.name), indent_of(e), &label, e.row};
    while (!path.empty() && ends(path.back(), own, indented)) path.pop_back();
    if (economic >= 0) {
      hang(label, economic, 2);
      continue;
    }
    if (!path.empty()) {
      hang(label, path.back().row, path.back().label->level + 1);
    } else if ((own.depth > 0 || again) && balance >= 0) {
      // Sources named anew below what was carried over are its parts, numbered or not.
      hang(label, balance, 2);
    } else if (own.depth > 0 && subtotal >= 0) {
      hang(label, subtotal, 2);
    } else {
      hang(label, total, 1);
    }
    path.push_back(own);
  }
  if (indented && total < 0) number_from_root(all);
}

}  // namespace

void build_tree(Table& table, const std::vector<int>& indents, const Vocabulary& vocabulary) {
  for (std::size_t side = 0; side < table.sides.size(); ++side) {
    const std::vector<Entry> all = entries(table, side, vocabulary);
    const int total = find_rank(all, RowRank::total);
    const bool coded =
        std::ranges::any_of(all, [](const Entry& e) { return !e.label->code.empty(); });
    if (coded) {
      by_code(all, total);
    } else {
      by_name(all, total, indents);
    }
  }
}

}  // namespace budget::inline v1::detail
