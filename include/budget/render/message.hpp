// SPDX-License-Identifier: Apache-2.0
// Message: every sentence that a report says, Chinese beside English. Findings hold no sentences; the
// writers of this layer look them up here. The table stands in src/render/message.cpp, indexed by
// this enum: a sentence that lacks a language, or names other values in one language than in the
// other, does not compile.
#pragma once

#include <budget/base/language.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// A sentence. `{0}`, `{1}` … in its text are filled in.
enum class Message : std::uint8_t {
  report_title,  ///< organisation, year, kind
  year_unknown,
  organisation_unknown,
  verdict_consistent,
  verdict_violated,  ///< number of findings that cannot be true
  verdict_not_read,
  because_only_narrative,
  of_government,
  not_filled_in,
  unknown_tables,  ///< how many, their titles
  because_nothing,
  because_table,  ///< kinds of table that were not read
  because_year,
  because_part,         ///< tables not read whole
  because_unit,         ///< tables without a unit
  counts_checked,       ///< checked, exact, rounding, violated
  counts_requirements,  ///< checked, met, not met
  counts_not_checked,   ///< all, not checked, not applicable, not read, not decided
  counts_figures,       ///< read, checked, unchecked, unreadable
  counts_recognised,    ///< figures read from pictures
  heading_findings,     ///< errors, warnings, notes
  no_findings,
  rule_ids,
  finding_head,    ///< ordinal, severity, rule
  in_file,         ///< names of the files
  in_table,        ///< title
  in_row,          ///< name
  in_column,       ///< header
  on_page,         ///< page
  in_sheet,        ///< name of a workbook's sheet
  on_line,         ///< line
  on_pages,        ///< first, last
  on_lines,        ///< first, last
  in_brackets,     ///< what stands in them
  difference,      ///< difference with unit
  side_intervals,  ///< what the left side is, the right side, unit
  lies_between,    ///< low, high
  is_exactly,      ///< amount
  same_digits,
  at_most_broken,
  restated_differently,
  suspect,  ///< figure as printed
  suspects_equal,
  nothing_single,
  together_unit,       ///< table's title, unit printed, unit meant, number of statements
  together_doubled,    ///< row, number of statements
  together_displaced,  ///< table's title, first row, number of statements
  together_figures,    ///< number of statements
  together_places,     ///< number of statements
  together_exchanged,  ///< number of statements
  together_one_row,    ///< number of statements
  likely_cause,        ///< cause
  should_be_blank,
  should_be,            ///< value
  should_be_between,    ///< low, high
  probably,             ///< value, low, high
  should_be_at_least,   ///< low
  should_be_at_most,    ///< high
  settles,              ///< number of statements
  broken_statements,    ///< number of statements
  more_together,        ///< number not spelled out
  more_repairs,         ///< number not spelled out
  more_statements,      ///< number not spelled out
  total_not_stated,     ///< sum of the parts
  blank_but_stated,     ///< place, amount printed there
  unlikely_rounding,    ///< number of addends
  requirement_not_met,  ///< requirement
  looked_at,            ///< place
  more_places,          ///< {0}: how many are not listed
  quoted,               ///< sentence
  heading_rounding,     ///< number of statements
  strain,               ///< percentage
  occurs_at,            ///< number of places, places
  heading_not_read,     ///< number of lines
  heading_corrected,    ///< number of figures
  corrected_line,       ///< place, what was read, what stands now, reason and who
  held_against,         ///< documents
  held_against_one,     ///< source, year, kind
  held_against_units,   ///< number of units, documents
  heading_accepted,     ///< number of findings
  accepted_line,        ///< id, message, reason, who
  accepted_until,       ///< the same and the last day
  known_findings,       ///< number of findings
  expired_findings,     ///< number of findings, ids
  rules_off,            ///< number of rules, ids
  heading_unreadable,   ///< number of figures
  no_column,
  heading_claims,
  heading_targets,  ///< {0}: id, {1}: title, {2}: project or "", {3}: indicators
  heading_regions,
  region,  ///< kind with title, pages and lines
  heading_coverage,
  coverage_columns,
  rules_all_exact,       ///< number of rules, of statements
  rules_not_applicable,  ///< number of rules
  rules_unbound,         ///< number of rules
  rules_in_json,
  heading_not_applicable,
  reason_count,       ///< reason, number
  heading_unchecked,  ///< number of figures
  stated_empty,
  unit_is,     ///< unit
  units_used,  ///< units
  no_unit,
  table_head,  ///< number, title
  no_tables,
  side_not_stated,
  amount_with_unit,  ///< amount, unit
  condition_zero,    ///< cells found to be zero
  only_if_zeros_cut,
  copied_from,
  jointly_impossible,
  table_not_read,  ///< kind
  year_not_read,
  part_not_read,     ///< title, number of places
  unit_not_printed,  ///< title
  every_figure_checked,
  statement_of,   ///< rule
  unplaced_line,  ///< place, text, why
  list_separator,
  clause_separator,
  count_  ///< how many there are; no sentence
};

/// The sentence with its places still open.
[[nodiscard]] std::string_view sentence(Message, Language) noexcept;

/// The sentence with `values` filled in, in order. A place without a value stays open.
[[nodiscard]] std::string say(Message, Language,
                              std::initializer_list<std::string_view> values = {});

}  // namespace budget::inline v1
