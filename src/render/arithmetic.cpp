// SPDX-License-Identifier: Apache-2.0
#include <budget/render/arithmetic.hpp>

#include "render/labels.hpp"

#include <budget/base/text.hpp>
#include <budget/render/message.hpp>
#include <budget/render/words.hpp>

#include <algorithm>

namespace budget::inline v1 {
namespace {

// Both sides of a statement with what is common to its figures.
class Writer {
 public:
  Writer(const Obligation& obligation, const Outcome& outcome, const Dossier& dossier,
         Language language)
      : obligation_(obligation), outcome_(outcome), dossier_(dossier), language_(language) {
    bool first = true;
    for (const std::vector<Term>* side : {&obligation.left, &obligation.right}) {
      for (const Term& term : *side) {
        const Figure& figure = at(dossier, term.cell).figure;
        if (!figure.is_number()) continue;
        scale_ = std::max(scale_, figure.value().scale());
        if (!first && figure.unit() != unit_) mixed_ = true;
        unit_ = figure.unit();
        first = false;
      }
    }
    if (mixed_) {
      unit_ = outcome.in_yuan ? Unit::yuan : Unit::unknown;
      scale_ = 0;
    }
  }

  [[nodiscard]] std::string side(const std::vector<Term>& terms, const std::optional<Decimal>& sum,
                                 const detail::Labels* labels) const {
    if (terms.empty()) return "0";
    std::string text;
    int numbers = 0;
    bool plain = true;    // the side is one figure as it stands
    bool in_yuan = true;  // and its figures are in 元
    for (const Term& term : terms) {
      const Figure& figure = at(dossier_, term.cell).figure;
      if (!figure.is_number()) continue;
      ++numbers;
      plain = plain && term.coefficient == 1;
      const std::int64_t size = term.coefficient < 0 ? -term.coefficient : term.coefficient;
      if (numbers > 1)
        text += term.coefficient < 0 ? " − " : " + ";
      else if (term.coefficient < 0)
        text += "−";
      if (size != 1) text += std::to_string(size) + " × ";
      if (labels) text += labels->label(term.cell) + " ";
      in_yuan = in_yuan && figure.unit() == Unit::yuan;
      const bool bracket = figure.value().is_negative() && numbers > 1;
      text += bracket ? "(" + printed(figure) + ")" : printed(figure);
    }
    if (numbers == 0) {
      // A blank cell of its own is named: it is what the other side is held against.
      const bool alone = labels != nullptr && terms.size() == 1 && is_said_again(obligation_);
      return (alone ? labels->label(terms.front().cell) + " " : std::string()) +
             std::string(sentence(Message::side_not_stated, language_));
    }
    if (sum && (numbers > 1 || !plain || (mixed_ && !in_yuan)))
      text += " = " + (mixed_ ? with_unit(amount(*sum)) : amount(*sum));
    return text;
  }

  [[nodiscard]] std::string_view relation() const {
    const bool equal = obligation_.relation == Relation::equal;
    switch (outcome_.status) {
      case Status::exact: return equal ? " = " : " ≤ ";
      case Status::rounding: return equal ? " ≈ " : " ⪅ ";
      case Status::violated: return equal ? " ≠ " : " > ";
      case Status::not_applicable:
      case Status::not_read:
      case Status::not_decided: return equal ? " =? " : " ≤? ";
    }
    return "";
  }

  [[nodiscard]] std::string whole(const detail::Labels* labels) const {
    if (!is_over_figures(obligation_)) return {};
    if (obligation_.left.empty() && obligation_.right.empty()) return {};
    if (obligation_.kind == ObligationKind::ratio) return quotient(labels);
    std::string text = side(obligation_.left, outcome_.left_printed, labels) +
                       std::string(relation()) +
                       side(obligation_.right, outcome_.right_printed, labels);
    return mixed_ ? text : with_unit(text);
  }

  // An amount of the outcome in the unit of the figures, with as many digits as they print.
  [[nodiscard]] std::string amount(const Decimal& value) const {
    return to_string(padded(detail::in_unit(value, unit_, outcome_.in_yuan)));
  }
  [[nodiscard]] std::string with_unit(const std::string& text) const {
    if (obligation_.kind == ObligationKind::ratio) return text + "%";
    if (unit_ == Unit::unknown) return text;
    return say(Message::amount_with_unit, language_, {text, symbol(unit_)});
  }
  [[nodiscard]] std::string unit_words() const {
    if (obligation_.kind == ObligationKind::ratio) return "%";
    return unit_ == Unit::unknown ? std::string(name(unit_, language_)) : to_string(unit_);
  }

