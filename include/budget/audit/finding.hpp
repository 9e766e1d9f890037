// SPDX-License-Identifier: Apache-2.0
// Finding: one root cause, with the places, the arithmetic and what would repair it. Holds ids, figures
// and enums, no sentences: render/ words it in zh and en.
#pragma once

#include <budget/obligation/outcome.hpp>

#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// How a printed figure most likely went wrong.
enum class Cause : std::uint8_t {
  unknown, transposition, decimal_slip, unit_slip, sign, dropped_digit, added_digit, changed_digit,
  neighbouring_column, neighbouring_row, omitted_row, doubled_row, truncated, unstated_total, rounding,
  missing_part, not_present, form,
};
[[nodiscard]] std::string_view to_string(Cause) noexcept;

/// A cell named for a reader: labels as printed, and the ids that machines join on.
struct FindingPlace {
  CellRef cell;
  bool has_cell = true;       ///< false: only the place is known
  std::string table, row, column, section;  ///< as printed
  std::string text;           ///< the figure or phrase as printed
  std::string table_id, row_id, column_id;
  Place place;
};

/// One changed figure that would make its statements hold.
struct Repair {
  FindingPlace place;
  Decimal low, high;                ///< what may stand there, in the figure's own unit
  std::optional<std::string> value; ///< the single most probable printed value, if one is clearly best
  Cause cause = Cause::unknown;
  int settles = 0;                  ///< violated obligations that it settles
};

/// A statement that a finding rests on.
struct FindingStatement {
  std::size_t obligation = 0;  ///< index into Report::obligations
  std::int64_t multiplier = 1;
};

struct Finding {
  std::string id;              ///< hash of rule, organisation, year and kinds, codes, headers of its places
  std::string rule;            ///< the rule of its first statement
  Severity severity = Severity::error;
  Cause cause = Cause::unknown;
  std::vector<FindingPlace> places;   ///< suspected figures first, then the other figures of the statements
  std::string published;              ///< figure as printed that the expectation is about
  std::optional<Decimal> expected_low, expected_high;
  Unit expected_unit = Unit::unknown;
  std::vector<FindingStatement> statements;
  std::vector<Repair> repairs;        ///< equally good ones all listed
  std::optional<Bilingual> requirement;  ///< presence and form only
};

}  // namespace budget::inline v1
