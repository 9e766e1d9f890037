// SPDX-License-Identifier: Apache-2.0
#include "render/document_view.hpp"

#include <budget/render/words.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace budget::inline v1::detail {
namespace {

using Json = nlohmann::ordered_json;

/// Length in UTF-16, which is how pages count characters.
std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value & 0xC0U) != 0x80U) length += value >= 0xF0U ? 2 : 1;
  }
  return length;
}

Json table_view(const Table& table, int index, const Disclosure& disclosure) {
  Json json = Json::object();
  json["index"] = index;
  json["number"] = table.number;
  json["title"] = table.title;
  json["unit"] = table.unit == Unit::unknown ? "" : std::string(symbol(table.unit));
  json["place"] = place_of(table.place, disclosure);
  json["headers"] = Json::array();
  json["roles"] = Json::array();
  for (const Column& column : table.columns) {
    json["headers"].push_back(column.header);
    json["roles"].push_back(std::string(to_string(column.role)));
  }
  json["rows"] = Json::array();
  for (const Row& row : table.rows) {
    Json cells = Json::array();
    for (const Cell& cell : row.cells) cells.push_back(cell.figure.text());
    json["rows"].push_back(
        {row.labels.empty() ? -1 : row.labels.front().level, row.place.line, std::move(cells)});
  }
  json["notes"] = Json::array();
  for (const TableNote& note : table.notes) json["notes"].push_back(note.text);
  return json;
}

Json target_text(const std::optional<Target>& target) {
  return target ? std::string(target->text()) : std::string();
}

Json targets_view(const TargetTable& table, int funds, const Disclosure& disclosure) {
  Json json = Json::object();
  json["title"] = table.title;
  json["project"] = table.project;
  json["place"] = place_of(table.place, disclosure);
  json["funds"] = table_view(table.funds, funds, disclosure);
  json["facts"] = Json::array();
  for (const TargetFact& fact : table.facts) json["facts"].push_back({fact.name, fact.text});
  json["texts"] = Json::array();
  for (const TargetText& text : table.texts)
    json["texts"].push_back({text.name, text.period, text.annual});
  json["indicators"] = Json::array();
  for (const Indicator& one : table.indicators)
    json["indicators"].push_back({one.level1, one.level2, one.name, target_text(one.period),
                                  target_text(one.annual), target_text(one.actual),
                                  one.place.line});
  return json;
}

Json passages_view(const Disclosure& disclosure) {
  const Narrative& narrative = disclosure.narrative;
  Json list = Json::array();
  for (const Passage& passage : narrative.passages) {
    list.push_back({passage.text, passage.heading,
                    place_of(passage.lines.front().place, disclosure), Json::array(),
                    passage.lines.back().place.line});
  }
  for (std::size_t i = 0; i < narrative.figures.size(); ++i) {
    const TextFigure& figure = narrative.figures[i];
    const auto at = static_cast<std::size_t>(figure.passage);
    const std::string_view text = narrative.passages[at].text;
    list[at][3].push_back(
        {i, utf16_length(text.substr(0, figure.begin)), utf16_length(text.substr(0, figure.end))});
  }
  return list;
}

}  // namespace

Json box_of(const Place& place) {
  if (!place.box) return 0;
  const auto rounded = [](double points) { return std::round(points * 100) / 100; };
  const Box& box = *place.box;
  return Json::array({rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)});
}

Json place_of(const Place& place, const Disclosure& disclosure) {
  const auto file = std::ranges::find(disclosure.files, place.source);
  const auto number = file == disclosure.files.end() ? 0 : file - disclosure.files.begin();
  return Json::array({number, place.page, place.line});
}

Json document_view(const Disclosure& disclosure) {
  Json json = Json::object();
  json["source"] = disclosure.source;
  json["files"] = disclosure.files;
  json["organisation"] = disclosure.organisation;
  json["year"] = disclosure.year.value_or(0);
  json["kind"] = {words(disclosure.kind, Language::zh), words(disclosure.kind, Language::en)};
  json["tables"] = Json::array();
  for (std::size_t t = 0; t < disclosure.tables.size(); ++t)
    json["tables"].push_back(table_view(disclosure.tables[t], static_cast<int>(t), disclosure));
  json["targets"] = Json::array();
  for (std::size_t t = 0; t < disclosure.targets.size(); ++t)
    json["targets"].push_back(
        targets_view(disclosure.targets[t], disclosure.funds_index(t), disclosure));
  json["passages"] = passages_view(disclosure);
  return json;
}

}  // namespace budget::inline v1::detail