 private:
  // 5.20% ≠ 12.30 ÷ 112.30, 25.00% ≠ 20.00 ÷ (100.00 − 20.00)
  [[nodiscard]] std::string quotient(const detail::Labels* labels) const {
    const auto sum = [&](const std::vector<Term>& side) {
      std::string text;
      for (const Term& term : side) {
        const Figure& figure = at(dossier_, term.cell).figure;
        if (!figure.is_number()) return std::string(sentence(Message::side_not_stated, language_));
        text += text.empty() ? (term.coefficient < 0 ? "−" : "")
                             : (term.coefficient < 0 ? " − " : " + ");
        const std::string label = labels ? labels->label(term.cell) : std::string();
        text += (label.empty() ? "" : label + " ") + std::string(strip(figure.text()));
      }
      return side.size() > 1 ? "(" + text + ")" : text;
    };
    std::string text = sum(obligation_.left);
    if (at(dossier_, obligation_.left.front().cell).figure.suffix() == Suffix::none) text += "%";
    text += std::string(relation()) + sum(obligation_.right) + " ÷ " + sum(obligation_.base);
    if (outcome_.right_printed) text += " = " + to_string(*outcome_.right_printed) + "%";
    return text;
  }

  // As printed; with its unit where the figures have several, else without: the unit they share
  // stands once, behind the whole.
  [[nodiscard]] std::string printed(const Figure& figure) const {
    std::string_view text = strip(figure.text());
    const std::string_view unit = symbol(figure.unit());
    if (!mixed_ && !unit.empty() && text.ends_with(unit))
      text = strip(text.substr(0, text.size() - unit.size()));
    const bool without = mixed_ && !without_spaces(text).ends_with(unit);
    return std::string(text) + std::string(without ? unit : "");
  }
  [[nodiscard]] Decimal padded(const Decimal& value) const {
    const Decimal trimmed = value.trimmed(std::min(scale_, value.scale()));
    return trimmed.scale() < scale_ ? trimmed.exact_rescaled(scale_) : trimmed;
  }

