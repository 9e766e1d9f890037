// SPDX-License-Identifier: Apache-2.0
#include "document/xlsx_sheet.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace budget::python {
namespace {

constexpr int most_rows = 1 << 20, most_columns = 1 << 14;  // of any workbook

/// The name of an element without the prefix of its namespace.
std::string_view local(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_node one = node.first_child(); one; one = one.next_sibling())
    if (local(one) == name) return one;
  return {};
}

bool is_true(const pugi::xml_attribute& attribute) {
  const std::string_view value = attribute.value();
  return value == "1" || value == "true";
}

/// The text in an element.
std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (pugi::xml_node one = node.first_child(); one; one = one.next_sibling()) text += one.value();
  return text;
}

int number(std::string_view digits, int most) {
  if (digits.empty() || digits.size() > 9) throw std::invalid_argument("no number of a line");
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') throw std::invalid_argument("no number of a line");
    value = value * 10 + (c - '0');
  }
  if (value < 1 || value > most) throw std::invalid_argument("a line that no sheet has");
  return value;
}

/// Row and column from 0 of AB12.
std::pair<int, int> position_of(std::string_view reference) {
  int column = 0;
  std::size_t at = 0;
  for (; at < reference.size(); ++at) {
    const char letter = reference[at];
    const bool small = letter >= 'a' && letter <= 'z';
    if (!small && (letter < 'A' || letter > 'Z')) break;
    column = column * 26 + (letter - (small ? 'a' : 'A')) + 1;
    if (column > most_columns) throw std::invalid_argument("a column that no sheet has");
  }
  if (column == 0) throw std::invalid_argument("no name of a cell");
  return {number(reference.substr(at), most_rows) - 1, column - 1};
}

/// A reference to an entity that the file defines itself has no text here: its value is unknown.
void refuse_own_entities(std::string_view xml) {
  constexpr std::array<std::string_view, 6> known{"amp;", "lt;", "gt;", "quot;", "apos;", "#"};
  // Those in the definitions themselves do no harm.
  const std::size_t values = std::min(xml.find("sheetData"), xml.size());
  for (std::size_t at = xml.find('&', values); at != std::string_view::npos;
       at = xml.find('&', at + 1)) {
    const std::string_view rest = xml.substr(at + 1, 5);
    if (std::ranges::none_of(known, [&](std::string_view k) { return rest.starts_with(k); }))
      throw std::invalid_argument("an entity of the file's own");
  }
}

class Parser {
 public:
  XlsxSheet run(const pugi::xml_node& sheet) && {
    int before = 0;  // number of the row before
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
      if (local(row) != "row") continue;
      const pugi::xml_attribute printed = row.attribute("r");
      const int at = printed ? number(printed.value(), most_rows) : before + 1;
      before = at;
      if (is_true(row.attribute("hidden"))) result_.hidden_rows.push_back(at - 1);
      std::pair<int, int> position{at - 1, -1};
      for (pugi::xml_node one = row.first_child(); one; one = one.next_sibling()) {
        if (local(one) != "c") continue;
        const pugi::xml_attribute reference = one.attribute("r");
        ++position.second;
        if (reference) position = position_of(reference.value());
        cell(one, position.first, position.second);
      }
    }
    result_.positions =
        static_cast<std::uint64_t>(last_row_ + 1) * static_cast<std::uint64_t>(last_column_ + 1);
    for (const pugi::xml_node& group : child(sheet, "cols").children()) {
      if (local(group) != "col" || !is_true(group.attribute("hidden"))) continue;
      const int last =
          std::min(number(group.attribute("max").value(), most_columns), last_column_ + 1);
      for (int c = number(group.attribute("min").value(), most_columns); c <= last; ++c)
        result_.hidden_columns.push_back(c - 1);
    }
    return std::move(result_);
  }

 private:
  void cell(const pugi::xml_node& node, int row, int column) {
    const pugi::xml_node value = child(node, "v");
    const bool inline_text = static_cast<bool>(child(node, "is"));
    const std::string_view type = node.attribute("t").as_string("n");
    if (value || inline_text) {
      last_row_ = std::max(last_row_, row);
      last_column_ = std::max(last_column_, column);
      result_.cells.push_back({row, column, node.attribute("s").as_uint(), type == "n"});
      if (type == "e") result_.literals.push_back({row, column, text_of(value)});
    }
    if (inline_text || type == "str") return;
    const pugi::xml_node formula = child(node, "f");
    if (formula && text_of(value).empty())
      result_.literals.push_back({row, column, "=" + text_of(formula)});
  }

  XlsxSheet result_;
  int last_row_ = 0, last_column_ = 0;
};

}  // namespace

XlsxSheet parse_xlsx_sheet(std::string_view xml) {
  refuse_own_entities(xml);
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(xml.data(), xml.size());
  if (!parsed) throw std::invalid_argument(parsed.description());
  return Parser().run(document.document_element());
}

}  // namespace budget::python
