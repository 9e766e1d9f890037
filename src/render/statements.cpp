// SPDX-License-Identifier: Apache-2.0
#include "render/statements.hpp"

#include "render/labels.hpp"
#include "render/layout.hpp"

#include <budget/render/arithmetic.hpp>
#include <budget/render/message.hpp>

#include <algorithm>
#include <utility>

namespace budget::inline v1::detail {
namespace {

// The sum with labels, its difference, and for rounding how much of it rounding can explain.
std::string labelled_sum(const Obligation& obligation, const Outcome& outcome,
                         const Dossier& dossier, Language language) {
  const std::string clause = say(Message::clause_separator, language);
  std::string sum = labelled_arithmetic(obligation, outcome, dossier, language);
  const std::string difference = printed_difference(obligation, outcome, dossier, language);
  if (!difference.empty() && outcome.status != Status::exact)
    sum += clause + say(Message::difference, language, {difference});
  if (outcome.strain)
    sum += clause + say(Message::strain, language, {outcome.strain->percent(0, Rounding::half_up)});
  return sum;
}

std::vector<std::string> body_of(const Obligation& obligation, const Outcome& outcome,
                                 const Dossier& dossier, Language language) {
  std::vector<std::string> body{labelled_sum(obligation, outcome, dossier, language)};
  if (outcome.same_digits_demanded)
    body.push_back(say(Message::same_digits, language));
  else if (std::string sides = side_intervals(obligation, outcome, dossier, language);
           !sides.empty())
    body.push_back(std::move(sides));
  if (obligation.zero.empty()) return body;
  std::vector<std::string> cells;
  for (const CellRef& cell : obligation.zero)
    cells.push_back(say(Message::in_table, language, {title_at(dossier, cell)}) +
                    (language == Language::en ? " " : "") + row_name(dossier, cell) + "·" +
                    column_name(dossier, cell));
  body.push_back(say(Message::condition_zero, language,
                     {join(cells, say(Message::list_separator, language))}));
  return body;
}

// Places of statements, grouped by their table; "" where a statement spans several.
class PlacesByTable {
 public:
  void add(const std::string& table, const std::string& where) {
    const auto known = std::ranges::find(tables_, table, &Entry::first);
    if (known == tables_.end())
      tables_.push_back({table, {where}});
    else if (std::ranges::find(known->second, where) == known->second.end())
      known->second.push_back(where);
  }
  [[nodiscard]] std::string words(Language language) const {
    std::vector<std::string> parts;
    for (const auto& [table, places] : tables_) {
      std::string part = table.empty() ? "" : say(Message::in_table, language, {table}) + " ";
      parts.push_back(part + join(places, say(Message::list_separator, language)));
    }
    return join(parts, say(Message::clause_separator, language));
  }

 private:
  using Entry = std::pair<std::string, std::vector<std::string>>;
  std::vector<Entry> tables_;
};

}  // namespace

std::vector<StatementLines> statement_lines(const Finding& finding, const Report& report,
                                            const Dossier& dossier, Language language) {
  std::vector<StatementLines> result;
  std::vector<std::string> rules;
  for (const FindingStatement& step : finding.statements) {
    const Obligation& obligation = report.obligations[step.obligation];
    const std::string common = Labels(obligation, dossier, language).common();
    const std::string rule = say(Message::statement_of, language, {obligation.rule});
    std::string head = common.empty() ? rule : common + "  " + rule;
    std::vector<std::string> body =
        body_of(obligation, report.outcomes[step.obligation], dossier, language);
    if (!result.empty() && rules.back() == obligation.rule && result.back().body == body) {
      result.back().heads.push_back(std::move(head));
      continue;
    }
    rules.push_back(obligation.rule);
    result.push_back({{std::move(head)}, std::move(body)});
  }
  return result;
}

std::vector<RoundedSum> rounded_sums(const Finding& finding, const Report& report,
                                     const Dossier& dossier, Language language) {
  std::vector<RoundedSum> result;
  std::vector<std::string> figures;
  std::vector<PlacesByTable> places;
  for (const FindingStatement& step : finding.statements) {
    const Obligation& obligation = report.obligations[step.obligation];
    const Outcome& outcome = report.outcomes[step.obligation];
    const std::string same = arithmetic(obligation, outcome, dossier, language);
    auto at = static_cast<std::size_t>(std::ranges::find(figures, same) - figures.begin());
    if (at == figures.size()) {
      figures.push_back(same);
      places.emplace_back();
      result.push_back({labelled_sum(obligation, outcome, dossier, language), 0, {}});
    }
    ++result[at].statements;
    FindingPlace shared = Labels(obligation, dossier, language).shared();
    const std::string table = std::exchange(shared.table, {});
    const std::string where = describe(shared, language);
    places[at].add(table,
                   where.empty() ? say(Message::statement_of, language, {obligation.rule}) : where);
  }
  for (std::size_t i = 0; i < result.size(); ++i) result[i].places = places[i].words(language);
  return result;
}

}  // namespace budget::inline v1::detail
