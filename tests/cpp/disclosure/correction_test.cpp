// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/correction.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using namespace budget;

namespace {

/// A table of two rows, 201 and 208, with a figure that was misread.
Disclosure disclosure() {
  Table table;
  table.id = "t1";
  table.title = "2024年部门支出总表";
  table.kind = TableKind::expenditure;
  table.columns = {{"c1", {"科目编码"}, ColumnRole::code, "科目编码", Unit::unknown},
                   {"c2", {"2024年预算数", "合计"}, ColumnRole::amount, "合计", Unit::wan_yuan}};
  for (const auto& [code, text] : {std::pair("201", "6.4O"), std::pair("208", "3.50")}) {
    Row row;
    row.id = "r" + std::to_string(table.rows.size() + 1);
    row.cells = {{Figure(code), {}, Mark::none}, {Figure(text, Unit::wan_yuan), {}, Mark::none}};
    RowLabel label;
    label.code = code;
    row.labels.push_back(label);
    table.rows.push_back(row);
  }
  Disclosure made;
  made.tables.push_back(table);
  return made;
}

Correction correction(const std::string& row, const std::string& read, const std::string& text) {
  return {"t1", row, "合计", read, text, "污损", "王五", {}};
}

std::string refused(const Correction& one) {
  try {
    static_cast<void>(corrected(disclosure(), std::array{one}));
  } catch (const CorrectionError& error) {
    return std::string(error.id());
  }
  return "";
}

}  // namespace

TEST_CASE("a figure is put right, in its unit, and marked") {
  const Disclosure fixed = corrected(disclosure(), std::array{correction("201", "6.4O", "6.40")});
  const Cell& cell = fixed.tables[0].cell(0, 1);
  CHECK(cell.figure == Figure("6.40", Unit::wan_yuan));
  CHECK(cell.mark == Mark::corrected);
  CHECK(fixed.tables[0].cell(1, 1).mark == Mark::none);
  REQUIRE(fixed.corrections.size() == 1);
  CHECK(fixed.corrections[0].table == 0);
  CHECK(fixed.corrections[0].row == 0);
  CHECK(fixed.corrections[0].column == 1);
}

TEST_CASE("what does not fit is refused") {
  CHECK(refused(correction("201", "6.4O", "6.40")).empty());
  CHECK(refused(correction("r1", " 6.4O ", "6.40")).empty());
  CHECK(refused(correction("205", "6.4O", "6.40")) == "correction.place");
  CHECK(refused(correction("201", "6.40", "6.41")) == "correction.read");
  CHECK(refused(correction("201", "6.4O", "6.4X")) == "correction.kind");
  Correction in_code = correction("201", "201", "202");
  in_code.column = "c1";
  CHECK(refused(in_code) == "correction.kind");
  Correction elsewhere = correction("201", "6.4O", "6.40");
  elsewhere.table = "t9";
  CHECK(refused(elsewhere) == "correction.place");
}

TEST_CASE("a cell is corrected once") {
  const std::array twice{correction("201", "6.4O", "6.40"), correction("201", "6.40", "6.41")};
  CHECK_THROWS_AS(static_cast<void>(corrected(disclosure(), twice)), CorrectionError);
}
