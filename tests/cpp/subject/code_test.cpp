// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/code.hpp>
#include <budget/subject/code_range.hpp>

#include <random>
#include <set>
#include <sstream>
#include <string>
#include <unordered_set>
#include <vector>

using namespace budget;

namespace {

SubjectCode code(std::string_view text) {
  return SubjectCode::parse(text);
}

std::string random_digits(std::mt19937& random) {
  std::string text(3 + 2 * (random() % 5), '0');
  text[0] = static_cast<char>('1' + random() % 9);
  for (std::size_t i = 1; i < text.size(); ++i) text[i] = static_cast<char>('0' + random() % 3);
  return text;
}

}  // namespace

TEST_CASE("a code knows its level, its parent and its classification") {
  CHECK(code("201").level() == SubjectLevel::Class);
  CHECK(code("20106").level() == SubjectLevel::Group);
  CHECK(code("2010601").level() == SubjectLevel::Item);
  CHECK(code("103060103").level() == SubjectLevel::SubItem);
  CHECK(code("2010601").parent() == code("20106"));
  CHECK(code("20106").parent() == code("201"));
  CHECK_FALSE(code("201").parent());
  CHECK(code("103060103").at(SubjectLevel::Class) == code("103"));
  CHECK(code("103060103").at(SubjectLevel::SubItem) == code("103060103"));
  CHECK_FALSE(code("20106").at(SubjectLevel::Item));
  CHECK(code("30113").classification() == Classification::economic_department);
  CHECK(code("50103").classification() == Classification::economic_government);
  CHECK(code("2210201").classification() == Classification::functional);
  CHECK(code("10101").classification() == Classification::revenue);
  CHECK_FALSE(code("401").classification());
}

TEST_CASE("parts of three columns make one code") {
  CHECK(SubjectCode::from_parts("201", "06", "01") == code("2010601"));
  CHECK(SubjectCode::from_parts("201", "6", "1") == code("2010601"));
  CHECK(SubjectCode::from_parts(" 201 ", "06 ", "") == code("20106"));
  CHECK(SubjectCode::from_parts("201") == code("201"));
  CHECK(SubjectCode::from_parts("201", "20106", "2010601") == code("2010601"));
  CHECK_FALSE(SubjectCode::from_parts("201", "", "01"));
  CHECK_FALSE(SubjectCode::from_parts("", "06", "01"));
  CHECK_FALSE(SubjectCode::from_parts("", "", ""));
  CHECK_FALSE(SubjectCode::from_parts("021", "001"));
  CHECK_FALSE(SubjectCode::from_parts("20", "06"));
  CHECK_FALSE(SubjectCode::from_parts("201", "20206"));
  CHECK_FALSE(SubjectCode::from_parts("201", "O6"));
}

TEST_CASE("what is no subject code is refused with place and reason") {
  struct Case {
    std::string text;
    std::string_view reason;
    std::size_t position;
  };
  for (const Case& row : {Case{"", "wrong_length", 0},
                          {"2", "wrong_length", 1},
                          {"20", "wrong_length", 2},
                          {"2010", "wrong_length", 4},
                          {"021", "leading_zero", 0},
                          {"021001", "leading_zero", 0},
                          {"201 06", "not_a_digit", 3},
                          {"２０１", "not_a_digit", 0},
                          {"-201", "not_a_digit", 0},
                          {"201060101010", "too_long", 11},
                          {std::string(10'000'000, '2'), "too_long", 11},
                          {std::string("201\0", 4), "not_a_digit", 3}}) {
    CAPTURE(row.reason);
    CHECK_FALSE(SubjectCode::try_parse(row.text));
    try {
      (void)SubjectCode::parse(row.text);
      FAIL("accepted");
    } catch (const ParseError& error) {
      CHECK(error.id() == "subject.code");
      CHECK(error.reason() == row.reason);
      CHECK(error.position() == row.position);
    }
    std::optional<SubjectCode> kept = code("201");
    const auto result = from_chars(row.text.data(), row.text.data() + row.text.size(), kept);
    CHECK_FALSE(result);
    CHECK(result.ptr == row.text.data() + row.position);
    CHECK(kept == code("201"));
  }
}

TEST_CASE("reading and writing are inverse, and structure is that of the digits") {
  std::mt19937 random(7);
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) texts.push_back(random_digits(random));
  for (const std::string& text : texts) {
    CAPTURE(text);
    const SubjectCode one = code(text);
    CHECK(to_string(one) == text);
    CHECK((one.parent() ? to_string(*one.parent()) : "") ==
          (text.size() > 3 ? text.substr(0, text.size() - 2) : ""));
    for (int k = 0; k < 20; ++k) {
      const std::string& other = texts[random() % texts.size()];
      CAPTURE(other);
      CHECK(one.is_ancestor_of(code(other)) ==
            (other.size() > text.size() && other.starts_with(text)));
      // The order of a printed list is the order of the digits as text.
      CHECK((one < code(other)) == (text < other));
      CHECK((one == code(other)) == (text == other));
    }
  }
  std::unordered_set<SubjectCode> hashed;
  for (const std::string& text : texts) hashed.insert(code(text));
  CHECK(hashed.size() == std::set<std::string>(texts.begin(), texts.end()).size());
}

