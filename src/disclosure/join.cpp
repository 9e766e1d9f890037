// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/join.hpp>

#include <budget/base/error.hpp>

#include "disclosure/companions.hpp"
#include "disclosure/flaws.hpp"
#include "disclosure/header.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

namespace budget::inline v1 {
namespace {

DomainError not_one(const std::string& first, const std::string& second) {
  return {"disclosure.not_one",
          {"两个文件不是同一份公开：“" + first + "”与“" + second + "”",
           "the files are not of one disclosure: \"" + first + "\" and \"" + second + "\""},
          second};
}

void check_same(const Disclosure& whole, const Disclosure& part) {
  if (whole.kind != part.kind)
    throw not_one(std::string(to_string(whole.kind)), std::string(to_string(part.kind)));
  if (whole.year && part.year && whole.year != part.year)
    throw not_one(std::to_string(*whole.year), std::to_string(*part.year));
  if (!detail::is_same_body(whole.organisation, part.organisation))
    throw not_one(whole.organisation, part.organisation);
}

void add_narrative(Narrative& whole, Narrative part) {
  const int before = static_cast<int>(whole.passages.size());
  for (Passage& passage : part.passages) {
    if (passage.parent >= 0) passage.parent += before;
    whole.passages.push_back(std::move(passage));
  }
  for (std::size_t i = 0; i < part.figures.size(); ++i) {
    part.figures[i].passage += before;
    whole.figures.push_back(std::move(part.figures[i]));
    whole.table.rows.push_back(std::move(part.table.rows[i]));
    whole.table.rows.back().id = detail::numbered('r', whole.table.rows.size());
  }
}

void add_part(Disclosure& whole, Disclosure part) {
  check_same(whole, part);
  std::map<std::string, std::string> ids;
  for (Table& table : part.tables) {
    std::string id = detail::numbered('t', whole.tables.size() + 1);
    ids.emplace(table.id, id);
    table.id = std::move(id);
    whole.tables.push_back(std::move(table));
  }
  for (NotRead& line : part.not_read)
    if (const auto id = ids.find(line.table); id != ids.end()) line.table = id->second;
  std::ranges::move(part.not_read, std::back_inserter(whole.not_read));
  std::ranges::move(part.regions, std::back_inserter(whole.regions));
  std::ranges::move(part.turned, std::back_inserter(whole.turned));
  add_narrative(whole.narrative, std::move(part.narrative));
  std::ranges::move(part.contents, std::back_inserter(whole.contents));
  std::ranges::move(part.flaws.found, std::back_inserter(whole.flaws.found));
  std::ranges::move(part.flaws.sought, std::back_inserter(whole.flaws.sought));
  whole.source += " + " + part.source;
  whole.sha256 += (part.sha256.empty() ? "" : "+") + part.sha256;
  whole.files.push_back(part.source);
  whole.pages += part.pages;
  whole.of_government = whole.of_government || part.of_government;
  if (!whole.year) whole.year = part.year;
  if (whole.scope == BodyScope::unknown) whole.scope = part.scope;
  if (part.organisation.size() > whole.organisation.size())
    whole.organisation = std::move(part.organisation);
  if (whole.organisation_code.empty()) whole.organisation_code = std::move(part.organisation_code);
}

/// Flaws of two parts together: a table in both, contents in one and tables in the other.
void find_flaws_again(Disclosure& whole, const Vocabulary& vocabulary) {
  Flaws& flaws = whole.flaws;
  const auto replace = [&](FlawKind kind, detail::FoundFlaws found) {
    std::erase_if(flaws.found, [&](const Flaw& flaw) { return flaw.kind == kind; });
    std::erase(flaws.sought, kind);
    if (!found) return;
    flaws.sought.push_back(kind);
    std::ranges::move(*found, std::back_inserter(flaws.found));
  };
  if (detail::FoundFlaws repeated = detail::take_repeated_tables(whole)) {
    flaws.sought.push_back(FlawKind::repeated_table);
    std::ranges::move(*repeated, std::back_inserter(flaws.found));
  }
  detail::ContentsFlaws contents = detail::contents_flaws(whole, vocabulary);
  replace(FlawKind::listed_not_there, std::move(contents.listed_not_there));
  replace(FlawKind::there_not_listed, std::move(contents.there_not_listed));
  std::ranges::stable_sort(flaws.found, {}, &Flaw::kind);
  std::ranges::sort(flaws.sought);
  flaws.sought.erase(std::unique(flaws.sought.begin(), flaws.sought.end()), flaws.sought.end());
}

}  // namespace

Disclosure join(std::vector<Disclosure> parts, const Vocabulary& vocabulary) {
  if (parts.empty())
    throw DomainError("disclosure.no_part",
                      {"没有可以合并的文件", "there is no disclosure to join"}, "");
  Disclosure whole = std::move(parts.front());
  if (parts.size() == 1) return whole;
  whole.files = {whole.source};
  for (std::size_t i = 1; i < parts.size(); ++i) add_part(whole, std::move(parts[i]));
  find_flaws_again(whole, vocabulary);
  return whole;
}

}  // namespace budget::inline v1
