// SPDX-License-Identifier: Apache-2.0
#include <budget/render/view.hpp>

#include "render/document_view.hpp"
#include "render/json_text.hpp"
#include "render/labels.hpp"
#include "render/report_writer.hpp"

#include <budget/audit/cell_use.hpp>
#include <budget/render/arithmetic.hpp>
#include <budget/render/words.hpp>

#include <nlohmann/json.hpp>

#include <array>
#include <map>

namespace budget::inline v1 {
namespace {

using Json = nlohmann::ordered_json;
using detail::box_of;
using detail::ReportSection;

/// What a function says in Chinese and in English; once where that is the same.
template <class Say>
Json in_both(Say say) {
  std::string zh(say(Language::zh)), en(say(Language::en));
  return zh == en ? Json(std::move(zh)) : Json::array({std::move(zh), std::move(en)});
}

Json lines_json(const std::vector<ReportSection>& sections, std::size_t first_line = 0) {
  Json lines = Json::array();
  for (const ReportSection& section : sections)
    for (std::size_t i = first_line; i < section.lines.size(); ++i)
      if (const detail::ReportLine& line = section.lines[i]; !line.told_apart)
        lines.push_back({line.indent, line.text});
  return lines;
}

/// Sections that `write` writes, as lines in each language.
template <class Write>
Json written_in_both(const Report& report, const Dossier& dossier, Write write,
                     std::size_t first_line = 0) {
  Json json = Json::object();
  for (const Language language : {Language::zh, Language::en}) {
    detail::ReportWriter writer(report, dossier, language);
    write(writer);
    json[language == Language::zh ? "zh" : "en"] = lines_json(std::move(writer).take(), first_line);
  }
  return json;
}

/// Whether a statement says anything to one who looks at its figures.
bool is_shown(const Obligation& obligation, const Outcome& outcome) {
  return !cells_of(obligation).empty() && outcome.why != Undecided::implied &&
         outcome.why != Undecided::nothing_printed;
}

/// Builds the view; figures and statements are numbered as they are met.
class View {
 public:
  View(const Report& report, const Dossier& dossier) : report_(report), dossier_(dossier) {}

  [[nodiscard]] Json built() {
    Json json = Json::object();
    json["head"] = head();
    json["documents"] = Json::array();
    for (std::size_t d = 0; d < dossier_.disclosures.size(); ++d) {
      json["documents"].push_back(detail::document_view(dossier_.disclosures[d]));
      for (const CellRef& cell : figure_cells(dossier_.disclosures[d], static_cast<int>(d)))
        if (at(dossier_, cell).figure.state() != FigureState::blank) figure(cell);
    }
    json["statements"] = statements();
    json["findings"] = Json::array();
    for (std::size_t i = 0; i < report_.findings.size(); ++i)
      json["findings"].push_back(finding(report_.findings[i], i + 1));
    json["sections"] = sections();
    json["rules"] = rules();
    json["unchecked"] = Json::array();
    for (const CellRef& cell : report_.coverage.unchecked)
      json["unchecked"].push_back(figure(cell));
    json["figures"] = std::move(figures_);  // last: those above have numbered them
    return json;
  }

 private:
  [[nodiscard]] Json head() const {
    Json json = Json::object();
    json["verdict"] = std::string(to_string(report_.verdict));
    const FigureCoverage& figures = report_.coverage.figures;
    json["figures"] = {figures.read, figures.checked, figures.unchecked, figures.unreadable};
    // Its first section is the title, the second the verdict.
    json["lines"] =
        written_in_both(report_, dossier_, [](detail::ReportWriter& writer) { writer.head(); });
    return json;
  }

  int figure(const CellRef& cell) {
    const auto [known, is_new] = numbers_.try_emplace(cell, static_cast<int>(figures_.size()));
    if (is_new) {
      const Cell& of = at(dossier_, cell);
      const auto document = static_cast<std::size_t>(cell.disclosure);
      figures_.push_back({cell.disclosure, cell.table, cell.row, cell.column,
                          detail::place_of(of.place, dossier_.disclosures[document]),
                          box_of(of.place), of.figure.text(),
                          in_both([&](Language l) { return words(of.mark, l); })});
    }
    return known->second;
  }

