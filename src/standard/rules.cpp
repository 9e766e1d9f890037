// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/rules.hpp>

#include <budget/standard/catalogs.hpp>
#include <budget/standard/claim_words.hpp>
#include <budget/subject/name.hpp>

#include <optional>
#include <set>
#include <string>

#include "standard/embedded.hpp"

namespace budget::inline v1 {

namespace {

std::vector<Pack> read_packs() {
  std::vector<Pack> packs;
  for (const detail::embedded::File& file : detail::embedded::files()) {
    if (file.name.ends_with(".rules"))
      packs.push_back(load_pack(file.text, std::string(file.name)));
  }
  return packs;
}

std::vector<Rule> all_rules() {
  std::vector<Rule> rules;
  std::set<std::string> ids;
  for (const Pack& pack : standard_packs()) {
    for (const Rule& rule : pack.rules) {
      if (!ids.insert(rule.id).second) {
        throw RuleError(
            "rule.duplicate",
            {"规则 " + rule.id + " 在两个规则文件中", "rule " + rule.id + " is in two packs"},
            rule.place, "");
      }
      rules.push_back(rule);
    }
  }
  return rules;
}

// Whether a pair's department side means this subject: itself, its class, or every subject.
bool means(const std::optional<SubjectCode>& department, SubjectCode subject) {
  return !department || *department == subject || subject.parent() == department;
}

// A pair that is only inferred is not held against a document either: every listed pair counts.
ReferenceLists read_lists() {
  ReferenceLists lists;
  lists.words = standard_claim_words();
  for (const auto one : {Classification::functional, Classification::economic_department,
                         Classification::economic_government, Classification::revenue})
    lists.catalogs.push_back(standard_catalog(one));
  auto& pairs = lists.pairs["economic-correspondence"];
  for (const CorrespondingPair& pair : economic_correspondence().pairs()) {
    for (const CatalogEntry& department : economic_department_catalog().entries()) {
      if (!means(pair.department, SubjectCode::parse(department.code))) continue;
      for (const CatalogEntry& government :
           economic_government_catalog().entries(pair.government)) {
        pairs.emplace(subject_key(department.name), subject_key(government.name));
      }
    }
  }
  return lists;
}

}  // namespace

const std::vector<Pack>& standard_packs() {
  static const std::vector<Pack> packs = read_packs();
  return packs;
}

const std::vector<Rule>& standard_rules() {
  static const std::vector<Rule> rules = all_rules();
  return rules;
}

const ReferenceLists& standard_lists() {
  static const ReferenceLists lists = read_lists();
  return lists;
}

}  // namespace budget::inline v1
