// SPDX-License-Identifier: Apache-2.0
#include <budget/render/sarif.hpp>

#include <budget/base/text.hpp>
#include <budget/render/arithmetic.hpp>
#include <budget/render/words.hpp>

#include "render/json_text.hpp"
#include "render/labels.hpp"
#include "render/layout.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <vector>

namespace budget::inline v1 {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::string_view fingerprint = "budgetcore/finding/v1";

/// A path as a URI: bytes that a URI does not hold are %XX, an absolute path is a file: URI.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kept = "-._~/!$&'()*+,;=@";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char byte : path) {
    const auto value = static_cast<unsigned char>(byte);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= 'a' && byte <= 'z') || kept.find(byte) != std::string_view::npos;
    if (plain) {
      uri += byte;
    } else {
      uri += '%';
      uri += digits[value >> 4U];
      uri += digits[value & 15U];
    }
  }
  return uri;
}

Json message_of(std::string text) {
  return Json{{"text", std::move(text)}};
}

/// Writes one run. Artifacts and rules are numbered as they are met.
class Run {
 public:
  Run(const Report& report, const Dossier& dossier, std::span<const Pack> packs, Language language)
      : report_(report), dossier_(dossier), language_(language) {
    for (const Pack& pack : packs)
      for (const Rule& rule : pack.rules) rules_.try_emplace(rule.id, &rule);
    for (const Disclosure& one : dossier.disclosures) {
      if (one.files.empty()) add_artifact(one.source, one.sha256);
      for (const std::string& file : one.files) add_artifact(file, "");
    }
  }

  [[nodiscard]] Json built() {
    Json results = Json::array();
    for (const Finding& finding : report_.findings) results.push_back(result(finding));
    for (const AcceptedFinding& one : report_.accepted) {
      Json json = result(one.finding);
      json["suppressions"] = Json::array(
          {{{"kind", "external"}, {"status", "accepted"}, {"justification", one.reason}}});
      results.push_back(std::move(json));
    }
    for (const Finding& one : report_.known) {
      Json json = result(one);
      json["baselineState"] = "unchanged";
      results.push_back(std::move(json));
    }
    Json driver = Json::object();
    driver["name"] = "budgetcore";
    driver["version"] = BUDGET_VERSION;
    driver["language"] = language_ == Language::zh ? "zh-CN" : "en";
    driver["rules"] = std::move(described_);
    Json run = Json::object();
    run["tool"] = {{"driver", std::move(driver)}};
    run["language"] = language_ == Language::zh ? "zh-CN" : "en";
    run["columnKind"] = "unicodeCodePoints";
    run["invocations"] = Json::array({invocation()});
    run["artifacts"] = std::move(artifacts_);
    run["results"] = std::move(results);
    run["properties"] = properties();
    return run;
  }

 private:
  void add_artifact(const std::string& source, const std::string& sha256) {
    if (artifact_of_.contains(source)) return;
    artifact_of_[source] = artifacts_.size();
    Json json = Json::object();
    json["location"] = {{"uri", uri_of(source)}};
    if (!sha256.empty()) json["hashes"] = {{"sha-256", sha256}};
    artifacts_.push_back(std::move(json));
  }

  [[nodiscard]] std::size_t rule_index(const std::string& id) {
    const auto [known, is_new] = index_of_.try_emplace(id, described_.size());
    if (!is_new) return known->second;
    Json json = Json::object();
    json["id"] = id;
    if (const auto rule = rules_.find(id); rule != rules_.end()) {
      json["shortDescription"] = message_of(rule->second->statement.text);
      json["fullDescription"] = message_of(rule->second->source);
    }
    described_.push_back(std::move(json));
    return known->second;
  }

  [[nodiscard]] static std::string_view level_of(Severity severity) {
    return severity == Severity::error     ? "error"
           : severity == Severity::warning ? "warning"
                                           : "note";
  }

  [[nodiscard]] Json physical(const Place& place) const {
    const auto artifact = artifact_of_.find(place.source);
    const std::size_t index = artifact == artifact_of_.end() ? 0 : artifact->second;
    Json json = Json::object();
    json["artifactLocation"] = {{"uri", artifacts_[index]["location"]["uri"]}, {"index", index}};
    // In a page of placed words a line is no line of the file.
    if (place.line > 0 && !place.box && place.sheet.empty()) {
      Json region = Json::object();
      region["startLine"] = place.line;
      if (place.column > 0) region["startColumn"] = place.column;
      json["region"] = std::move(region);
    }
    return json;
  }

