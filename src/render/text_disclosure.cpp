// SPDX-License-Identifier: Apache-2.0
#include "render/labels.hpp"
#include "render/layout.hpp"

#include <budget/render/arithmetic.hpp>
#include <budget/render/message.hpp>
#include <budget/render/text.hpp>
#include <budget/render/words.hpp>

namespace budget::inline v1 {

std::string to_text(const Disclosure& disclosure, Language language) {
  std::string text;
  if (disclosure.tables.empty()) text += say(Message::no_tables, language) + "\n";
  for (const Table& table : disclosure.tables) {
    if (!text.empty()) text += '\n';
    text += say(Message::table_head, language, {table.number, table.title});
    text += "  " + (table.unit == Unit::unknown
                        ? std::string(sentence(Message::no_unit, language))
                        : say(Message::unit_is, language, {symbol(table.unit)}));
    const std::string where = describe(table.place, language);
    if (!where.empty()) text += "  " + where;
    text += '\n';
    if (table.stated_empty) text += "  " + say(Message::stated_empty, language) + "\n";
    detail::Grid grid(1);
    for (const Column& column : table.columns) {
      std::string header;
      for (const std::string& part : column.header)
        if (!part.empty()) header += (header.empty() ? "" : "/") + part;
      grid.front().push_back(header);
    }
    for (const Row& row : table.rows) {
      std::vector<std::string> cells;
      for (const Cell& cell : row.cells) cells.push_back(cell.figure.text());
      grid.push_back(std::move(cells));
    }
    text += detail::aligned(grid, 2, 0);
  }
  if (!disclosure.not_read.empty()) {
    text += "\n" +
            say(Message::heading_not_read, language, {std::to_string(disclosure.not_read.size())}) +
            "\n";
    for (const NotRead& one : disclosure.not_read)
      text += "  " + detail::unplaced(one, language) + "\n";
  }
  if (!disclosure.regions.empty()) {
    text += "\n" + say(Message::heading_regions, language) + "\n";
    for (const Region& one : disclosure.regions) {
      const std::string where = describe(one.first, one.last, language);
      text +=
          "  " + say(Message::region, language, {detail::region_name(one, language), where}) + "\n";
    }
  }
  return text;
}

}  // namespace budget::inline v1
