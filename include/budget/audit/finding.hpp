// SPDX-License-Identifier: Apache-2.0
// Finding: one root cause, with the places, the arithmetic and what would repair it. Holds ids, figures
// and enums, no sentences: render/ words it in zh and en.
#pragma once

#include <budget/audit/cause.hpp>
#include <budget/obligation/outcome.hpp>

#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// A cell named for a reader: labels as printed, and the ids that machines join on.
struct FindingPlace {
  CellRef cell;
  bool has_cell = true;                     ///< false: only the place is known
  std::string table, row, column, section;  ///< as printed
  std::string text;                         ///< the figure or phrase as printed
  std::string quote;  ///< in the narrative: the sentence, the figure between 【 and 】
  std::string table_id, row_id, column_id;
  Place place;
  bool suspected = false;  ///< the finding's figure, or one of those that may be wrong
};

/// One changed figure that would make its statements hold.
struct Repair {
  FindingPlace place;
  std::optional<Decimal> low,
      high;  ///< what may stand there, in the figure's own unit; nothing: no bound
  std::optional<std::string>
      value;  ///< the single most probable printed value, if one is clearly best
  Cause cause = Cause::unknown;
  int settles = 0;  ///< violated obligations that it settles
};

/// A statement that a finding rests on.
struct FindingStatement {
  std::size_t obligation = 0;   ///< index into Report::obligations
  std::int64_t multiplier = 1;  ///< with which it enters the contradiction
};

/// One root cause.
struct Finding {
  std::string id;  ///< hash of rule, organisation, year and kinds, codes, headers of its places
  std::string figures;  ///< hash of what its places print: another one where a figure was changed
  std::string rule;     ///< the rule of its first statement; reading.* for what was not read
  Severity severity = Severity::error;
  Cause cause = Cause::unknown;
  std::vector<FindingPlace>
      places;             ///< suspected figures first, then the other figures of the statements
  std::string published;  ///< figure as printed that the expectation is about
  std::optional<Decimal> expected_low, expected_high;
  Unit expected_unit = Unit::unknown;
  std::vector<FindingStatement> statements;
  std::vector<Repair> repairs;          ///< equally good ones all listed
  bool jointly = false;                 ///< each statement holds alone, all of them together cannot
  bool together = false;                ///< the repairs are no alternatives but belong together
  bool alternatives = false;            ///< together only: the repairs of one row suffice
  Unit unit_should_be = Unit::unknown;  ///< unit_slip of a whole table: what its figures are in
  std::optional<Bilingual> requirement;  ///< presence and form only
  bool only_if_zeros_cut = false;        ///< impossible only if its table cut trailing zeros
  std::optional<TableKind> missing;      ///< table_not_read: which
  /// Where the wrong figure is right: the place that it was copied from.
  std::optional<FindingPlace> copied_from;
};

}  // namespace budget::inline v1
