// SPDX-License-Identifier: Apache-2.0
#include <budget/render/csv.hpp>

#include "disclosure/header_path.hpp"

#include <string_view>

namespace budget::inline v1 {
namespace {

std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char byte : text) {
    if (byte == '"') result += '"';
    result += byte;
  }
  return result + '"';
}

std::string number_or_blank(int value) {
  return value > 0 ? std::to_string(value) : std::string();
}

void add_line(std::string& csv, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) csv += ',';
    first = false;
    csv += quoted(field);
  }
  csv += '\n';
}

}  // namespace

std::string to_csv(const Disclosure& disclosure) {
  std::string csv;
  add_line(csv, {"table", "kind", "number", "title", "row", "code", "name", "column", "header",
                 "role", "text", "unit", "mark", "page", "line"});
  for (const Table& table : disclosure.tables) {
    for (const Row& row : table.rows) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const Column& column = table.columns[c];
        const Cell& cell = row.cells[c];
        const int side = table.side_of(static_cast<int>(c));
        const bool labelled = side >= 0 && static_cast<std::size_t>(side) < row.labels.size();
        const RowLabel label = labelled ? row.labels[static_cast<std::size_t>(side)] : RowLabel{};
        const Place& place = cell.place.line > 0 ? cell.place : row.place;
        add_line(csv, {table.id, to_string(table.kind), table.number, table.title, row.id,
                       label.code, label.name, column.id, detail::header_path(column),
                       to_string(column.role), cell.figure.text(), symbol(cell.figure.unit()),
                       cell.mark == Mark::none ? std::string_view() : to_string(cell.mark),
                       number_or_blank(place.page), number_or_blank(place.line)});
      }
    }
  }
  return csv;
}

}  // namespace budget::inline v1
