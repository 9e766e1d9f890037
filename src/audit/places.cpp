// SPDX-License-Identifier: Apache-2.0
#include "audit/places.hpp"
#include "disclosure/header_path.hpp"

#include <cstdint>

namespace budget::inline v1::detail {
namespace {

const RowLabel* label_of(const Table& table, const CellRef& ref) {
  const Row& row = table.rows[static_cast<std::size_t>(ref.row)];
  const int side = table.side_of(ref.column);
  if (side < 0 || static_cast<std::size_t>(side) >= row.labels.size()) return nullptr;
  return &row.labels[static_cast<std::size_t>(side)];
}

std::string header_of(const Column& column) {
  std::string path = header_path(column);
  return path.empty() ? column.key : path;
}

/// The sentence that a figure of the narrative stands in, the figure marked; long ones are cut.
std::string quote_of(const Narrative& narrative, const TextFigure& figure) {
  constexpr std::string_view stop = "。";
  constexpr std::size_t longest = 240;  // bytes either side
  const std::string_view text = narrative.passages[static_cast<std::size_t>(figure.passage)].text;
  std::size_t begin = text.substr(0, figure.begin).rfind(stop);
  begin = begin == std::string_view::npos ? 0 : begin + stop.size();
  std::size_t end = text.find(stop, figure.end);
  end = end == std::string_view::npos ? text.size() : end + stop.size();
  std::string before, after;
  if (figure.begin - begin > longest) {
    begin = figure.begin - longest;
    while (is_inside_character(text, begin)) ++begin;
    before = "…";
  }
  if (end - figure.end > longest) {
    end = figure.end + longest;
    while (is_inside_character(text, end)) --end;
    after = "…";
  }
  before += text.substr(begin, figure.begin - begin);
  before += "【";
  before += text.substr(figure.begin, figure.end - figure.begin);
  before += "】";
  before += text.substr(figure.end, end - figure.end);
  return before + after;
}

}  // namespace

FindingPlace place_of(const Dossier& dossier, const CellRef& ref) {
  const Table& table = table_at(dossier, ref);
  const Cell& cell = at(dossier, ref);
  const Column& column = table.columns[static_cast<std::size_t>(ref.column)];
  FindingPlace result;
  result.cell = ref;
  result.table = table.title;
  result.column = header_of(column);
  result.text = cell.figure.text();
  result.table_id = table.id;
  result.row_id = table.rows[static_cast<std::size_t>(ref.row)].id;
  result.column_id = column.id;
  result.place = cell.place;
  if (const RowLabel* label = label_of(table, ref)) {
    result.row = label->name.empty() ? label->code : label->name;
    result.section = table.sides[static_cast<std::size_t>(table.side_of(ref.column))].label;
  }
  if (ref.table == in_narrative) {
    const Narrative& narrative =
        dossier.disclosures[static_cast<std::size_t>(ref.disclosure)].narrative;
    const TextFigure& figure = narrative.figures[static_cast<std::size_t>(ref.row)];
    const int heading = heading_of(narrative, figure.passage);
    if (heading >= 0) result.section = narrative.passages[static_cast<std::size_t>(heading)].text;
    result.quote = quote_of(narrative, figure);
  }
  return result;
}

FindingPlace place_of(const Place& place) {
  FindingPlace result;
  result.has_cell = false;
  result.place = place;
  return result;
}

std::string identity_of(const Dossier& dossier, const CellRef& ref) {
  const Table& table = table_at(dossier, ref);
  std::string text =
      std::to_string(ref.disclosure) + "|" + std::string(to_string(table.kind)) + "|";
  const Disclosure& disclosure = dossier.disclosures[static_cast<std::size_t>(ref.disclosure)];
  if (ref.table >= disclosure.funds_index(0)) text += table.title + "|";  // of which project
  if (const RowLabel* label = label_of(table, ref)) text += label->code + "|" + label->key;
  return text + "|" + header_of(table.columns[static_cast<std::size_t>(ref.column)]);
}

std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : text) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex(16, '0');
  for (std::size_t i = hex.size(); i-- > 0; hash >>= 4U) hex[i] = digits[hash & 0xFU];
  return hex;
}

}  // namespace budget::inline v1::detail