  [[nodiscard]] Json figures_of(const std::vector<Term>& terms) {
    Json list = Json::array();
    for (const Term& term : terms) list.push_back(figure(term.cell));
    return list;
  }

  [[nodiscard]] Json statements() {
    Json list = Json::array();
    for (std::size_t i = 0; i < report_.obligations.size(); ++i) {
      const Obligation& obligation = report_.obligations[i];
      const Outcome& outcome = report_.outcomes[i];
      if (!is_shown(obligation, outcome)) continue;
      list.push_back(
          {obligation.rule, static_cast<int>(outcome.status),
           in_both([&](Language l) { return detail::Labels(obligation, dossier_, l).common(); }),
           in_both([&](Language l) { return sum(obligation, outcome, l); }),
           outcome.why == Undecided::none ? Json(0) : in_both([&](Language l) {
             return words(outcome.why, l);
           }),
           figures_of(obligation.left), figures_of(obligation.right), figures_of(obligation.base)});
    }
    return list;
  }

  /// The arithmetic, each figure with its name unless there are so many that nobody would read them;
  /// or what is required of the figure.
  [[nodiscard]] std::string sum(const Obligation& obligation, const Outcome& outcome,
                                Language language) const {
    if (!is_over_figures(obligation)) return obligation.requirement.in(language);
    constexpr std::size_t most_named = 8;
    const std::size_t count = obligation.left.size() + obligation.right.size();
    return count > most_named
               ? arithmetic(obligation, outcome, dossier_, language)
               : detail::labelled_arithmetic(obligation, outcome, dossier_, language);
  }

  [[nodiscard]] Json place(const FindingPlace& of) {
    Json json = Json::object();
    if (of.has_cell)
      json["figure"] = figure(of.cell);
    else
      json["at"] = {detail::place_of(of.place, dossier_.current()), box_of(of.place)};
    json["where"] = in_both([&](Language l) { return describe(of, l); });
    json["text"] = of.text;
    if (of.suspected) json["suspected"] = true;
    return json;
  }

  [[nodiscard]] Json finding(const Finding& of, std::size_t ordinal) {
    Json json = Json::object();
    json["id"] = of.id;
    json["rule"] = of.rule;
    json["severity"] = static_cast<int>(of.severity);
    json["message"] = in_both([&](Language l) { return summary(of, report_, dossier_, l); });
    if (of.cause != Cause::unknown)
      json["cause"] = in_both([&](Language l) { return words(of.cause, l); });
    json["lines"] = written_in_both(
        report_, dossier_,
        [&](detail::ReportWriter& writer) { writer.finding(of, static_cast<int>(ordinal)); }, 1);
    json["places"] = Json::array();
    for (const FindingPlace& one : of.places) json["places"].push_back(place(one));
    if (of.copied_from) json["places"].push_back(place(*of.copied_from));
    return json;
  }

  /// What was set aside, corrected, not read, not decided: sections with their headings.
  [[nodiscard]] Json sections() const {
    using Writer = detail::ReportWriter;
    Json list = Json::array();
    for (void (Writer::*part)() : {&Writer::set_aside, &Writer::corrected, &Writer::not_read,
                                   &Writer::unreadable, &Writer::regions, &Writer::reasons}) {
      Json json = written_in_both(report_, dossier_, [part](Writer& writer) { (writer.*part)(); });
      if (!json["zh"].empty()) list.push_back(std::move(json));
    }
    return list;
  }

  [[nodiscard]] Json rules() const {
    Json list = Json::array();
    for (const auto& [rule, counts] : report_.coverage.rules) list.push_back({rule, counts.count});
    return list;
  }

  const Report& report_;
  const Dossier& dossier_;
  std::map<CellRef, int> numbers_;
  Json figures_ = Json::array();
};

}  // namespace

std::string to_view(const Report& report, const Dossier& dossier) {
  return detail::written(View(report, dossier).built(), JsonLayout::line);
}

}  // namespace budget::inline v1
