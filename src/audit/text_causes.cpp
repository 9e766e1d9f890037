// SPDX-License-Identifier: Apache-2.0
#include "audit/text_causes.hpp"

#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <vector>

namespace budget::inline v1::detail {
namespace {

bool holds(Status status) {
  return status == Status::exact || status == Status::rounding;
}

class TextCauses {
 public:
  TextCauses(const CellRef& suspect, const Obligation& obligation, const Dossier& dossier,
             const Report& report)
      : suspect_(suspect), obligation_(obligation), dossier_(dossier), report_(report) {}

  [[nodiscard]] TextCause find() const {
    if (obligation_.kind == ObligationKind::ratio && said_here(obligation_)) {
      if (divided_by_this_year()) return {Cause::wrong_base, {}};
      if (plugged()) return {Cause::plugged_remainder, {}};
      if (const auto other = same_percentage()) return {Cause::neighbouring_row, other};
      return {};
    }
    if (is_said_again(obligation_) && said_here(obligation_)) {
      if (const auto other = last_years()) return {Cause::stale_figure, other};
      if (const auto other = said_elsewhere()) return {Cause::copied_clause, other};
    }
    return {};
  }

 private:
  [[nodiscard]] bool said_here(const Obligation& obligation) const {
    return obligation.left.size() == 1 && obligation.left.front().cell == suspect_;
  }
  [[nodiscard]] const Figure& figure(const CellRef& cell) const {
    return at(dossier_, cell).figure;
  }
  [[nodiscard]] int passage_of(const CellRef& cell) const {
    return dossier_.current().narrative.figures[static_cast<std::size_t>(cell.row)].passage;
  }

  /// Growth as change ÷ amount of this year.
  [[nodiscard]] bool divided_by_this_year() const {
    Obligation way = obligation_;
    if (obligation_.base.size() == 2)
      way.base = {obligation_.base.front()};
    else if (obligation_.base.size() == 1 && obligation_.right.size() == 2)
      way.base = {{1, obligation_.right.front().cell}};
    else
      return false;
    return holds(judge(way, dossier_).status);
  }

  /// Whether two figures stand in one passage or in two items of one list.
  [[nodiscard]] bool together(const CellRef& a, const CellRef& b) const {
    const std::vector<Passage>& passages = dossier_.current().narrative.passages;
    const auto first = static_cast<std::size_t>(passage_of(a));
    const auto second = static_cast<std::size_t>(passage_of(b));
    return first == second ||
           (passages[first].parent == passages[second].parent && passages[first].parent >= 0);
  }

  /// The statements about other percentages of the same passage or list.
  [[nodiscard]] std::vector<std::size_t> other_percentages() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < report_.obligations.size(); ++i) {
      const Obligation& other = report_.obligations[i];
      if (other.kind != ObligationKind::ratio || other.left.size() != 1) continue;
      const CellRef& cell = other.left.front().cell;
      if (cell.table == in_narrative && cell.disclosure == suspect_.disclosure &&
          cell != suspect_ && together(cell, suspect_))
        found.push_back(i);
    }
    return found;
  }

  /// Two or more right shares and this wrong one print exactly 100 % together.
  [[nodiscard]] bool plugged() const {
    if (obligation_.right.size() != 1 || obligation_.base.size() != 1) return false;
    Decimal sum = figure(suspect_).value();
    int others = 0;
    for (const std::size_t i : other_percentages()) {
      const Obligation& other = report_.obligations[i];
      if (other.rule != obligation_.rule || other.base.size() != 1) continue;
      if (!holds(report_.outcomes[i].status)) return false;
      const Figure& share = figure(other.left.front().cell);
      if (share.is_number()) sum = sum + share.value();
      ++others;
    }
    return others >= 2 && sum == Decimal::of(100);
  }

  /// A right percentage of the same passage that prints the same.
  [[nodiscard]] std::optional<CellRef> same_percentage() const {
    for (const std::size_t i : other_percentages()) {
      const CellRef& cell = report_.obligations[i].left.front().cell;
      if (holds(report_.outcomes[i].status) && figure(cell).is_number() &&
          figure(cell).value() == figure(suspect_).value())
        return cell;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool prints_it(const CellRef& cell) const {
    Obligation same;
    same.kind = ObligationKind::restatement;
    same.left = {{1, suspect_}};
    same.right = {{1, cell}};
    return figure(cell).is_number() && holds(judge(same, dossier_).status);
  }

  /// A figure of so many digits does not stand elsewhere by chance.
  [[nodiscard]] bool is_telling() const {
    constexpr int least = 100;
    const Decimal value = figure(suspect_).value();
    return abs(value.trimmed()).coefficient() >= least;
  }

  /// The same cell in the document of the year before.
  [[nodiscard]] std::optional<CellRef> last_years() const {
    if (!is_telling()) return std::nullopt;
    const CellRef& right = obligation_.right.front().cell;
    const Table& table = table_at(dossier_, right);
    for (std::size_t d = 1; d < dossier_.disclosures.size(); ++d) {
      const Disclosure& other = dossier_.disclosures[d];
      if (dossier_.is_unit(d)) continue;
      for (std::size_t t = 0; t < other.tables.size(); ++t) {
        if (other.tables[t].kind != table.kind) continue;
        if (const auto cell = first_that_prints(static_cast<int>(d), static_cast<int>(t)))
          return cell;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<CellRef> first_that_prints(int disclosure, int index) const {
    const Table& table = dossier_.disclosures[static_cast<std::size_t>(disclosure)]
                             .tables[static_cast<std::size_t>(index)];
    for (int r = 0; r < static_cast<int>(table.rows.size()); ++r)
      for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
        if (table.columns[static_cast<std::size_t>(c)].role != ColumnRole::amount) continue;
        if (const CellRef cell{disclosure, index, r, c}; prints_it(cell)) return cell;
      }
    return std::nullopt;
  }

  /// Another sentence that rightly says this amount of something else; else a cell that does.
  [[nodiscard]] std::optional<CellRef> said_elsewhere() const {
    if (!is_telling()) return std::nullopt;
    for (std::size_t i = 0; i < report_.obligations.size(); ++i) {
      const Obligation& other = report_.obligations[i];
      if (!is_said_again(other) || !holds(report_.outcomes[i].status)) continue;
      const CellRef& cell = other.left.front().cell;
      if (cell != suspect_ && figure(cell).is_number() &&
          figure(cell).value() == figure(suspect_).value() &&
          figure(cell).unit() == figure(suspect_).unit())
        return cell;
    }
    for (int t = 0; t < static_cast<int>(dossier_.current().tables.size()); ++t)
      if (const auto cell = first_that_prints(0, t)) return cell;
    return std::nullopt;
  }

  const CellRef& suspect_;
  const Obligation& obligation_;
  const Dossier& dossier_;
  const Report& report_;
};

}  // namespace

TextCause text_cause(const CellRef& suspect, const Obligation& obligation, const Dossier& dossier,
                     const Report& report) {
  if (suspect.table != in_narrative || suspect.disclosure != 0 ||
      !at(dossier, suspect).figure.is_number())
    return {};
  return TextCauses(suspect, obligation, dossier, report).find();
}

}  // namespace budget::inline v1::detail
