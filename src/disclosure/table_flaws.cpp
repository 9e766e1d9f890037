// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/flaws.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace budget::inline v1::detail {
namespace {

constexpr int fewest_figures = 4;    // that a repeated table prints in the same cells
constexpr int differing_share = 10;  // of as many figures one may differ

/// How two tables of one kind and title compare, figure by figure.
struct Likeness {
  int equal = 0;  // figures that are not zero
  std::vector<std::pair<Place, Place>> differing;
};

std::optional<Likeness> compare(const Table& first, const Table& second) {
  if (first.columns.size() != second.columns.size() || first.rows.size() != second.rows.size())
    return std::nullopt;
  Likeness likeness;
  for (std::size_t r = 0; r < first.rows.size(); ++r) {
    for (std::size_t c = 0; c < first.columns.size(); ++c) {
      const Cell& a = first.rows[r].cells[c];
      const Cell& b = second.rows[r].cells[c];
      if (a.figure.text() != b.figure.text())
        likeness.differing.emplace_back(b.place, a.place);
      else if (a.figure.is_number() && !a.figure.value().is_zero())
        ++likeness.equal;
    }
  }
  const int differing = static_cast<int>(likeness.differing.size());
  if (likeness.equal < fewest_figures || differing * differing_share > likeness.equal)
    return std::nullopt;
  return likeness;
}

/// The flaw that the second table is, if it repeats the first.
std::optional<Flaw> repeated(const Table& first, const Table& second) {
  const auto likeness = compare(first, second);
  if (!likeness) return std::nullopt;
  Flaw flaw = flaw_of(FlawKind::repeated_table, {second.place, first.place}, second.title);
  flaw.differing = static_cast<int>(likeness->differing.size());
  for (const auto& [second_place, first_place] : likeness->differing) {
    flaw.places.push_back(second_place);
    flaw.places.push_back(first_place);
  }
  return flaw;
}

/// Whether the sum of a column means nothing: its header says so, or codes stand in it.
bool only_labels(const Column& column) {
  constexpr std::array<std::string_view, 8> words{"编码", "代码", "序号", "行次",
                                                  "栏次", "年度", "年份", "编号"};
  if (column.role == ColumnRole::amount) return false;
  const std::string header =
      column.header.empty() ? std::string() : subject_key(column.header.back());
  return column.role == ColumnRole::code ||
         std::ranges::any_of(words, [&](auto w) { return header.find(w) != std::string::npos; });
}

/// A column of 是 and 否, √ and blanks.
bool only_flags(const Table& table, std::size_t column, int total) {
  constexpr std::array<std::string_view, 10> flags{"是", "否", "有", "无", "√",
                                                   "×",  "Y",  "N",  "✓",  "✔"};
  int seen = 0;
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    const std::string text = without_spaces(table.cell(r, static_cast<int>(column)).figure.text());
    if (r == total || text.empty()) continue;
    if (std::ranges::find(flags, text) == flags.end()) return false;
    ++seen;
  }
  return seen > 0;
}

std::optional<Decimal> number_in(const Cell& cell) {
  constexpr std::size_t longest = 16;  // bytes; no code or ordinal is longer
  const std::string text = without_spaces(cell.figure.text());
  if (text.size() > longest) return std::nullopt;
  const Figure figure{text};
  return figure.is_number() ? std::optional(figure.value()) : std::nullopt;
}

