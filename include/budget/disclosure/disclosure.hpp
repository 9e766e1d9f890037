// SPDX-License-Identifier: Apache-2.0
// Disclosure: one body's published budget or final account of one year (部门预算公开, 部门决算公开), as
// recognised: its tables, the regions kept whole for later reading, and every line that could not be
// placed. Dossier: a body's disclosures together; rules bind to a dossier.
#pragma once

#include <budget/disclosure/flaw.hpp>
#include <budget/disclosure/narrative.hpp>
#include <budget/disclosure/table.hpp>
#include <budget/disclosure/target_table.hpp>
#include <budget/document/turned_page.hpp>

#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// Whether a disclosure says what will be spent or what was.
enum class DisclosureKind : std::uint8_t { budget, final_account };
[[nodiscard]] std::string_view to_string(DisclosureKind) noexcept;

/// Whose money a disclosure tells of: a department's with its units' (部门), or one unit's (单位).
enum class BodyScope : std::uint8_t { unknown, department, unit };
[[nodiscard]] std::string_view to_string(BodyScope) noexcept;

/// A part of the text that is kept whole.
enum class RegionKind : std::uint8_t { target_table, unrecognised_table, repeated_table };
[[nodiscard]] std::string_view to_string(RegionKind) noexcept;

/// Lines from first to last, recognised as a region and not yet read.
struct Region {
  RegionKind kind = RegionKind::target_table;
  std::string title;
  Place first;
  Place last;
};

/// A line of a table that could not be placed, or a page without text, and why.
enum class NotReadWhy : std::uint8_t {
  no_place_in_table,
  header_not_understood,
  too_many_figures,
  ambiguous_columns,
  picture  ///< a page that shows a picture and prints no text
};
[[nodiscard]] std::string_view to_string(NotReadWhy) noexcept;
struct NotRead {
  Place place;
  std::string text;
  NotReadWhy why = NotReadWhy::no_place_in_table;
  std::string table;  ///< id of the table it stands in, "" if none
};

/// An entry of the list of contents (目录) that is a table.
struct ListedTable {
  std::string text;  ///< as printed, without dots and page number
  Place place;
  std::optional<TableKind> kind;  ///< nothing: its name is unknown and may be a table of any kind
};

/// A figure that was misread and is put right.
struct Correction {
  std::string table, row, column;  ///< where, as correction.hpp says
  std::string read;                ///< what was read there
  std::string text;                ///< what is printed there
  std::string reason, who;
  Place place;  ///< in the file of corrections
};

/// A correction that was applied, and to which cell.
struct AppliedCorrection {
  Correction correction;
  int table = 0, row = 0, column = 0;  ///< indices as in CellRef
};

/// One published disclosure.
struct Disclosure {
  std::string source;
  std::vector<std::string> files;  ///< of a disclosure joined of several files; else empty
  std::string sha256;
  DisclosureKind kind = DisclosureKind::budget;
  std::optional<int> year;
  std::string organisation;       ///< official name, "" where not found
  std::string organisation_code;  ///< "" where not printed
  BodyScope scope = BodyScope::unknown;
  int pages = 0;
  std::vector<TurnedPage> turned;  ///< pages whose boxes are those of the page turned
  bool of_government = false;  ///< of a government as a whole, whose tables no rule of a body fits
  std::vector<Table> tables;
  std::vector<TargetTable> targets;  ///< tables of performance targets, in document order
  std::vector<Region> regions;
  std::vector<NotRead> not_read;
  std::vector<ListedTable> contents;
  Flaws flaws;
  Narrative narrative;
  std::vector<AppliedCorrection> corrections;  ///< in the order in which they were applied

  /// First table of a kind, or null.
  [[nodiscard]] const Table* find(TableKind) const noexcept;
  /// The table of an index: the narrative's for in_narrative; behind the tables the funds of the tables
  /// of targets, in their order. Throws std::out_of_range.
  [[nodiscard]] const Table& table(int index) const;
  [[nodiscard]] Table& table(int index);
  /// Index of the funds of a table of targets, for `table` and CellRef.
  [[nodiscard]] int funds_index(std::size_t target) const noexcept {
    return static_cast<int>(tables.size() + target);
  }
};

/// The disclosures of one body that are audited together: the current one first, then the year before
/// and what else belongs to it. Invariant: at least one.
struct Dossier {
  std::vector<Disclosure> disclosures;
  std::vector<int>
      units{};             ///< which of them are of units of the current one's department, in order
  bool all_units = false;  ///< that the department has no other units
  /// Whether a disclosure is of a unit, by its index.
  [[nodiscard]] bool is_unit(std::size_t index) const noexcept;
  [[nodiscard]] const Disclosure& current() const { return disclosures.front(); }
};

/// As the index of a table: the figures of the narrative.
inline constexpr int in_narrative = -1;

/// The cell that an obligation speaks of: indices into a dossier.
struct CellRef {
  int disclosure = 0;
  int table = 0;  ///< or in_narrative
  int row = 0;
  int column = 0;
  friend auto operator<=>(const CellRef&, const CellRef&) = default;
};
/// The cell of a reference. Throws std::out_of_range where there is none.
[[nodiscard]] const Cell& at(const Dossier&, const CellRef&);
[[nodiscard]] const Table& table_at(const Dossier&, const CellRef&);
/// The title of its table; in the narrative with the heading that it stands below: 文字说明：二、收入情况.
[[nodiscard]] std::string title_at(const Dossier&, const CellRef&);

}  // namespace budget::inline v1
