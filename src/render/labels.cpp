// SPDX-License-Identifier: Apache-2.0
#include "render/labels.hpp"
#include "disclosure/header_path.hpp"

#include <budget/obligation/judge.hpp>
#include <budget/render/arithmetic.hpp>
#include <budget/render/message.hpp>
#include <budget/render/words.hpp>

#include <algorithm>

namespace budget::inline v1::detail {

std::string row_name(const Dossier& dossier, const CellRef& ref) {
  const Table& table = table_at(dossier, ref);
  const int side = table.side_of(ref.column);
  const Row& row = table.rows[static_cast<std::size_t>(ref.row)];
  if (side < 0 || static_cast<std::size_t>(side) >= row.labels.size()) return row.id;
  const RowLabel& label = row.labels[static_cast<std::size_t>(side)];
  return label.name.empty() ? label.code : label.name;
}

std::string column_name(const Dossier& dossier, const CellRef& ref) {
  const Column& column = table_at(dossier, ref).columns[static_cast<std::size_t>(ref.column)];
  std::string path = header_path(column);
  return path.empty() ? column.key : path;
}

std::string corrected_line(const AppliedCorrection& one, const Dossier& dossier, int disclosure,
                           Language language) {
  const CellRef cell{disclosure, one.table, one.row, one.column};
  const Correction& correction = one.correction;
  FindingPlace place;
  place.table = title_at(dossier, cell);
  if (one.table != in_narrative) {
    place.row = row_name(dossier, cell);
    place.column = column_name(dossier, cell);
  }
  place.place = at(dossier, cell).place;
  const std::string why =
      correction.who.empty() ? correction.reason : correction.reason + "; " + correction.who;
  return say(Message::corrected_line, language,
             {describe(place, language), correction.read, correction.text, why});
}

std::string unplaced(const NotRead& line, Language language) {
  return say(Message::unplaced_line, language,
             {describe(line.place, language), line.text, words(line.why, language)});
}

std::string region_name(const Region& region, Language language) {
  const std::string kind(words(region.kind, language));
  if (region.title.empty()) return kind;
  return kind + (language == Language::zh ? "" : " ") +
         say(Message::in_table, language, {region.title});
}

Labels::Labels(const Obligation& obligation, const Dossier& dossier, Language language)
    : dossier_(dossier), language_(language) {
  for (const std::vector<Term>* side : {&obligation.left, &obligation.right}) {
    for (const Term& term : *side) {
      const CellRef& cell = term.cell;
      if (!any_) first_ = cell;
      any_ = true;
      one_table_ = one_table_ && cell.disclosure == first_.disclosure && cell.table == first_.table;
      one_row_ = one_row_ && one_table_ && cell.row == first_.row &&
                 row_name(dossier, cell) == row_name(dossier, first_);
      one_column_ = one_column_ && one_table_ && cell.column == first_.column;
    }
  }
}

std::string Labels::label(const CellRef& cell) const {
  if (one_table_ && one_row_) return column_name(dossier_, cell);
  std::string text;
  if (!one_table_)
    text = say(Message::in_table, language_, {title_at(dossier_, cell)}) +
           (language_ == Language::en ? " " : "");
  const std::string row = row_name(dossier_, cell);
  text += row;
  const std::string column = one_column_ ? std::string() : column_name(dossier_, cell);
  text += (row.empty() || column.empty() ? "" : "·") + column;
  const Place& place = at(dossier_, cell).place;
  if (place.line > 0 && !one_table_)
    text += "(" +
            (place.sheet.empty() ? say(Message::on_line, language_, {std::to_string(place.line)})
                                 : describe(place, language_)) +
            ")";
  return text;
}

std::string Labels::common() const {
  return describe(shared(), language_);
}

FindingPlace Labels::shared() const {
  FindingPlace shared;
  if (!any_ || !one_table_) return shared;
  shared.table = title_at(dossier_, first_);
  if (one_row_) shared.row = row_name(dossier_, first_);
  if (one_row_) shared.place = at(dossier_, first_).place;
  if (one_column_ && !one_row_) shared.column = column_name(dossier_, first_);
  return shared;
}

Decimal in_unit(const Decimal& amount, Unit unit, bool in_yuan) {
  if (!in_yuan || unit == Unit::unknown) return amount;
  const auto scaled =
      Decimal::checked_scaled(amount.coefficient(), amount.scale() + scale_exponent(unit));
  return scaled ? scaled->trimmed() : amount;
}

std::string stated_sum(const Obligation& obligation, const Dossier& dossier, Language language) {
  const auto stated = [&](const std::vector<Term>& side) {
    return std::any_of(side.begin(), side.end(),
                       [&](const Term& term) { return at(dossier, term.cell).figure.is_number(); });
  };
  Obligation sum = obligation;  // the stated side against nothing: the judge adds it up
  if (!stated(obligation.left)) sum.left = obligation.right;
  sum.right.clear();
  const Outcome outcome = judge(sum, dossier);
  return printed_difference(sum, outcome, dossier, language);
}

std::string count_addends(const Obligation& obligation, const Dossier& dossier) {
  int most = 0;
  for (const std::vector<Term>* side : {&obligation.left, &obligation.right}) {
    int numbers = 0;
    for (const Term& term : *side)
      if (at(dossier, term.cell).figure.is_number()) ++numbers;
    most = std::max(most, numbers);
  }
  return std::to_string(most);
}

}  // namespace budget::inline v1::detail