  const Obligation& obligation_;
  const Outcome& outcome_;
  const Dossier& dossier_;
  Language language_;
  Unit unit_ = Unit::unknown;
  bool mixed_ = false;  // figures in several units: sums are in 元
  int scale_ = 0;       // most digits printed after the point
};

void add(std::string& text, std::string_view separator, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += separator;
  text += more;
}

std::string range_words(const std::optional<Decimal>& low, const std::optional<Decimal>& high,
                        Language language) {
  if (low && high && *low == *high) return say(Message::should_be, language, {to_string(*low)});
  if (low && high)
    return say(Message::should_be_between, language, {to_string(*low), to_string(*high)});
  if (low) return say(Message::should_be_at_least, language, {to_string(*low)});
  if (high) return say(Message::should_be_at_most, language, {to_string(*high)});
  return {};
}

}  // namespace

namespace detail {

std::string labelled_arithmetic(const Obligation& obligation, const Outcome& outcome,
                                const Dossier& dossier, Language language) {
  const Labels labels(obligation, dossier, language);
  return Writer(obligation, outcome, dossier, language).whole(&labels);
}

}  // namespace detail

std::string arithmetic(const Obligation& obligation, const Outcome& outcome, const Dossier& dossier,
                       Language language) {
  return Writer(obligation, outcome, dossier, language).whole(nullptr);
}

std::string printed_difference(const Obligation& obligation, const Outcome& outcome,
                               const Dossier& dossier, Language language) {
  if (!outcome.left_printed || !outcome.right_printed) return {};
  const Writer writer(obligation, outcome, dossier, language);
  return writer.with_unit(writer.amount(*outcome.left_printed - *outcome.right_printed));
}

std::string side_intervals(const Obligation& obligation, const Outcome& outcome,
                           const Dossier& dossier, Language language) {
  // Counts are not rounded: what is printed says all.
  if (!outcome.left || !outcome.right || obligation.counted) return {};
  const Writer writer(obligation, outcome, dossier, language);
  const auto range = [&](const Interval<Decimal>& side) {
    if (side.low() == side.high())
      return say(Message::is_exactly, language, {writer.amount(side.low())});
    return say(Message::lies_between, language,
               {writer.amount(side.low()), writer.amount(side.high())});
  };
  return say(Message::side_intervals, language,
             {range(*outcome.left), range(*outcome.right), writer.unit_words()});
}

std::string describe(const Place& place, Language language) {
  const std::string_view gap = language == Language::zh ? "" : ", ";
  std::string text;
  if (!place.sheet.empty()) {
    text = say(Message::in_sheet, language, {place.sheet});
    if (place.column > 0) return text + (language == Language::zh ? "" : " ") + sheet_cell(place);
  } else if (place.page > 0) {
    add(text, gap, say(Message::on_page, language, {std::to_string(place.page)}));
  }
  if (place.line > 0) add(text, gap, say(Message::on_line, language, {std::to_string(place.line)}));
  return text;
}

std::string describe(const Place& first, const Place& last, Language language) {
  const auto range = [&](Message one, Message several, int from, int to) -> std::string {
    if (from <= 0) return {};
    if (to <= from) return say(one, language, {std::to_string(from)});
    return say(several, language, {std::to_string(from), std::to_string(to)});
  };
  const bool one_sheet = !first.sheet.empty() && first.page == last.page;
  const std::string pages = one_sheet
                                ? say(Message::in_sheet, language, {first.sheet})
                                : range(Message::on_page, Message::on_pages, first.page, last.page);
  const std::string lines = range(Message::on_line, Message::on_lines, first.line, last.line);
  if (pages.empty() || lines.empty()) return pages + lines;
  return pages + say(Message::in_brackets, language, {lines});
}

std::string describe(const FindingPlace& place, Language language) {
  std::string text;
  const std::string_view gap = language == Language::zh ? " " : ", ";
  std::string table = place.table;
  if (!place.quote.empty() && !place.section.empty()) table += "：" + place.section;
  if (!table.empty()) add(text, gap, say(Message::in_table, language, {table}));
  if (!place.row.empty()) add(text, gap, say(Message::in_row, language, {place.row}));
  if (!place.column.empty()) add(text, gap, say(Message::in_column, language, {place.column}));
  add(text, gap, describe(place.place, language));
  return text;
}

std::string describe(const Repair& repair, Language language) {
  const std::string_view clause = sentence(Message::clause_separator, language);
  std::string text = describe(repair.place, language);
  text += language == Language::zh ? "：" : ": ";
  text += repair.place.text.empty() ? std::string(sentence(Message::side_not_stated, language))
                                    : repair.place.text;
  // One value of several that would do is no more than probable.
  const bool open = !repair.low || !repair.high || *repair.low != *repair.high;
  std::string should = range_words(repair.low, repair.high, language);
  if (repair.value && open && repair.low && repair.high)
    should = say(Message::probably, language,
                 {*repair.value, to_string(*repair.low), to_string(*repair.high)});
  else if (repair.value)
    should = say(Message::should_be, language, {*repair.value});
  // What stands beside the wrong name is the finding's cause, said once; no figure may belong here.
  const bool displaced = repair.cause == Cause::displaced_rows;
  if (displaced && !repair.value) should = sentence(Message::should_be_blank, language);
  add(text, language == Language::zh ? "，" : ", ", should);
  if (repair.cause != Cause::unknown && !displaced)
    add(text, clause, say(Message::likely_cause, language, {words(repair.cause, language)}));
  return text;
}

std::string together(const Finding& finding, const Dossier& dossier, Language language) {
  const std::string settled = std::to_string(finding.statements.size());
  const CellRef& cell = finding.places.front().cell;
  const Table& table = table_at(dossier, cell);
  if (finding.unit_should_be != Unit::unknown)
    return say(Message::together_unit, language,
               {table.title, symbol(table.unit), symbol(finding.unit_should_be), settled});
  if (finding.cause == Cause::doubled_row) {
    FindingPlace row = finding.places.front();
    row.column.clear();
    return say(Message::together_doubled, language, {describe(row, language), settled});
  }
  if (finding.cause == Cause::displaced_rows)
    return say(Message::together_displaced, language,
               {table.title, finding.places.front().row, settled});
  const auto prints = [&](const Repair& repair, const Repair& other) {
    const Figure& figure = at(dossier, repair.place.cell).figure;
    return other.value && figure.is_number() && figure.value() == Decimal::parse(*other.value);
  };
  if (finding.repairs.size() == 2 && prints(finding.repairs[0], finding.repairs[1]) &&
      prints(finding.repairs[1], finding.repairs[0]))
    return say(Message::together_exchanged, language, {settled});
  const auto is_beside = [&](const Repair& repair) {
    return repair.place.cell.table == cell.table && repair.place.cell.row == cell.row;
  };
  const Message of_one_row = std::ranges::all_of(finding.repairs, is_beside)
                                 ? Message::together_figures
                                 : Message::together_places;
  return say(finding.alternatives ? Message::together_one_row : of_one_row, language, {settled});
}

std::string summary(const Finding& finding, const Report& report, const Dossier& dossier,
                    Language language) {
  if (finding.requirement)
    return say(Message::requirement_not_met, language, {finding.requirement->in(language)});
  if (finding.missing)
    return say(Message::table_not_read, language, {words(*finding.missing, language)});
  if (finding.cause == Cause::year_not_read)
    return std::string(sentence(Message::year_not_read, language));
  if (finding.cause == Cause::part_not_read)
    return say(Message::part_not_read, language,
               {finding.places.front().table, std::to_string(finding.places.size())});
  if (finding.cause == Cause::unit_not_printed)
    return say(Message::unit_not_printed, language,
               {finding.places.empty() ? std::string() : finding.places.front().table});
  if (finding.statements.empty()) return {};
  const std::size_t first = finding.statements.front().obligation;
  const Obligation& obligation = report.obligations[first];
  const Outcome& outcome = report.outcomes[first];
  if (finding.cause == Cause::rounding && !outcome.unlikely_rounding)
    return say(Message::heading_rounding, language, {std::to_string(finding.statements.size())});

  const std::string_view clause = sentence(Message::clause_separator, language);
  std::string text;
  if (!finding.places.empty())
    text = describe(finding.places.front(), language) + (language == Language::zh ? "：" : ": ");
  if (finding.cause == Cause::unstated_total) {
    const std::string sum = detail::stated_sum(obligation, dossier, language);
    const auto stated = [](const FindingPlace& place) { return !place.suspected; };
    if (std::ranges::count_if(finding.places, stated) != 1 ||
        std::ranges::find_if(finding.places, stated)->table == finding.places.front().table)
      return text + say(Message::total_not_stated, language, {sum});
    return text + say(Message::blank_but_stated, language,
                      {describe(*std::ranges::find_if(finding.places, stated), language), sum});
  }
  if (finding.jointly)
    return text +
           say(Message::jointly_impossible, language, {std::to_string(finding.statements.size())});
  text += arithmetic(obligation, outcome, dossier, language);
  if (outcome.unlikely_rounding)
    return text + std::string(clause) +
           say(Message::unlikely_rounding, language, {detail::count_addends(obligation, dossier)});
  const std::string difference = printed_difference(obligation, outcome, dossier, language);
  if (!difference.empty()) add(text, clause, say(Message::difference, language, {difference}));
  if (finding.together) {
    add(text, clause, together(finding, dossier, language));
    if (finding.unit_should_be == Unit::unknown && finding.cause != Cause::doubled_row)
      for (const Repair& repair : finding.repairs) {
        const bool first_of_list = text.ends_with("：") || text.ends_with(':');
        add(text, first_of_list ? " " : clause, describe(repair, language));
      }
  } else if (finding.repairs.size() == 1) {
    add(text, clause, describe(finding.repairs.front(), language));
  } else if (finding.repairs.empty()) {
    add(text, clause, std::string(sentence(Message::nothing_single, language)));
  } else {
    add(text, clause, std::string(sentence(Message::suspects_equal, language)));
    for (std::size_t i = 0; i < std::min<std::size_t>(finding.repairs.size(), 3); ++i)
      add(text, i == 0 ? " " : clause, describe(finding.repairs[i], language));
    if (finding.repairs.size() > 3)
      add(text, clause,
          say(Message::more_repairs, language, {std::to_string(finding.repairs.size() - 3)}));
  }
  if (finding.copied_from)
    add(text, clause,
        say(Message::copied_from, language, {describe(*finding.copied_from, language)}));
  if (finding.only_if_zeros_cut)
    add(text, clause, std::string(sentence(Message::only_if_zeros_cut, language)));
  return text;
}

}  // namespace budget::inline v1