TEST_CASE("codes work at compile time and print into small buffers") {
  static_assert(SubjectCode::parse("2080501").parent() == SubjectCode::parse("20805"));
  static_assert(sizeof(SubjectCode) == 8);
  char buffer[7];
  CHECK(to_chars(buffer, buffer + 7, code("2080501")).ptr == buffer + 7);
  CHECK(std::string_view(buffer, 7) == "2080501");
  CHECK_FALSE(to_chars(buffer, buffer + 6, code("2080501")));
  std::ostringstream stream;
  stream << code("2080501");
  CHECK(stream.str() == "2080501");
}

TEST_CASE("codes as documents print them") {
  struct Case {
    const char* printed;
    const char* digits;
  };
  for (const Case& row : {
           Case{"201", "201"},
           {"20101", "20101"},
           {"2010101", "2010101"},
           {"201-01-01", "2010101"},
           {"201.01.01", "2010101"},
           {"201．01．01", "2010101"},
           {"201 01 01", "2010101"},
           {"201　01", "20101"},
           {"201/01", "20101"},
           {"201·01", "20101"},
           {"201—01–02", "2010102"},
           {"201 - 01 - 01", "2010101"},
           {"201-1-1", "2010101"},
           {"201 1", "20101"},
           {" ２０１０１ ", "20101"},
           {"２０１－０１－０１", "2010101"},
           {"201 20101 2010101", "2010101"},
           {"20101-01", "2010101"},
           {"103-06-01-03", "103060103"},
           {"103-06-01-03-9", "10306010309"},
           {"201-0101", "2010101"},
           {"\xEF\xBB\xBF"
            "201",
            "201"},
       }) {
    CAPTURE(row.printed);
    const auto read = SubjectCode::try_parse_printed(row.printed);
    REQUIRE(read);
    CHECK(to_string(*read) == row.digits);
    CHECK(SubjectCode::parse_printed(row.printed) == code(row.digits));
  }
  static_assert(SubjectCode::parse_printed("201-1-1") == SubjectCode::parse("2010101"));
}

TEST_CASE("a printed text that is no code is refused with reason and place") {
  struct Case {
    const char* printed;
    const char* reason;
    std::size_t position;
  };
  for (const Case& row : {
           Case{"", "wrong_length", 0},
           {"  ", "wrong_length", 2},
           {"20", "wrong_length", 2},
           {"2010", "wrong_length", 4},
           {"201-010", "wrong_length", 7},
           {"20-10-10", "wrong_length", 2},
           {"201--01", "empty_part", 4},
           {"-201", "empty_part", 0},
           {"201-", "empty_part", 4},
           {"201.01.", "empty_part", 7},
           {"021", "leading_zero", 0},
           {"201人大", "not_a_digit", 3},
           {"201,01", "not_a_digit", 3},
           {"201-01-01-01-01-01", "too_long", 18},
           {"201010101010101", "too_long", 11},
           {"201\xFF", "not_a_digit", 3},
       }) {
    CAPTURE(row.printed);
    CHECK_FALSE(SubjectCode::try_parse_printed(row.printed));
    try {
      (void)SubjectCode::parse_printed(row.printed);
      FAIL("read");
    } catch (const ParseError& error) {
      CHECK(error.id() == "subject.code");
      CHECK(error.reason() == row.reason);
      CHECK(error.position() == row.position);
    }
  }
}

TEST_CASE("printing with separators and reading that are inverse") {
  std::mt19937 random(13);
  for (int i = 0; i < 2000; ++i) {
    const SubjectCode one = code(random_digits(random));
    for (const char* separator : {"", "-", ".", " ", "/", "·", " — "}) {
      CAPTURE(separator);
      CHECK(SubjectCode::try_parse_printed(to_string(one, separator)) == one);
    }
  }
  CHECK(to_string(code("20101"), "-") == "201-01");
  CHECK(to_string(code("201"), "-") == "201");
}

TEST_CASE("ranges of codes") {
  const CodeRange some(code("2080501"), code("2080599"));
  CHECK(some.contains(code("2080501")));
  CHECK(some.contains(code("2080505")));
  CHECK(some.contains(code("2080599")));
  CHECK(some.contains(code("208059901")));
  CHECK_FALSE(some.contains(code("20805")));
  CHECK_FALSE(some.contains(code("2080601")));
  const CodeRange below = CodeRange::below(code("208"));
  CHECK_FALSE(below.contains(code("208")));
  CHECK(below.contains(code("20801")));
  CHECK(below.contains(code("2089999")));
  CHECK_FALSE(below.contains(code("209")));
  CHECK(CodeRange::at_and_below(code("208")).contains(code("208")));
  CHECK(to_string(some) == "2080501-2080599");
  CHECK(to_string(below) == "208+");
  CHECK(to_string(CodeRange::at_and_below(code("208"))) == "208*");
  try {
    (void)CodeRange(code("209"), code("208"));
    FAIL("made");
  } catch (const DomainError& error) {
    CHECK(error.id() == "subject.code_range");
    CHECK(error.argument() == "209-208");
  }

  // Below a code lies what it is an ancestor of.
  std::mt19937 random(5);
  for (int i = 0; i < 3000; ++i) {
    const SubjectCode one = code(random_digits(random));
    const SubjectCode other =
        code(to_string(one).substr(0, 3) +
             (random_digits(random) + "000000").substr(0, 2 * (random() % 4)));
    CHECK(CodeRange::below(one).contains(other) == one.is_ancestor_of(other));
  }
}
