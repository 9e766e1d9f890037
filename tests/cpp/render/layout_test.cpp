// SPDX-License-Identifier: Apache-2.0
#include "render/layout.hpp"

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;
using budget::detail::wrapped;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  CHECK(lines.back().empty());
  lines.pop_back();
  return lines;
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("no line is wider than 80 columns, where a Chinese character takes two") {
  const std::string mixed =
      "《2024年预算支出总表》 行“财政事务” 第7页第271行：2749.26，应为 2794.26；";
  for (const std::string& text :
       {repeated("预算", 100), repeated("word ", 60), repeated(mixed, 6), repeated("一 ", 90)}) {
    for (const std::size_t indent : {0U, 3U, 7U}) {
      const std::vector<std::string> lines = lines_of(wrapped(text, indent));
      CHECK(lines.size() > 1);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(display_width(lines[i]) <= 80);
        CHECK(lines[i].starts_with(std::string(i == 0 ? indent : indent + 2, ' ')));
        if (i + 1 < lines.size()) CHECK(display_width(lines[i]) > 50);
      }
    }
  }
}

TEST_CASE("no words are lost, and none are torn") {
  const std::string text = repeated("the left side lies in 2749.255 to 2749.265 ", 8);
  std::string joined;
  for (const std::string& line : lines_of(wrapped(text, 4)))
    joined += std::string(strip(line)) + " ";
  CHECK(strip(joined) == strip(text));
}

TEST_CASE("a line neither begins with a mark that closes nor ends with one that opens") {
  const std::string text = repeated("（合计）“支出”，第7页：50.00元。", 20);
  for (const std::string& line : lines_of(wrapped(text, 0))) {
    const std::string_view plain = strip(line);
    for (const std::string_view mark : {"）", "”", "，", "：", "。", "元", "页"})
      CHECK_FALSE(plain.starts_with(mark));
    for (const std::string_view mark : {"（", "“", "第"}) CHECK_FALSE(plain.ends_with(mark));
  }
}

TEST_CASE("a word wider than a line stands alone") {
  const std::string word(120, 'x');
  CHECK(wrapped("a " + word + " b", 2) == "  a\n    " + word + "\n    b\n");
}
