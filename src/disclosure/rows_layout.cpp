// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/layout.hpp"
#include "disclosure/sections.hpp"

#include <algorithm>
#include <set>

namespace budget::inline v1::detail {
namespace {

/// A line of the body with its cells placed.
struct Fragment {
  Placed placed;
  bool code = false;
  bool figures = false;
  bool words = false;
  bool starts = false;  ///< its words begin a row: an ordinal, a total, a code
};

class LayoutReader {
 public:
  LayoutReader(const LayoutPlan& plan, const Vocabulary& vocabulary)
      : plan_(plan.plan), vocabulary_(vocabulary), placer_(plan, vocabulary) {
    coded_ = std::ranges::any_of(plan_.columns,
                                 [](const Column& c) { return c.role == ColumnRole::code; });
    named_ = std::ranges::any_of(plan_.columns,
                                 [](const Column& c) { return c.role == ColumnRole::name; });
  }

  RawRows read(const std::vector<TokenLine>& body, const std::set<std::string>& header) {
    bool noted = false;
    for (const TokenLine& line : body) {
      if (!line.printed() || numbers_columns(line)) continue;
      const std::string text = without_spaces(plain(line));
      if (header.contains(text) || names_codes(line)) continue;
      noted = noted || is_note_line(text);
      if (noted) {
        result_.notes.push_back(line.line);
        result_.stated_empty = result_.stated_empty || states_empty(text);
        continue;
      }
      add(line);
    }
    for (at_ = 0; at_ < fragments_.size(); ++at_) assemble(fragments_[at_]);
    for (const Fragment& f : pending_) lose(f, NotReadWhy::no_place_in_table);
    return std::move(result_);
  }

 private:
  ColumnRole role(int column) const { return plan_.columns[static_cast<std::size_t>(column)].role; }

  /// The last line of a header whose codes stand apart: 类 款 项.
  bool names_codes(const TokenLine& line) const {
    return std::ranges::all_of(line.tokens, [&](const Token& token) {
      return std::ranges::any_of(vocabulary_.column(token.text), [](const ColumnTerm& term) {
        return term.role == ColumnRole::code;
      });
    });
  }

  void add(const TokenLine& line) {
    Fragment f;
    f.placed = placer_.place(line);
    const auto& columns = f.placed.columns;
    if (std::ranges::find(columns, -1) != columns.end()) {
      lose(f, NotReadWhy::too_many_figures);
      return;
    }
    if (f.placed.misplaced) {
      lose(f, NotReadWhy::no_place_in_table);
      return;
    }
    for (std::size_t t = 0; t < columns.size(); ++t) {
      const Token& token = f.placed.line.tokens[t];
      switch (role(columns[t])) {
        case ColumnRole::code: f.code = true; break;
        case ColumnRole::amount:
        case ColumnRole::count: f.figures = true; break;
        case ColumnRole::name:
        case ColumnRole::text:
          f.words = true;
          f.starts = f.starts || split_name(token.text).ordinal != OrdinalStyle::none ||
                     vocabulary_.row(token.text).rank == RowRank::total ||
                     vocabulary_.row(token.text).rank == RowRank::subtotal ||
                     vocabulary_.row(token.text).rank == RowRank::balance;
      }
    }
    f.starts = f.starts || f.code;
    fragments_.push_back(std::move(f));
  }

  void lose(const Fragment& f, NotReadWhy why) {
    result_.not_placed.emplace_back(f.placed.line.line, why);
  }

  bool empty_at(const RawRow& row, const Fragment& f) const {
    return std::ranges::all_of(f.placed.columns, [&](int c) {
      return row.cells[static_cast<std::size_t>(c)].text.empty();
    });
  }

  bool has_name(const RawRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (plan_.columns[c].role == ColumnRole::name && !row.cells[c].text.empty()) return true;
    return false;
  }

  /// Adds the cells of a fragment to a row, before or behind what stands there.
  void merge(RawRow& row, const Fragment& f, bool before = false) {
    for (std::size_t t = 0; t < f.placed.columns.size(); ++t) {
      RawCell& cell = row.cells[static_cast<std::size_t>(f.placed.columns[t])];
      const Token& token = f.placed.line.tokens[t];
      if (before || cell.text.empty()) {
        cell.text = token.text + cell.text;
        cell.line = f.placed.line.line;
        cell.column = token.begin;
      } else {
        cell.text += token.text;
      }
    }
    row.lines.push_back(f.placed.line.line);
    row.ambiguous = row.ambiguous || f.placed.ambiguous;
  }

