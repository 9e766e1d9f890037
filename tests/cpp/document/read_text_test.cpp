// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <budget/base/text.hpp>
#include <budget/document/read_text.hpp>

#include <string>

using namespace budget;
using namespace std::string_literals;

namespace {

/// The id of the error that reading throws, with its place's line; "" where it reads.
std::string failure(const std::string& bytes, const ReadLimits& limits = {}) {
  try {
    (void)read_text(bytes, "a.txt", {}, limits);
  } catch (const ReadError& error) {
    CHECK(error.place().source == "a.txt");
    CHECK_FALSE(error.message().zh.empty());
    return std::string(error.id());
  }
  return {};
}

std::string message(const std::string& bytes) {
  try {
    (void)read_text(bytes, "a.txt");
  } catch (const ReadError& error) {
    return error.message().en;
  }
  return {};
}

}  // namespace

TEST_CASE("lines end in LF, CRLF or CR and count from 1") {
  for (const auto& text : {"一\n二\n三"s, "一\r\n二\r\n三\r\n"s, "一\r二\r三"s}) {
    CAPTURE(text);
    const Document document = read_text(text, "a.txt", "00ff");
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[1].text == "二");
    CHECK(document.lines[2].number == 3);
    CHECK(document.pages == 0);
    CHECK(document.sha256 == "00ff");
    CHECK(document.place(1) == Place{"a.txt", 0, 2, 0, {}});
  }
}

TEST_CASE("a byte order mark is no text") {
  CHECK(read_text("\xEF\xBB\xBF表", "a.txt").lines.front().text == "表");
}

TEST_CASE("a form feed starts a page") {
  const Document document = read_text("一\n\f二\n三\f\n四", "a.txt");
  REQUIRE(document.lines.size() == 4);
  CHECK(document.lines[0].page == 1);
  CHECK(document.lines[1].page == 2);
  CHECK(document.lines[1].text == "二");
  CHECK(document.lines[2].page == 2);
  CHECK(document.lines[3].page == 3);
  CHECK(document.pages == 3);
}

TEST_CASE("GB18030 is detected") {
  // 部门预算 and a four-byte character (U+9FA6) in GB18030.
  const std::string bytes = "\xB2\xBF\xC3\xC5\xD4\xA4\xCB\xE3\n3,296.30\n\x82\x35\x90\x33";
  const Document document = read_text(bytes, "a.txt");
  CHECK(document.lines[0].text == "部门预算");
  CHECK(document.lines[1].text == "3,296.30");
  CHECK(count_code_points(document.lines[2].text) == 1);
}

TEST_CASE("what is neither UTF-8 nor GB18030 names the byte") {
  SUBCASE("damaged UTF-8 is not taken for GB18030") {
    const std::string text = "部门预算公开\xFF表";
    CHECK(failure(text) == "document.encoding");
    CHECK(message(text).find("byte 18 (0xFF)") != std::string::npos);
  }
  SUBCASE("a cut UTF-8 sequence") {
    CHECK(failure("预算\xE8\xA1") == "document.encoding");
  }
  SUBCASE("Latin-1") {
    CHECK(failure("r\xE9sum\xE9 of the budget\n") == "document.encoding");
  }
  SUBCASE("binary") {
    CHECK(failure("PK\x03\x04\0\0"s) == "document.encoding");
    CHECK(message("PK\x03\x04\0\0"s).find("byte 4 (0x00)") != std::string::npos);
  }
}

TEST_CASE("empty, too large, and lines too long are errors of their own") {
  CHECK(failure("") == "document.empty");
  CHECK(failure(" \n　\n\t") == "document.empty");
  CHECK(failure("12345678901", {.bytes = 10, .line_bytes = 100}) == "document.too_large");
  CHECK(failure("1\n12345678901", {.bytes = 100, .line_bytes = 10}) == "document.line_too_long");
}

TEST_CASE("pages without form feeds are taken only where printed page marks confirm them") {
  // Every second line is empty; a page begins with one blank right below the last line.
  const auto page = [](int number) {
    return " 第" + std::to_string(number) + "页的字\n\n又一行\n\n-" + std::to_string(number) +
           "-\n";
  };
  SUBCASE("confirmed") {
    const Document document = read_text(page(1) + page(2) + page(3), "a.txt");
    CHECK(document.pages == 3);
    CHECK(document.lines[0].page == 1);
    CHECK(document.lines[5].page == 2);
    CHECK(document.lines.back().page == 3);
  }
  SUBCASE("contradicted") {
    CHECK(read_text(page(1) + page(3) + page(4), "a.txt").pages == 0);
  }
  SUBCASE("a single mark proves nothing") {
    CHECK(read_text(page(1) + " 末页\n", "a.txt").pages == 0);
  }
}

TEST_CASE("page marks, running titles and watermarks are set aside, not lost") {
  const std::string watermark = "内部\n资料\n内部\n资料\n内部\n资料\n内部\n资料\n";
  const std::string text =
      "合计 12.00\n-1-\n某局预算\n" + watermark + "甲 1.00\n-2-\n某局预算\n乙 2.00\n13\n";
  const Document document = read_text(text, "a.txt");
  std::string kept;
  std::size_t next = 0;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    if (next < document.set_aside.size() && document.set_aside[next].line == i) {
      ++next;
    } else {
      kept += document.lines[i].text + "|";
    }
  }
  CHECK(kept == "合计 12.00|甲 1.00|乙 2.00|13|");
  CHECK(document.set_aside[0].what == Furniture::page_mark);
  CHECK(document.set_aside[1].what == Furniture::running_title);
  CHECK(document.set_aside[2].what == Furniture::watermark);
}

TEST_CASE("a bare number at the end of a page is its number only where it counts pages") {
  const Document counted = read_text("甲\n3\n\f乙\n4\n\f丙 5.00\n570\n", "a.txt");
  REQUIRE(counted.set_aside.size() == 2);
  CHECK(counted.lines[counted.set_aside[1].line].text == "4");
  CHECK(read_text("甲\n3\n\f乙\n570\n", "a.txt").set_aside.empty());
}

TEST_CASE("short lines that repeat like values of a column are no watermark") {
  const Document document = read_text("有效提升\n有效提升\n有效提升\n有效提升\n", "a.txt");
  CHECK(document.set_aside.empty());
}
