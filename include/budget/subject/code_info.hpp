// SPDX-License-Identifier: Apache-2.0
// CodeInfo: all that catalogs know about one code, as plain data to be printed.
#pragma once

#include <budget/subject/catalog.hpp>
#include <budget/subject/correspondence.hpp>

#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// A code with the name to be expected.
struct NamedCode {
  SubjectCode code;
  std::string name;                                  ///< "" where the catalog has none for the year
  CatalogStatus status = CatalogStatus::unverified;  ///< of code and name
};

/// One of a code's names.
struct CodeName {
  std::string name;
  CatalogStatus status = CatalogStatus::unverified;
  std::optional<int> from_year;  ///< first year a document read prints it
  std::optional<int> to_year;    ///< its proven end
  std::string successor;         ///< "" where none is known
  std::string source;            ///< where code and name were read
  std::string years_source;      ///< where the years come from, "" without
  bool current = false;          ///< the name to be expected in the year asked for
};

/// A partner in the other economic classification.
struct CodePartner {
  std::optional<NamedCode> subject;  ///< a class for all its subjects; nothing for every subject
  CatalogStatus status = CatalogStatus::unverified;  ///< of the pair
  std::string source;                                ///< of the pair
};

/// What is known about a code.
struct CodeInfo {
  SubjectCode code;
  Classification classification = Classification::functional;
  std::optional<int> year;            ///< the year asked for
  std::vector<CodeName> names;        ///< oldest first
  std::vector<NamedCode> ancestors;   ///< outermost first
  std::vector<NamedCode> children;    ///< one level below, in order
  std::vector<CodePartner> partners;  ///< of the other economic classification, in order
};

/// What `catalog` knows about a code, in a year or at the latest; nothing for an unknown code.
/// Codes below it that are no SubjectCodes are left out.
[[nodiscard]] inline std::optional<CodeInfo> code_info(const Catalog& catalog, SubjectCode code,
                                                       std::optional<int> year = {});

/// Adds to `info` the code's partners with their names in the other economic classification.
[[nodiscard]] inline CodeInfo with_partners(CodeInfo info, const Correspondence& correspondence,
                                            const Catalog& other);

// ---- details ----

namespace detail {

inline NamedCode named(const Catalog& catalog, SubjectCode code, std::optional<int> year) {
  const CatalogEntry* const entry = catalog.name_of(code, year);
  if (entry == nullptr) return {code, "", CatalogStatus::unverified};
  return {code, std::string(entry->name), entry->status};
}

}  // namespace detail

inline std::optional<CodeInfo> code_info(const Catalog& catalog, SubjectCode code,
                                         std::optional<int> year) {
  const auto classification = code.classification();
  if (!classification || !catalog.contains(code)) return std::nullopt;
  CodeInfo info{code, *classification, year, {}, {}, {}, {}};
  const CatalogEntry* const current = catalog.name_of(code, year);
  for (const CatalogEntry& entry : catalog.entries(code)) {
    info.names.push_back({std::string(entry.name), entry.status, entry.from_year, entry.to_year,
                          std::string(entry.successor), std::string(entry.source),
                          std::string(entry.years_source), &entry == current});
  }
  for (int level = 1; level < static_cast<int>(code.level()); ++level)
    info.ancestors.push_back(
        detail::named(catalog, *code.at(static_cast<SubjectLevel>(level)), year));
  for (const std::string_view child : catalog.children(code)) {
    if (const auto below = SubjectCode::try_parse(child))
      info.children.push_back(detail::named(catalog, *below, year));
  }
  return info;
}

inline CodeInfo with_partners(CodeInfo info, const Correspondence& correspondence,
                              const Catalog& other) {
  for (const CorrespondingPair& pair : correspondence.of(info.code)) {
    const bool from_government = pair.government == info.code;
    const auto partner = from_government ? pair.department : std::optional(pair.government);
    CodePartner& added = info.partners.emplace_back();
    if (partner) added.subject = detail::named(other, *partner, info.year);
    added.status = pair.status;
    added.source = pair.source;
  }
  return info;
}

}  // namespace budget::inline v1