  RawRow& start(const Fragment& f) {
    RawRow row;
    row.cells.resize(plan_.columns.size());
    row.indent = f.placed.line.indent;
    for (const Fragment& p : pending_) merge(row, p);
    pending_.clear();
    result_.rows.push_back(std::move(row));
    merge(result_.rows.back(), f);
    std::ranges::sort(result_.rows.back().lines);
    return result_.rows.back();
  }

  bool next_wants(const Fragment& f) const {
    if (at_ + 1 >= fragments_.size()) return false;
    const Fragment& next = fragments_[at_ + 1];
    if (!next.starts && !(next.words && next.figures)) return false;
    return std::ranges::none_of(f.placed.columns, [&](int c) {
      return std::ranges::find(next.placed.columns, c) != next.placed.columns.end();
    });
  }

  void assemble(const Fragment& f) {
    RawRow* last = result_.rows.empty() ? nullptr : &result_.rows.back();
    if (!named_) {
      start(f);
    } else if (f.starts || (f.words && f.figures)) {
      // The halves of a two-sided row may stand on two lines where one cell has several.
      if (last && !f.code && plan_.sides.size() > 1 && empty_at(*last, f) &&
          wrapped_around(*last, f)) {
        merge(*last, f);
      } else {
        start(f);
      }
    } else if (f.words) {
      words(f, last);
    } else {
      figures(f, last);
    }
  }

  /// Whether the line after this one goes on with a name of the row before it.
  bool wrapped_around(const RawRow& row, const Fragment& f) const {
    if (at_ + 1 >= fragments_.size()) return false;
    const Fragment& next = fragments_[at_ + 1];
    if (next.starts || next.figures) return false;
    return std::ranges::all_of(next.placed.columns, [&](int column) {
      return !row.cells[static_cast<std::size_t>(column)].text.empty() &&
             std::ranges::find(f.placed.columns, column) == f.placed.columns.end();
    });
  }

  void words(const Fragment& f, RawRow* last) {
    const bool adjacent = last && f.placed.line.line - last->lines.back() <= 2;
    const bool next_nameless =
        at_ + 1 < fragments_.size() && fragments_[at_ + 1].starts && !fragments_[at_ + 1].words;
    if (last && adjacent && !has_name(*last)) {
      merge(*last, f);
    } else if (next_nameless || (!coded_ && next_wants(f) && !fragments_[at_ + 1].words)) {
      pending_.push_back(f);
    } else if (last && adjacent && continues(*last, f)) {
      merge(*last, f);
    } else if (!coded_) {
      start(f);
    } else {
      lose(f, NotReadWhy::no_place_in_table);
    }
  }

  /// Whether words go on with the name of the row before: in a table with codes or ordinals every row
  /// begins with one.
  bool continues(const RawRow& row, const Fragment& f) const {
    const bool ordinals = plan_.sides.size() > 1;
    if (!coded_ && !ordinals) return false;
    return std::ranges::all_of(f.placed.columns, [&](int c) {
      return !row.cells[static_cast<std::size_t>(c)].text.empty();
    });
  }

  void figures(const Fragment& f, RawRow* last) {
    if (next_wants(f) && (!last || !empty_at(*last, f) || figures_above_)) {
      figures_above_ = true;
      pending_.push_back(f);
    } else if (last && empty_at(*last, f) && f.placed.line.line - last->lines.back() <= 2) {
      merge(*last, f);
    } else if (next_wants(f)) {
      pending_.push_back(f);
    } else {
      lose(f, NotReadWhy::no_place_in_table);
    }
  }

  const ColumnPlan& plan_;
  const Vocabulary& vocabulary_;
  LayoutPlacer placer_;
  bool coded_ = false;
  bool named_ = false;
  bool figures_above_ = false;  // this table sets figures a line above their names
  std::vector<Fragment> fragments_;
  std::vector<Fragment> pending_;  // before the row that they belong to
  std::size_t at_ = 0;
  RawRows result_;
};

}  // namespace

RawRows read_layout_rows(const std::vector<TokenLine>& body, const std::vector<TokenLine>& header,
                         const LayoutPlan& plan, const Vocabulary& vocabulary) {
  std::set<std::string> repeated;
  for (const TokenLine& line : header) repeated.insert(without_spaces(plain(line)));
  return LayoutReader(plan, vocabulary).read(body, repeated);
}

}  // namespace budget::inline v1::detail
