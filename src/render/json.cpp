// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim.hpp>
#include <budget/render/json.hpp>

#include <budget/render/arithmetic.hpp>
#include <budget/render/words.hpp>
#include <budget/standard/claim_words.hpp>

#include "render/json_targets.hpp"
#include "render/json_text.hpp"

#include <nlohmann/json.hpp>

namespace budget::inline v1 {
namespace {

using Json = nlohmann::ordered_json;

Json number_or_null(int value) {
  return value > 0 ? Json(value) : Json(nullptr);
}

Json amount_or_null(const std::optional<Decimal>& value) {
  return value ? Json(to_string(*value)) : Json(nullptr);
}

Json unit_or_null(Unit unit) {
  return unit == Unit::unknown ? Json(nullptr) : Json(std::string(symbol(unit)));
}

Json box_or_null(const std::optional<Box>& box) {
  return box ? Json::array({box->x0, box->y0, box->x1, box->y1}) : Json(nullptr);
}

// The head that reports and disclosures share.
template <class Source>
Json document_head(const Source& of) {
  Json head = Json::object();
  head["source"] = of.source;
  head["sha256"] = of.sha256;
  head["kind"] = std::string(to_string(of.kind));
  head["year"] = of.year ? Json(*of.year) : Json(nullptr);
  head["organisation"] = of.organisation;
  head["organisation_code"] = of.organisation_code;
  head["pages"] = number_or_null(of.pages);
  return head;
}

Json not_read_list(const std::vector<NotRead>& lines, const std::vector<Region>& regions) {
  Json list = Json::array();
  const auto add = [&list](const Place& place, const std::string& text, std::string why) {
    Json item = Json::object();
    item["page"] = number_or_null(place.page);
    item["line"] = number_or_null(place.line);
    item["text"] = text;
    item["why"] = std::move(why);
    list.push_back(std::move(item));
  };
  for (const NotRead& line : lines) add(line.place, line.text, std::string(to_string(line.why)));
  for (const Region& region : regions)
    add(region.first, region.title, "not_yet_read." + std::string(to_string(region.kind)));
  return list;
}

/// Pages that were turned to be read, where there are any.
void add_turned(Json& json, const Disclosure& disclosure) {
  if (disclosure.turned.empty()) return;
  Json list = Json::array();
  for (const TurnedPage& one : disclosure.turned) {
    Json item = Json::object();
    item["source"] = one.source;
    item["page"] = one.page;
    item["degrees"] = one.degrees;
    list.push_back(std::move(item));
  }
  json["turned_pages"] = std::move(list);
}

/// Figures corrected by hand, in a document that has some.
void add_corrections(Json& json, const Disclosure& disclosure) {
  if (disclosure.corrections.empty()) return;
  Json list = Json::array();
  for (const AppliedCorrection& one : disclosure.corrections) {
    const Table& table = disclosure.table(one.table);
    Json item = Json::object();
    item["table_id"] = one.table == in_narrative ? "text" : table.id;
    item["row_id"] = table.rows[static_cast<std::size_t>(one.row)].id;
    item["column_id"] = table.columns[static_cast<std::size_t>(one.column)].id;
    item["read"] = one.correction.read;
    item["text"] = one.correction.text;
    item["reason"] = one.correction.reason;
    item["who"] = one.correction.who;
    list.push_back(std::move(item));
  }
  json["corrections"] = std::move(list);
}

// ---- disclosure ----

Json columns_json(const Table& table) {
  Json list = Json::array();
  for (const Column& column : table.columns) {
    Json item = Json::object();
    item["id"] = column.id;
    item["header"] = column.header;
    item["role"] = std::string(to_string(column.role));
    list.push_back(std::move(item));
  }
  return list;
}

Json row_json(const Table& table, const Row& row) {
  Json item = Json::object();
  item["page"] = number_or_null(row.place.page);
  item["line"] = number_or_null(row.place.line);
  item["code"] = row.labels.empty() ? "" : row.labels.front().code;
  item["name"] = row.labels.empty() ? "" : row.labels.front().name;
  if (table.sides.size() > 1) {
    item["names"] = Json::array();
    for (const RowLabel& label : row.labels) item["names"].push_back(label.name);
  }
  item["cells"] = Json::array();
  Json marks = Json::object();
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    item["cells"].push_back(row.cells[c].figure.text());
    if (row.cells[c].mark != Mark::none)
      marks[table.columns[c].id] = std::string(to_string(row.cells[c].mark));
  }
  if (!marks.empty()) item["marks"] = std::move(marks);
  return item;
}

Json table_json(const Table& table) {
  Json item = Json::object();
  item["id"] = table.id;
  item["kind"] = std::string(to_string(table.kind));
  item["number"] = table.number;
  item["title"] = table.title;
  item["unit"] = unit_or_null(table.unit);
  item["page"] = number_or_null(table.place.page);
  item["line"] = number_or_null(table.place.line);
  if (!table.place.sheet.empty()) item["sheet"] = table.place.sheet;
  item["stated_empty"] = table.stated_empty;
  item["columns"] = columns_json(table);
  item["rows"] = Json::array();
  for (const Row& row : table.rows) item["rows"].push_back(row_json(table, row));
  for (const TableNote& note : table.notes) item["notes"].push_back(note.text);
  return item;
}

// ---- report ----

Json place_json(const FindingPlace& place) {
  Json item = Json::object();
  item["document"] = place.has_cell ? place.cell.disclosure : 0;
  item["table"] = place.table;
  item["row"] = place.row;
  item["column"] = place.column;
  item["section"] = place.section;
  item["text"] = place.text;
  item["quote"] = place.quote;
  item["page"] = number_or_null(place.place.page);
  item["line"] = number_or_null(place.place.line);
  item["table_id"] = place.table_id;
  item["row_id"] = place.row_id;
  item["column_id"] = place.column_id;
  item["box"] = box_or_null(place.place.box);
  if (!place.place.sheet.empty()) {
    item["sheet"] = place.place.sheet;
    item["cell"] = sheet_cell(place.place);
  }
  return item;
}

Json repair_json(const Repair& repair) {
  Json item = Json::object();
  item["place"] = place_json(repair.place);
  item["low"] = amount_or_null(repair.low);
  item["high"] = amount_or_null(repair.high);
  item["value"] = repair.value ? Json(*repair.value) : Json(nullptr);
  item["cause"] = std::string(to_string(repair.cause));
  item["settles"] = repair.settles;
  return item;
}

Json finding_json(const Finding& finding, const Report& report, const Dossier& dossier,
                  Language language) {
  Json item = Json::object();
  item["id"] = finding.id;
  item["figures"] = finding.figures;
  item["rule"] = finding.rule;
  item["severity"] = std::string(to_string(finding.severity));
  item["message"] = summary(finding, report, dossier, language);
  item["cause"] = std::string(to_string(finding.cause));
  item["places"] = Json::array();
  for (const FindingPlace& place : finding.places) item["places"].push_back(place_json(place));
  if (finding.copied_from) item["copied_from"] = place_json(*finding.copied_from);
  item["published"] = finding.published;
  item["expected"] = nullptr;
  if (finding.expected_low || finding.expected_high) {
    Json expected = Json::object();
    expected["low"] = amount_or_null(finding.expected_low);
    expected["high"] = amount_or_null(finding.expected_high);
    expected["unit"] = unit_or_null(finding.expected_unit);
    item["expected"] = std::move(expected);
  }
  item["certificate"] = Json::array();
  for (const FindingStatement& statement : finding.statements) {
    Json step = Json::object();
    step["obligation"] = report.obligations[statement.obligation].id;
    step["multiplier"] = std::to_string(statement.multiplier);
    item["certificate"].push_back(std::move(step));
  }
  item["repairs"] = Json::array();
  for (const Repair& repair : finding.repairs) item["repairs"].push_back(repair_json(repair));
  if (finding.together) item["together"] = true;
  if (finding.alternatives) item["alternatives"] = true;
  return item;
}

/// The other documents that took part, where there were any; `document` of a place counts them.
void add_beside(Json& json, const Dossier& dossier) {
  if (dossier.disclosures.size() < 2) return;
  Json list = Json::array();
  for (std::size_t d = 1; d < dossier.disclosures.size(); ++d) {
    Json item = document_head(dossier.disclosures[d]);
    item["is_unit"] = dossier.is_unit(d);
    list.push_back(std::move(item));
  }
  json["beside"] = std::move(list);
}

/// What a review set aside, where it did.
void add_review(Json& json, const Report& report, const Dossier& dossier, Language language) {
  if (!report.accepted.empty()) {
    Json list = Json::array();
    for (const AcceptedFinding& one : report.accepted) {
      Json item = finding_json(one.finding, report, dossier, language);
      item["accepted"] = {{"reason", one.reason}, {"who", one.who}};
      if (!one.until.empty()) item["accepted"]["until"] = one.until;
      list.push_back(std::move(item));
    }
    json["accepted"] = std::move(list);
  }
  if (!report.known.empty()) {
    Json list = Json::array();
    for (const Finding& one : report.known)
      list.push_back(finding_json(one, report, dossier, language));
    json["known"] = std::move(list);
  }
  if (!report.expired.empty()) json["expired"] = report.expired;
  if (!report.rules_off.empty()) json["rules_off"] = report.rules_off;
}

Json coverage_json(const Coverage& coverage) {
  Json rules = Json::object();
  for (const auto& [rule, counts] : coverage.rules) {
    Json row = Json::object();
    for (const Status status : {Status::exact, Status::rounding, Status::violated,
                                Status::not_applicable, Status::not_read, Status::not_decided})
      row[std::string(to_string(status))] = counts[status];
    rules[rule] = std::move(row);
  }
  Json figures = Json::object();
  figures["read"] = coverage.figures.read;
  figures["checked"] = coverage.figures.checked;
  figures["unchecked"] = coverage.figures.unchecked;
  figures["unreadable"] = coverage.figures.unreadable;
  Json result = Json::object();
  result["rules"] = std::move(rules);
  result["figures"] = std::move(figures);
  return result;
}

Json claims_json(const Disclosure& disclosure) {
  Json list = Json::array();
  const Narrative& narrative = disclosure.narrative;
  for (const Claim& claim : read_claims(Dossier{{disclosure}}, standard_claim_words())) {
    const Passage& passage = narrative.passages[static_cast<std::size_t>(claim.passage)];
    const int heading = heading_of(narrative, claim.passage);
    Json item = Json::object();
    item["id"] = claim.id;
    item["section"] = heading < 0 ? "" : narrative.passages[static_cast<std::size_t>(heading)].text;
    item["kind"] = std::string(to_string(claim.kind));
    item["quantity"] = to_string(claim.quantity);
    item["text"] = passage.text.substr(claim.begin, claim.end - claim.begin);
    item["figures"] = Json::array();
    const bool figure = claim.figure >= 0;
    const Place place =
        figure ? narrative.table.cell(claim.figure, 0).place : place_in(passage, claim.begin);
    if (figure) item["figures"].push_back(narrative.table.cell(claim.figure, 0).figure.text());
    item["unbound"] = std::string(to_string(claim.unbound));
    item["page"] = number_or_null(place.page);
    item["line"] = number_or_null(place.line);
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

std::string to_json(const Report& report, const Dossier& dossier, Language language,
                    JsonLayout layout) {
  Json json = Json::object();
  json["schema"] = "budgetcore.report/1";
  json["document"] = document_head(report);
  add_beside(json, dossier);
  json["verdict"] = std::string(to_string(report.verdict));
  json["coverage"] = coverage_json(report.coverage);
  json["findings"] = Json::array();
  for (const Finding& finding : report.findings)
    json["findings"].push_back(finding_json(finding, report, dossier, language));
  add_review(json, report, dossier, language);
  add_corrections(json, dossier.current());
  add_turned(json, dossier.current());
  return detail::written(json, layout);
}

std::string to_json(const Disclosure& disclosure, JsonLayout layout) {
  Json json = Json::object();
  json["schema"] = "budgetcore.disclosure/1";
  json["document"] = document_head(disclosure);
  json["tables"] = Json::array();
  for (const Table& table : disclosure.tables) json["tables"].push_back(table_json(table));
  json["targets"] = Json::array();
  for (const TargetTable& table : disclosure.targets)
    json["targets"].push_back(detail::target_json(table));
  json["claims"] = claims_json(disclosure);
  json["not_read"] = not_read_list(disclosure.not_read, disclosure.regions);
  add_corrections(json, disclosure);
  add_turned(json, disclosure);
  return detail::written(json, layout);
}

}  // namespace budget::inline v1
