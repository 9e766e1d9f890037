// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/disclosure.hpp>

#include <algorithm>
#include <utility>

namespace budget::inline v1 {

std::string_view to_string(DisclosureKind kind) noexcept {
  return kind == DisclosureKind::budget ? "budget" : "final_account";
}

std::string_view to_string(BodyScope scope) noexcept {
  switch (scope) {
    case BodyScope::unknown: return "unknown";
    case BodyScope::department: return "department";
    case BodyScope::unit: return "unit";
  }
  return {};
}

bool Dossier::is_unit(std::size_t index) const noexcept {
  return std::ranges::find(units, static_cast<int>(index)) != units.end();
}

std::string_view to_string(RegionKind kind) noexcept {
  switch (kind) {
    case RegionKind::target_table: return "target_table";
    case RegionKind::unrecognised_table: return "unrecognised_table";
    case RegionKind::repeated_table: return "repeated_table";
  }
  return {};
}

std::string_view to_string(NotReadWhy why) noexcept {
  switch (why) {
    case NotReadWhy::no_place_in_table: return "no_place_in_table";
    case NotReadWhy::header_not_understood: return "header_not_understood";
    case NotReadWhy::too_many_figures: return "too_many_figures";
    case NotReadWhy::ambiguous_columns: return "ambiguous_columns";
    case NotReadWhy::picture: return "picture";
  }
  return {};
}

const Table* Disclosure::find(TableKind wanted) const noexcept {
  for (const Table& table : tables)
    if (table.kind == wanted) return &table;
  return nullptr;
}

const Table& Disclosure::table(int index) const {
  if (index == in_narrative) return narrative.table;
  const auto at = static_cast<std::size_t>(index);
  return at < tables.size() ? tables[at] : targets.at(at - tables.size()).funds;
}

Table& Disclosure::table(int index) {
  return const_cast<Table&>(std::as_const(*this).table(index));
}

const Table& table_at(const Dossier& dossier, const CellRef& ref) {
  return dossier.disclosures.at(static_cast<std::size_t>(ref.disclosure)).table(ref.table);
}

std::string title_at(const Dossier& dossier, const CellRef& ref) {
  std::string title = table_at(dossier, ref).title;
  if (ref.table != in_narrative) return title;
  const Narrative& narrative =
      dossier.disclosures[static_cast<std::size_t>(ref.disclosure)].narrative;
  const TextFigure& figure = narrative.figures.at(static_cast<std::size_t>(ref.row));
  const int heading = heading_of(narrative, figure.passage);
  if (heading >= 0) title += "：" + narrative.passages[static_cast<std::size_t>(heading)].text;
  return title;
}

const Cell& at(const Dossier& dossier, const CellRef& ref) {
  return table_at(dossier, ref).cell(ref.row, ref.column);
}

}  // namespace budget::inline v1
