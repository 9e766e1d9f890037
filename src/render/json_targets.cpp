// SPDX-License-Identifier: Apache-2.0
#include "render/json_targets.hpp"

#include <string>
#include <utility>

namespace budget::inline v1::detail {
namespace {

using Json = nlohmann::ordered_json;

Json number_or_null(int number) {
  return number == 0 ? Json(nullptr) : Json(number);
}

Json text_or_null(const std::optional<Target>& target) {
  return target ? Json(target->text()) : Json(nullptr);
}

Json funds_json(const TargetTable& table) {
  Json funds = Json::object();
  funds["unit"] = table.funds.unit == Unit::unknown ? Json(nullptr)
                                                    : Json(std::string(symbol(table.funds.unit)));
  funds["period_total"] = table.period_total().text();
  funds["annual_total"] = table.annual_total().text();
  funds["rows"] = Json::array();
  for (const Row& row : table.funds.rows) {
    Json item = Json::object();
    item["page"] = number_or_null(row.place.page);
    item["line"] = number_or_null(row.place.line);
    item["cells"] = Json::array();
    for (const Cell& cell : row.cells) item["cells"].push_back(cell.figure.text());
    funds["rows"].push_back(std::move(item));
  }
  return funds;
}

Json indicator_json(const Indicator& indicator, bool is_evaluation) {
  Json item = Json::object();
  item["level1"] = indicator.level1;
  item["level2"] = indicator.level2;
  item["name"] = indicator.name;
  item["period"] = text_or_null(indicator.period);
  item["annual"] = text_or_null(indicator.annual);
  if (indicator.weight.state() != FigureState::blank) item["weight"] = indicator.weight.text();
  if (is_evaluation) {
    item["actual"] = text_or_null(indicator.actual);
    item["score"] = indicator.score.text();
    item["reason"] = indicator.reason;
  }
  const Target* target = indicator.target();
  item["form"] = target == nullptr ? Json(nullptr) : Json(std::string(symbol(target->form())));
  item["page"] = number_or_null(indicator.place.page);
  item["line"] = number_or_null(indicator.place.line);
  return item;
}

}  // namespace

Json target_json(const TargetTable& table) {
  Json item = Json::object();
  item["id"] = table.id;
  item["scope"] = std::string(to_string(table.scope));
  item["evaluation"] = table.is_evaluation;
  item["title"] = table.title;
  item["project"] = table.project;
  item["unit"] = table.body;
  item["page"] = number_or_null(table.place.page);
  item["line"] = number_or_null(table.place.line);
  item["funds"] = funds_json(table);
  item["facts"] = Json::array();
  for (const TargetFact& fact : table.facts)
    item["facts"].push_back({{"name", fact.name}, {"text", fact.text}});
  item["texts"] = Json::array();
  for (const TargetText& text : table.texts)
    item["texts"].push_back(
        {{"name", text.name}, {"period", text.period}, {"annual", text.annual}});
  item["indicators"] = Json::array();
  for (const Indicator& indicator : table.indicators)
    item["indicators"].push_back(indicator_json(indicator, table.is_evaluation));
  item["empty_categories"] = table.empty_categories;
  if (table.is_evaluation) item["total"] = table.total.text();
  return item;
}

}  // namespace budget::inline v1::detail