/// Whether the figure in the total row is the sum or the count of those in other rows: of all, of
/// those right below, or of those without rows below.
bool adds_up(const Table& table, int side, int total, int column) {
  const auto printed = number_in(table.cell(total, column));
  if (!printed) return false;
  enum { all, below, leaves, kinds };
  std::array<Decimal, kinds> sum{};
  std::array<int, kinds> count{};
  std::vector<bool> inner(table.rows.size());
  for (const Row& row : table.rows)
    if (const int parent = row.labels[static_cast<std::size_t>(side)].parent; parent >= 0)
      inner[static_cast<std::size_t>(parent)] = true;
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    const auto value = number_in(table.cell(r, column));
    if (r == total || !value) continue;
    const RowLabel& label =
        table.rows[static_cast<std::size_t>(r)].labels[static_cast<std::size_t>(side)];
    for (const int kind : {all, below, leaves}) {
      if (kind == below && label.parent != total) continue;
      if (kind == leaves && inner[static_cast<std::size_t>(r)]) continue;
      const auto k = static_cast<std::size_t>(kind);
      sum[k] = sum[k] + *value;
      ++count[k];
    }
  }
  for (std::size_t k = 0; k < kinds; ++k)
    if (count[k] > 1 && (sum[k] == *printed || Decimal::of(count[k]) == *printed)) return true;
  return false;
}

}  // namespace

FoundFlaws take_repeated_tables(Disclosure& disclosure) {
  if (disclosure.tables.empty()) return std::nullopt;
  std::vector<Flaw> flaws;
  std::vector<Table> kept;
  std::map<std::pair<TableKind, std::string>, std::vector<std::size_t>> same;  // indices into kept
  for (Table& table : disclosure.tables) {
    std::vector<std::size_t>& earlier = same[{table.kind, subject_key(table.title)}];
    std::optional<Flaw> flaw;
    if (table.kind != TableKind::other)
      for (const std::size_t first : earlier)
        if (!flaw) flaw = repeated(kept[first], table);
    if (!flaw) {
      earlier.push_back(kept.size());
      kept.push_back(std::move(table));
      continue;
    }
    flaws.push_back(std::move(*flaw));
    disclosure.regions.push_back(
        {RegionKind::repeated_table, table.title, table.place, table.last});
    std::erase_if(disclosure.not_read, [&](const NotRead& line) { return line.table == table.id; });
  }
  disclosure.tables = std::move(kept);
  return flaws;
}

FoundFlaws totalled_labels(const Disclosure& disclosure) {
  if (disclosure.tables.empty()) return std::nullopt;
  std::vector<Flaw> flaws;
  for (const Table& table : disclosure.tables) {
    for (int side = 0; side < static_cast<int>(table.sides.size()); ++side) {
      const int total = table.total_row(side);
      if (total < 0) continue;
      for (const int c : table.sides[static_cast<std::size_t>(side)].columns) {
        const auto column = static_cast<std::size_t>(c);
        const Column& about = table.columns[column];
        const bool labels = only_labels(about) && adds_up(table, side, total, c);
        const bool flags = about.role == ColumnRole::text && number_in(table.cell(total, c)) &&
                           only_flags(table, column, total);
        if (!labels && !flags) continue;
        const Cell& cell = table.cell(total, c);
        Flaw flaw = flaw_of(FlawKind::totalled_label, {cell.place}, cell.figure.text());
        flaw.column = about.header.empty() ? about.key : about.header.back();
        flaws.push_back(std::move(flaw));
      }
    }
  }
  return flaws;
}

FoundFlaws unseen_text(const Document& document) {
  // Plain text does not tell what was to be seen of it.
  const bool tells =
      !document.grids.empty() || !document.sheets.empty() ||
      std::ranges::any_of(document.lines, [](const Line& l) { return l.box.has_value(); });
  if (!tells) return std::nullopt;
  std::vector<Flaw> flaws;
  for (const SetAside& aside : document.set_aside) {
    if (aside.what != Furniture::hidden) continue;
    const std::string text(strip(document.lines[aside.line].text));
    if (text.empty()) continue;
    Place place = document.place(aside.line);
    if (flaws.empty()) flaws.push_back(flaw_of(FlawKind::unseen_text, {}, text));
    std::vector<Place>& places = flaws.front().places;
    if (places.empty() || place.page == 0 || places.back().page != place.page)
      places.push_back(std::move(place));
  }
  return flaws;
}

}  // namespace budget::inline v1::detail
