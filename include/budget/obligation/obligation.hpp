// SPDX-License-Identifier: Apache-2.0
// Obligation: one statement about named cells that must hold, with the rule and source it comes from.
// Everything that rules (and later claims) demand is an obligation; the judge decides it.
#pragma once

#include <budget/base/language.hpp>
#include <budget/disclosure/disclosure.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// How grave it is when an obligation is violated. error: cannot be true; warning: possible, but a
/// reviewer must act; note: worth knowing.
enum class Severity : std::uint8_t { note, warning, error };
[[nodiscard]] std::string_view to_string(Severity) noexcept;

enum class ObligationKind : std::uint8_t { linear, restatement, inequality, ratio, presence, form };
[[nodiscard]] std::string_view to_string(ObligationKind) noexcept;

/// How the left side relates to the right.
enum class Relation : std::uint8_t { equal, at_most };

/// A cell with its coefficient, a non-zero integer.
struct Term {
  std::int64_t coefficient = 1;
  CellRef cell;
};

/// Why an obligation is not decided by figures.
enum class Undecided : std::uint8_t {
  none,
  condition_not_met,  ///< its condition is proved false
  condition_open,     ///< its condition cannot be decided
  not_stated,         ///< total or other side is blank or a dash
  nothing_printed,    ///< all its cells are blank
  unit_unknown,       ///< cells of different or unknown units
  unreadable,         ///< a cell could not be read
  label_in_cell,      ///< a cell holds words
  table_missing,      ///< a table that it speaks of is not in the disclosure
  row_missing,        ///< a row that it speaks of is not printed
  column_missing,     ///< a column that it speaks of is not printed
  used_for_reading,   ///< reading used this very statement to place a figure
  implied,            ///< another rule says the same of these cells, or more
  ambiguous,       ///< a name that it speaks of is printed more than once, and nothing tells which
  not_understood,  ///< the words of a sentence are not known
  in_reason,       ///< a figure stands in the reason given for something else
  no_counterpart,  ///< nothing at hand prints what a sentence speaks of
};
[[nodiscard]] std::string_view to_string(Undecided) noexcept;

/// left relation right, e.g. {合计} = {基本支出, 项目支出}. An empty side is the literal 0. A ratio says
/// left = right ÷ base, where left is one percentage and the others are sums. A restatement says that
/// two cells print one amount; where the narrative says it of a blank cell, it must say 0. For presence
/// and form obligations all are empty, `met` says whether the requirement is met and `requirement`
/// what it is.
struct Obligation {
  std::string id;    ///< stable within a dossier: rule id + table, row and column labels
  std::string rule;  ///< id of the rule
  ObligationKind kind = ObligationKind::linear;
  Severity severity = Severity::error;
  Relation relation = Relation::equal;
  std::vector<Term> left;
  std::vector<Term> right;
  std::vector<Term> base;  ///< ratio only
  /// Cells that its condition found to be 0. Where one prints a zero that stands for an interval, such
  /// as 0.00 万元, the sides may differ by as much: the condition proves no more.
  std::vector<CellRef> zero;
  bool counted = false;                   ///< its figures are counts, which nobody rounds
  bool averaged = false;                  ///< right is so many times an average, a rounded quotient
  Undecided undecided = Undecided::none;  ///< set by binding where figures need not be asked
  std::string about;      ///< what is missing or which condition, as the rule names it; "" if none
  bool met = true;        ///< presence and form only
  Bilingual requirement;  ///< presence and form only
  bool stale_year = false;    ///< form only: what is printed is the year before
  std::vector<Place> places;  ///< presence and form only: where it was looked for
};

/// Whether figures decide the obligation: not presence and not form.
[[nodiscard]] bool is_over_figures(const Obligation&) noexcept;

/// Whether the narrative says again what a table prints.
[[nodiscard]] bool is_said_again(const Obligation&) noexcept;

/// Every cell that an obligation speaks of, in the order of its sides.
[[nodiscard]] std::vector<CellRef> cells_of(const Obligation&);

}  // namespace budget::inline v1