  [[nodiscard]] Json location(const FindingPlace& of, bool with_words) const {
    Json json = Json::object();
    json["physicalLocation"] = physical(of.place);
    std::vector<std::string> names;
    for (const std::string* name : {&of.table, &of.section, &of.row, &of.column})
      if (!name->empty()) names.push_back(*name);
    if (!names.empty())
      json["logicalLocations"] =
          Json::array({{{"name", names.back()}, {"fullyQualifiedName", detail::join(names, "/")}}});
    if (with_words) {
      const std::string where = describe(of, language_);
      json["message"] = message_of(of.text.empty() ? where : of.text + "  " + where);
    }
    Json more = Json::object();
    if (of.place.page > 0) more["page"] = of.place.page;
    if (!of.place.sheet.empty()) more["cell"] = of.place.sheet + "!" + sheet_cell(of.place);
    if (of.place.box)
      more["box"] = {of.place.box->x0, of.place.box->y0, of.place.box->x1, of.place.box->y1};
    if (!more.empty()) json["properties"] = std::move(more);
    return json;
  }

  [[nodiscard]] Json result(const Finding& finding) {
    Json json = Json::object();
    json["ruleId"] = finding.rule;
    json["ruleIndex"] = rule_index(finding.rule);
    json["level"] = std::string(level_of(finding.severity));
    json["message"] = message_of(summary(finding, report_, dossier_, language_));
    json["locations"] = Json::array();
    json["relatedLocations"] = Json::array();
    for (const FindingPlace& place : finding.places) {
      if (json["locations"].empty()) {
        json["locations"].push_back(location(place, false));
      } else {
        Json related = location(place, true);
        related["id"] = json["relatedLocations"].size();
        json["relatedLocations"].push_back(std::move(related));
      }
    }
    if (json["locations"].empty())
      json["locations"].push_back({{"physicalLocation", physical(Place{report_.source})}});
    json["partialFingerprints"] = {{std::string(fingerprint), finding.id}};
    if (Json fix = fix_of(finding); !fix.is_null()) json["fixes"] = Json::array({std::move(fix)});
    Json more = Json::object();
    more["cause"] = std::string(to_string(finding.cause));
    more["figures"] = finding.figures;
    if (!finding.published.empty()) more["published"] = finding.published;
    json["properties"] = std::move(more);
    return json;
  }

  /// The one value that a figure should have, where it stands in a line of a text.
  [[nodiscard]] Json fix_of(const Finding& finding) const {
    if (finding.repairs.size() != 1 || !finding.repairs.front().value) return nullptr;
    const Repair& repair = finding.repairs.front();
    const Place& place = repair.place.place;
    if (place.line == 0 || place.column == 0 || place.box || !place.sheet.empty()) return nullptr;
    const auto length = static_cast<int>(count_code_points(repair.place.text));
    Json json = Json::object();
    json["description"] = message_of(describe(repair, language_));
    json["artifactChanges"] = Json::array(
        {{{"artifactLocation", physical(place)["artifactLocation"]},
          {"replacements", Json::array({{{"deletedRegion",
                                          {{"startLine", place.line},
                                           {"startColumn", place.column},
                                           {"endColumn", place.column + length}}},
                                         {"insertedContent", message_of(*repair.value)}}})}}});
    return json;
  }

  /// What could not be read: nobody shall take silence for an answer.
  [[nodiscard]] Json invocation() const {
    Json notifications = Json::array();
    for (const NotRead& one : report_.not_read) {
      Json json = Json::object();
      json["level"] = "warning";
      json["message"] = message_of(detail::unplaced(one, language_));
      json["locations"] = Json::array({{{"physicalLocation", physical(one.place)}}});
      notifications.push_back(std::move(json));
    }
    Json json = Json::object();
    json["executionSuccessful"] = true;
    json["toolExecutionNotifications"] = std::move(notifications);
    return json;
  }

  [[nodiscard]] Json properties() const {
    Json json = Json::object();
    json["organisation"] = report_.organisation;
    json["year"] = report_.year ? Json(*report_.year) : Json(nullptr);
    json["kind"] = std::string(to_string(report_.kind));
    json["verdict"] = std::string(to_string(report_.verdict));
    const FigureCoverage& figures = report_.coverage.figures;
    json["figures"] = {{"read", figures.read},
                       {"checked", figures.checked},
                       {"unchecked", figures.unchecked},
                       {"unreadable", figures.unreadable}};
    return json;
  }

  const Report& report_;
  const Dossier& dossier_;
  Language language_;
  std::map<std::string, const Rule*> rules_;
  std::map<std::string, std::size_t> artifact_of_, index_of_;
  Json artifacts_ = Json::array();
  Json described_ = Json::array();
};

}  // namespace

std::string to_sarif(const Report& report, const Dossier& dossier, std::span<const Pack> packs,
                     Language language, JsonLayout layout) {
  Json json = Json::object();
  json["$schema"] = std::string(schema);
  json["version"] = "2.1.0";
  json["runs"] = Json::array({Run(report, dossier, packs, language).built()});
  return detail::written(json, layout);
}

}  // namespace budget::inline v1
