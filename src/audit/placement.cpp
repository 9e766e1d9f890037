// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/placement.hpp>

#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace budget::inline v1 {
namespace {

constexpr std::size_t most_open = 16;  // columns; a row has few, and ways grow as binomials

// Ways to fill the open cells of a row with its loose figures, in printed order.
class Placing {
 public:
  Placing(const Row& row, const std::vector<RowIdentity>& identities)
      : row_(row), identities_(identities) {
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (row.cells[c].mark == Mark::unreadable &&
          row.cells[c].figure.state() == FigureState::blank)
        open_.push_back(c);
  }

  // The columns of the loose figures, where one way alone is possible.
  std::optional<std::vector<std::size_t>> only_way() {
    if (row_.loose.empty() || row_.loose.size() > open_.size() || open_.size() > most_open)
      return std::nullopt;
    extend(0, 0);
    if (ways_ != 1 || !used_) return std::nullopt;
    return found_;
  }

 private:
  void extend(std::size_t figure, std::size_t from) {
    if (ways_ > 1) return;
    if (figure == row_.loose.size()) {
      if (holds()) {
        ++ways_;
        found_ = columns_;
      }
      return;
    }
    for (std::size_t i = from; i < open_.size(); ++i) {
      columns_.push_back(open_[i]);
      extend(figure + 1, i + 1);
      columns_.pop_back();
    }
  }

  [[nodiscard]] const Figure& figure_at(int column) const {
    const auto at = std::find(columns_.begin(), columns_.end(), static_cast<std::size_t>(column));
    if (at != columns_.end())
      return row_.loose[static_cast<std::size_t>(at - columns_.begin())].figure;
    return row_.cells[static_cast<std::size_t>(column)].figure;
  }

  // A total that would be blank beside figures does not hold; a row of blanks says nothing.
  [[nodiscard]] bool holds() {
    for (const RowIdentity& identity : identities_) {
      std::vector<PrintedTerm> left, right;
      for (const SignedColumn& term : identity.left)
        left.push_back({term.coefficient, figure_at(term.column)});
      for (const SignedColumn& term : identity.right)
        right.push_back({term.coefficient, figure_at(term.column)});
      const Outcome outcome = judge(left, Relation::equal, right);
      if (outcome.status == Status::exact || outcome.status == Status::rounding)
        used_ = true;
      else if (outcome.status == Status::violated || outcome.unstated_total)
        return false;
    }
    return true;
  }

  const Row& row_;
  const std::vector<RowIdentity>& identities_;
  std::vector<std::size_t> open_;
  std::vector<std::size_t> columns_, found_;
  int ways_ = 0;
  bool used_ = false;  // some identity spoke
};

// A row that was open keeps its line among those not read; once placed it is read.
void now_read(Disclosure& disclosure, const std::string& table, const Place& row) {
  std::erase_if(disclosure.not_read, [&](const NotRead& line) {
    return line.why == NotReadWhy::ambiguous_columns && line.table == table &&
           line.place.line == row.line && line.place.page == row.page;
  });
}

void place_in(Disclosure& disclosure, Table& table, std::span<const Rule> rules) {
  const bool any = std::any_of(table.rows.begin(), table.rows.end(),
                               [](const Row& row) { return !row.loose.empty(); });
  if (!any) return;
  const std::vector<RowIdentity> identities = row_identities(rules, table);
  if (identities.empty()) return;
  for (Row& row : table.rows) {
    const auto columns = Placing(row, identities).only_way();
    if (!columns) continue;
    for (Cell& cell : row.cells)
      if (cell.mark == Mark::unreadable && cell.figure.state() == FigureState::blank)
        cell.mark = Mark::none;
    for (std::size_t i = 0; i < columns->size(); ++i) {
      Cell& cell = row.cells[(*columns)[i]];
      cell = std::move(row.loose[i]);
      cell.mark = Mark::by_arithmetic;
    }
    row.loose.clear();
    now_read(disclosure, table.id, row.place);
  }
}

}  // namespace

Dossier placed_by_arithmetic(Dossier dossier, std::span<const Pack> packs) {
  const auto is_loose = [](const Row& row) { return !row.loose.empty(); };
  const bool any = std::ranges::any_of(dossier.disclosures, [&](const Disclosure& disclosure) {
    return std::ranges::any_of(disclosure.tables, [&](const Table& table) {
      return std::ranges::any_of(table.rows, is_loose);
    });
  });
  if (!any) return dossier;
  std::vector<Rule> rules;
  for (const Pack& pack : packs) rules.insert(rules.end(), pack.rules.begin(), pack.rules.end());
  for (Disclosure& disclosure : dossier.disclosures)
    for (Table& table : disclosure.tables) place_in(disclosure, table, rules);
  return dossier;
}

}  // namespace budget::inline v1
