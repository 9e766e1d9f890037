// SPDX-License-Identifier: Apache-2.0
// Report: what an audit found, as plain data. Writers in render/ turn it into text or JSON.
#pragma once

#include <budget/audit/finding.hpp>

#include <array>
#include <map>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// What an audit says of a document as a whole. violated: something cannot be true; not_read: nothing
/// of that, but a required table, the year or a unit was not read; consistent: the rest.
enum class Verdict : std::uint8_t { consistent, violated, not_read };
[[nodiscard]] std::string_view to_string(Verdict) noexcept;

/// How many obligations of one rule had each outcome; indexed by Status.
struct RuleCoverage {
  std::array<int, 6> count{};
  /// The count of one outcome.
  int& operator[](Status s) noexcept { return count[static_cast<std::size_t>(s)]; }
  /// The count of one outcome.
  int operator[](Status s) const noexcept { return count[static_cast<std::size_t>(s)]; }
};

/// Figures of the disclosure by what became of them. read = checked + unchecked + unreadable.
struct FigureCoverage {
  int read = 0;
  int checked = 0;    ///< took part in at least one decided obligation
  int unchecked = 0;  ///< in none
  int unreadable = 0;
};

/// The coverage ledger.
struct Coverage {
  std::map<std::string, RuleCoverage>
      rules;  ///< every rule of the packs, also those that bound nothing
  FigureCoverage figures;
  std::vector<CellRef> unchecked;  ///< the figures in no decided obligation
};

/// A required table that was found but not read whole.
struct MissingPart {
  std::string table, title;   ///< id and printed title
  std::vector<Place> places;  ///< lines and cells that were not read, at least one
};

/// What keeps an audit from a verdict.
struct MissingParts {
  std::vector<TableKind> tables;   ///< required and not read
  bool year = false;               ///< the year was not read
  std::vector<MissingPart> parts;  ///< required tables, read in part
  std::vector<std::string> units;  ///< titles of tables of amounts without a unit
  [[nodiscard]] bool none() const noexcept {
    return tables.empty() && !year && parts.empty() && units.empty();
  }
};

/// A finding that is not reported any more, because a reviewer accepted it.
struct AcceptedFinding {
  Finding finding;
  std::string reason, who;
  std::string until;  ///< the last day, "2027-03-31"; "" without end
};

/// The result of an audit. Holds the dossier's labels it needs; `obligations` and `outcomes` run parallel.
struct Report {
  std::string source, sha256;
  DisclosureKind kind = DisclosureKind::budget;
  std::optional<int> year;
  std::string organisation, organisation_code;
  int pages = 0;
  Verdict verdict = Verdict::not_read;
  MissingParts missing;
  Coverage coverage;
  std::vector<Obligation> obligations;
  std::vector<Outcome> outcomes;
  std::vector<Finding> findings;          ///< gravest first, then in document order
  std::vector<AcceptedFinding> accepted;  ///< set aside by a review, in the same order
  std::vector<std::string>
      expired;                 ///< ids of findings whose acceptance ended, or whose figures changed
  std::vector<Finding> known;  ///< set aside because an earlier report had them
  std::vector<std::string> rules_off;  ///< rules that were not applied
  std::vector<NotRead> not_read;
  std::vector<Region> regions;  ///< recognised and not yet read
};

}  // namespace budget::inline v1
