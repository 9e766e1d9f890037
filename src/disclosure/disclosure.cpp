// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/disclosure.hpp>

namespace budget::inline v1 {

std::string_view to_string(DisclosureKind kind) noexcept {
  return kind == DisclosureKind::budget ? "budget" : "final_account";
}

std::string_view to_string(RegionKind kind) noexcept {
  switch (kind) {
    case RegionKind::narrative: return "narrative";
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

const Table& table_at(const Dossier& dossier, const CellRef& ref) {
  return dossier.disclosures.at(static_cast<std::size_t>(ref.disclosure))
      .tables.at(static_cast<std::size_t>(ref.table));
}

const Cell& at(const Dossier& dossier, const CellRef& ref) {
  return table_at(dossier, ref).cell(ref.row, ref.column);
}

}  // namespace budget::inline v1
