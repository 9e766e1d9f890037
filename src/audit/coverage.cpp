// SPDX-License-Identifier: Apache-2.0
#include "audit/coverage.hpp"

#include <budget/audit/audit.hpp>
#include <budget/audit/cell_use.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace budget::inline v1 {

std::string_view to_string(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::consistent: return "consistent";
    case Verdict::violated: return "violated";
    case Verdict::not_read: return "not_read";
  }
  return "";
}

std::span<const TableKind> required_tables() noexcept {
  static constexpr std::array kinds{
      TableKind::revenue_expenditure_summary,
      TableKind::revenue,
      TableKind::expenditure,
      TableKind::appropriation_summary,
      TableKind::general_public_expenditure,
      TableKind::basic_expenditure_by_economic_subject,
      TableKind::three_public,
      TableKind::government_fund_expenditure,
  };
  return kinds;
}

namespace detail {
namespace {

bool decided(Status status) {
  return status == Status::exact || status == Status::rounding || status == Status::violated;
}

bool holds_figures(const Column& column) {
  return column.role == ColumnRole::amount || column.role == ColumnRole::count;
}

bool lacks_unit(const Table& table) {
  for (const Row& row : table.rows) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const Figure& figure = row.cells[c].figure;
      if (table.columns[c].role == ColumnRole::amount && figure.is_number() &&
          figure.suffix() == Suffix::none && figure.unit() == Unit::unknown)
        return true;
    }
  }
  return false;
}

bool is_required(TableKind kind) {
  const auto required = required_tables();
  return std::find(required.begin(), required.end(), kind) != required.end();
}

// Lines of the table that stand in no row, and cells whose figure was not read.
std::vector<Place> not_read_in(const Table& table, const Disclosure& disclosure) {
  std::vector<Place> places;
  for (const NotRead& line : disclosure.not_read)
    if (line.table == table.id) places.push_back(line.place);
  for (const Row& row : table.rows) {
    if (!row.loose.empty()) continue;  // its line is listed
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (holds_figures(table.columns[c]) && row.cells[c].figure.state() == FigureState::unreadable)
        places.push_back(row.cells[c].place);
  }
  return places;
}

}  // namespace

Coverage coverage_of(const Dossier& dossier, std::span<const Obligation> obligations,
                     std::span<const Outcome> outcomes, std::span<const std::string> rules) {
  Coverage coverage;
  for (const std::string& rule : rules) coverage.rules[rule];
  std::set<CellRef> touched;
  for (std::size_t i = 0; i < obligations.size(); ++i) {
    ++coverage.rules[obligations[i].rule][outcomes[i].status];
    if (!decided(outcomes[i].status)) continue;
    for (const CellRef& cell : cells_of(obligations[i])) touched.insert(cell);
  }
  for (const CellRef& ref : figure_cells(dossier.current())) {
    const FigureState state = at(dossier, ref).figure.state();
    if (state != FigureState::number && state != FigureState::unreadable) continue;
    ++coverage.figures.read;
    if (state == FigureState::unreadable) {
      ++coverage.figures.unreadable;
    } else if (touched.contains(ref)) {
      ++coverage.figures.checked;
    } else {
      ++coverage.figures.unchecked;
      coverage.unchecked.push_back(ref);
    }
  }
  for (const Table& table : dossier.current().tables) {
    for (const Row& row : table.rows) {
      const int loose = static_cast<int>(row.loose.size());
      coverage.figures.read += loose;
      coverage.figures.unreadable += loose;
    }
  }
  return coverage;
}

MissingParts missing_parts(const Disclosure& disclosure) {
  MissingParts missing;
  missing.year = !disclosure.year.has_value();
  // A narrative published apart has its tables in another file, a government has others.
  if (!disclosure.tables.empty() && !disclosure.of_government)
    for (const TableKind kind : required_tables())
      if (disclosure.find(kind) == nullptr) missing.tables.push_back(kind);
  for (const Table& table : disclosure.tables) {
    if (!is_required(table.kind)) continue;
    if (lacks_unit(table)) missing.units.push_back(table.title);
    std::vector<Place> places = not_read_in(table, disclosure);
    if (!places.empty()) missing.parts.push_back({table.id, table.title, std::move(places)});
  }
  return missing;
}

bool used_for_reading(const Dossier& dossier, const Obligation& obligation,
                      const Outcome& outcome) {
  if (outcome.status != Status::exact && outcome.status != Status::rounding) return false;
  const CellRef* first = nullptr;
  bool placed = false;
  for (const std::vector<Term>* side : {&obligation.left, &obligation.right}) {
    for (const Term& term : *side) {
      if (first == nullptr) first = &term.cell;
      if (term.cell.disclosure != first->disclosure || term.cell.table != first->table ||
          term.cell.row != first->row)
        return false;
      placed = placed || at(dossier, term.cell).mark == budget::Mark::by_arithmetic;
    }
  }
  return placed;
}

bool may_lack_a_line(const Dossier& dossier, const Obligation& obligation) {
  const auto has_digit = [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  const auto incomplete = [&](const CellRef& cell) {
    const Disclosure& disclosure = dossier.disclosures[static_cast<std::size_t>(cell.disclosure)];
    const std::string& id = disclosure.table(cell.table).id;
    return std::ranges::any_of(disclosure.not_read, [&](const NotRead& line) {
      return line.table == id && has_digit(line.text);
    });
  };
  if (std::ranges::any_of(obligation.zero, incomplete)) return true;
  const std::vector<CellRef> cells = cells_of(obligation);
  return std::ranges::any_of(cells, [&](const CellRef& cell) {
    const bool several = std::ranges::any_of(cells, [&](const CellRef& other) {
      return other.disclosure == cell.disclosure && other.table == cell.table &&
             other.row != cell.row;
    });
    const bool number = at(dossier, cell).figure.is_number();
    return (several || !number) && incomplete(cell);
  });
}

bool speaks_of_open_cell(const Dossier& dossier, const Obligation& obligation) {
  const auto open = [&](const CellRef& ref) {
    const Cell& cell = at(dossier, ref);
    return cell.mark == budget::Mark::unreadable && cell.figure.state() == FigureState::blank;
  };
  return std::ranges::any_of(cells_of(obligation), open) ||
         std::ranges::any_of(obligation.zero, open);
}

}  // namespace detail
}  // namespace budget::inline v1
