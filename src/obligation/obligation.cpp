// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/obligation.hpp>

#include <algorithm>

namespace budget::inline v1 {

std::string_view to_string(Severity severity) noexcept {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

std::string_view to_string(ObligationKind kind) noexcept {
  switch (kind) {
    case ObligationKind::linear: return "linear";
    case ObligationKind::restatement: return "restatement";
    case ObligationKind::inequality: return "inequality";
    case ObligationKind::ratio: return "ratio";
    case ObligationKind::presence: return "presence";
    case ObligationKind::form: return "form";
  }
  return "";
}

std::string_view to_string(Undecided why) noexcept {
  switch (why) {
    case Undecided::none: return "none";
    case Undecided::condition_not_met: return "condition_not_met";
    case Undecided::condition_open: return "condition_open";
    case Undecided::not_stated: return "not_stated";
    case Undecided::nothing_printed: return "nothing_printed";
    case Undecided::unit_unknown: return "unit_unknown";
    case Undecided::unreadable: return "unreadable";
    case Undecided::label_in_cell: return "label_in_cell";
    case Undecided::table_missing: return "table_missing";
    case Undecided::row_missing: return "row_missing";
    case Undecided::column_missing: return "column_missing";
    case Undecided::used_for_reading: return "used_for_reading";
    case Undecided::implied: return "implied";
    case Undecided::ambiguous: return "ambiguous";
    case Undecided::not_understood: return "not_understood";
    case Undecided::in_reason: return "in_reason";
    case Undecided::no_counterpart: return "no_counterpart";
  }
  return "";
}

bool is_over_figures(const Obligation& obligation) noexcept {
  return obligation.kind != ObligationKind::presence && obligation.kind != ObligationKind::form;
}

bool is_said_again(const Obligation& obligation) noexcept {
  const auto in_text = [](const Term& term) { return term.cell.table == in_narrative; };
  return obligation.kind == ObligationKind::restatement &&
         (std::ranges::any_of(obligation.left, in_text) ||
          std::ranges::any_of(obligation.right, in_text));
}

std::vector<CellRef> cells_of(const Obligation& obligation) {
  std::vector<CellRef> cells;
  for (const std::vector<Term>* side : {&obligation.left, &obligation.right, &obligation.base})
    for (const Term& term : *side) cells.push_back(term.cell);
  return cells;
}

}  // namespace budget::inline v1
