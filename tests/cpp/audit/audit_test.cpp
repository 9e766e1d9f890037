// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/audit.hpp>

#include "audit/dossier_builder.hpp"

#include <budget/base/error.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace budget;
using testing::cell;

namespace {

Report audited(const testing::Sample& given) {
  const std::vector<std::string> rules{"expenditure.split", "unbound.rule"};
  return audit(given.dossier, given.obligations, rules);
}

Report changed(const CellRef& ref, const std::string& text) {
  testing::Sample given = testing::sample();
  testing::print(given.dossier, ref, text);
  return audited(given);
}

const Finding& only_error(const Report& report) {
  const auto is_error = [](const Finding& f) { return f.severity == Severity::error; };
  REQUIRE(std::count_if(report.findings.begin(), report.findings.end(), is_error) == 1);
  return *std::find_if(report.findings.begin(), report.findings.end(), is_error);
}

bool has_rule(const Report& report, const std::string& rule) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [&](const Finding& f) { return f.rule == rule; });
}

/// The sample with every required table, each with an id.
testing::Sample with_all_tables() {
  testing::Sample given = testing::sample();
  Disclosure& disclosure = given.dossier.disclosures[0];
  for (const TableKind kind : audited(given).missing.tables)
    disclosure.tables.push_back(
        testing::table(kind, "某表", Unit::wan_yuan, {"项目", "合计"}, {{"合计", "1.00"}}, 300));
  for (std::size_t i = 0; i < disclosure.tables.size(); ++i)
    disclosure.tables[i].id = "t" + std::to_string(i + 1);
  return given;
}

}  // namespace

TEST_CASE("a budget that adds up has no error; every rule is counted, bound or not") {
  const Report report = audited(testing::sample());
  CHECK(report.coverage.rules.at("expenditure.split")[Status::exact] == 10);
  CHECK(report.coverage.rules.at("expenditure.split")[Status::violated] == 0);
  CHECK(report.coverage.rules.contains("unbound.rule"));
  CHECK(report.coverage.rules.at("unbound.rule").count == std::array<int, 6>{});
  CHECK(report.coverage.figures.read == 26);
  CHECK(report.coverage.figures.checked == 26);
  CHECK(report.coverage.unchecked.empty());
  CHECK(std::none_of(report.findings.begin(), report.findings.end(),
                     [](const Finding& f) { return f.severity == Severity::error; }));
}

TEST_CASE("one wrong figure is one finding with the figure, the cause and the right value") {
  struct Case {
    CellRef ref;
    std::string printed;
    Cause cause;
    std::string value;
  };
  for (const Case& one : {
           Case{cell(0, 3, 2), "2749.26", Cause::transposition, "2794.26"},
           Case{cell(0, 3, 2), "27942.60", Cause::decimal_slip, "2794.26"},
           Case{cell(0, 3, 2), "279.43", Cause::decimal_slip, "2794.26"},
           Case{cell(0, 3, 2), "279.426", Cause::decimal_slip, "2794.26"},
           Case{cell(0, 3, 2), "27942600", Cause::unit_slip, "2794.26"},
           Case{cell(0, 3, 2), "-2794.26", Cause::sign, "2794.26"},
           Case{cell(0, 3, 2), "294.26", Cause::dropped_digit, "2794.26"},
           Case{cell(0, 3, 2), "27994.26", Cause::added_digit, "2794.26"},
           Case{cell(0, 3, 2), "2794.96", Cause::changed_digit, "2794.26"},
           Case{cell(0, 3, 2), "1083.23", Cause::neighbouring_column, "2794.26"},
           Case{cell(0, 3, 2), "3.68", Cause::neighbouring_row, "2794.26"},
           Case{cell(1, 1, 3), "1083.23", Cause::omitted_row, "1086.91"},
           Case{cell(1, 2, 3), "6.38", Cause::transposition, "3.68"},
       }) {
    CAPTURE(one.printed);
    const Report report = changed(one.ref, one.printed);
    CHECK(report.verdict == Verdict::violated);
    const Finding& finding = only_error(report);
    REQUIRE(finding.repairs.size() == 1);
    CHECK(finding.repairs.front().place.cell == one.ref);
    CHECK(finding.places.front().cell == one.ref);
    CHECK(finding.places.front().suspected);
    CHECK(finding.places.front().text == one.printed);
    CHECK(finding.cause == one.cause);
    CHECK(finding.repairs.front().value == one.value);
    CHECK(finding.published == one.printed);
    CHECK(finding.expected_low == Decimal::parse(one.value));
    CHECK(finding.expected_high == Decimal::parse(one.value));
    CHECK(finding.expected_unit == Unit::wan_yuan);
    CHECK(finding.statements.size() >= 3);
    CHECK(finding.repairs.front().settles == static_cast<int>(finding.statements.size()));
  }
}

TEST_CASE("a total that lacks one part, or has one twice, is recognised by its own parts") {
  for (const auto& [printed, cause] :
       {std::pair{"576.45", Cause::omitted_row}, std::pair{"616.45", Cause::doubled_row}}) {
    testing::Sample given;
    given.dossier = testing::dossier({testing::table(
        TableKind::project_expenditure, "项目支出表", Unit::wan_yuan, {"项目", "合计"},
        {{"评审中心", printed}, {"聘用人员", "320.00"}, {"运行费", "256.45"}, {"PPP", "20.00"}},
        10)});
    given.obligations = {
        testing::sum("tree", testing::terms({cell(0, 0, 1)}),
                     testing::terms({cell(0, 1, 1), cell(0, 2, 1), cell(0, 3, 1)}))};
    const Report report = audited(given);
    const Finding& finding = only_error(report);
    REQUIRE(finding.repairs.size() == 4);
    CHECK(finding.repairs.front().place.cell == cell(0, 0, 1));
    CHECK(finding.repairs.front().cause == cause);
    CHECK(finding.repairs.front().low <= Decimal::parse("596.45"));
    CHECK(Decimal::parse("596.45") <= *finding.repairs.front().high);
  }
}

TEST_CASE("a figure cut off instead of rounded") {
  testing::Sample given = testing::sample();
  std::erase_if(given.obligations,
                [](const Obligation& o) { return o.rule != "general.subjects"; });
  testing::print(given.dossier, cell(1, 3, 2), "2794.25");
  const Report report = audited(given);
  const Finding& finding = only_error(report);
  CHECK(finding.repairs.size() == 2);  // either side of the restatement
  for (const Repair& repair : finding.repairs) {
    CHECK(repair.low == repair.high);
    if (repair.place.cell == cell(1, 3, 2)) CHECK(repair.cause == Cause::truncated);
    if (repair.place.cell == cell(0, 3, 2)) CHECK(repair.cause == Cause::changed_digit);
  }
}

TEST_CASE("between two statements of one amount neither side is blamed") {
  testing::Sample given = testing::sample();
  given.obligations = {testing::same("general.total", cell(0, 0, 2), cell(1, 0, 2))};
  testing::print(given.dossier, cell(1, 0, 2), "3269.30");
  const Report report = audited(given);
  const Finding& finding = only_error(report);
  REQUIRE(finding.repairs.size() == 2);
  CHECK(finding.cause == Cause::transposition);
  CHECK(finding.repairs[0].value == "3269.30");
  CHECK(finding.repairs[1].value == "3296.30");
  CHECK(finding.published == "3296.30");
  CHECK(finding.expected_low == Decimal::parse("3269.295"));
}

TEST_CASE("two independent errors are two findings") {
  testing::Sample given = testing::sample();
  testing::print(given.dossier, cell(0, 3, 3), "1038.23");
  testing::print(given.dossier, cell(1, 4, 2), "4983.60");
  const Report report = audited(given);
  std::vector<CellRef> suspects;
  for (const Finding& finding : report.findings)
    if (finding.severity == Severity::error)
      for (const Repair& repair : finding.repairs) suspects.push_back(repair.place.cell);
  std::sort(suspects.begin(), suspects.end());
  CHECK(suspects == std::vector{cell(0, 3, 3), cell(1, 4, 2)});
}

TEST_CASE("every violated statement stands in exactly one finding, even where no repair exists") {
  testing::Sample given = testing::sample();
  for (int r = 0; r < 5; ++r)
    for (int c = 2; c < 5; ++c)
      testing::print(given.dossier, cell(0, r, c), std::to_string(7 + r * 13 + c * c));
  const Report report = audited(given);
  std::vector<int> named(report.obligations.size());
  for (const Finding& finding : report.findings)
    if (finding.severity == Severity::error)
      for (const FindingStatement& statement : finding.statements) ++named[statement.obligation];
  for (std::size_t i = 0; i < named.size(); ++i)
    CHECK(named[i] == (report.outcomes[i].status == Status::violated ? 1 : 0));
}

TEST_CASE("a part above its whole is found, with a bound and no claimed value") {
  testing::Sample given = testing::sample();
  given.obligations = {testing::at_most("part", cell(0, 4, 2), cell(0, 0, 2))};
  testing::print(given.dossier, cell(0, 4, 2), "4983.60");
  const Report report = audited(given);
  const Finding& finding = only_error(report);
  REQUIRE(finding.repairs.size() == 2);
  for (const Repair& repair : finding.repairs) {
    CHECK_FALSE(repair.value);
    CHECK(repair.cause == Cause::unknown);
    const bool part = repair.place.cell == cell(0, 4, 2);
    CHECK(repair.low.has_value() == !part);
    CHECK(repair.high.has_value() == part);
  }
}

TEST_CASE("a cell that its condition found zero is named among the places") {
  testing::Sample given = testing::sample();
  testing::print(given.dossier, cell(1, 2, 4), "0.00");
  Obligation conditional = testing::same("conditional", cell(0, 2, 2), cell(0, 4, 2));
  conditional.zero = {cell(1, 2, 4)};
  given.obligations = {conditional};
  const Report report = audited(given);
  const Finding& finding = only_error(report);
  CHECK(std::any_of(finding.places.begin(), finding.places.end(),
                    [](const FindingPlace& p) { return p.cell == cell(1, 2, 4); }));
}

TEST_CASE("all rounding is one note; a blank total beside its parts is a warning") {
  testing::Sample given = testing::sample();
  testing::print(given.dossier, cell(0, 2, 3), "3.69");
  testing::print(given.dossier, cell(1, 4, 2), "");
  std::erase_if(given.obligations,
                [](const Obligation& o) { return o.rule == "general.subjects"; });
  given.obligations.resize(11);
  given.obligations.push_back(testing::sum("split", testing::terms({cell(1, 4, 2)}),
                                           testing::terms({cell(1, 4, 3), cell(1, 4, 4)})));
  given.obligations.erase(given.obligations.begin() + 2);  // 3.68 beside 3.69 would be an error
  const Report report = audited(given);
  int notes = 0, warnings = 0;
  for (const Finding& finding : report.findings) {
    if (finding.cause == Cause::rounding) {
      ++notes;
      CHECK(finding.severity == Severity::note);
      CHECK(finding.statements.size() >= 1);
    }
    if (finding.cause == Cause::unstated_total) {
      ++warnings;
      CHECK(finding.severity == Severity::warning);
      CHECK(finding.places.front().cell == cell(1, 4, 2));
    }
  }
  CHECK(notes == 1);
  CHECK(warnings == 1);
}

TEST_CASE("what is impossible only if zeros were cut is a warning that says so") {
  testing::Sample given = testing::sample();
  given.dossier.disclosures[0].tables[0] =
      testing::table(TableKind::expenditure, "2024年预算支出总表", Unit::wan_yuan,
                     {"科目编码", "科目名称", "合计", "基本支出", "项目支出"},
                     {{"", "合计", "3.65", "1.6", "2.06"}}, 10);
  for (Cell& one : given.dossier.disclosures[0].tables[0].rows[0].cells)
    if (one.figure.is_number()) one.figure = one.figure.with_digits(2);
  given.obligations = {testing::sum("expenditure.split", testing::terms({cell(0, 0, 2)}),
                                    testing::terms({cell(0, 0, 3), cell(0, 0, 4)}))};
  testing::print(given.dossier, cell(0, 0, 2), "3.69");
  const Report report = audited(given);
  REQUIRE(report.outcomes[0].status == Status::violated);
  const Finding& finding = report.findings.front();
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.only_if_zeros_cut);
  CHECK(report.verdict != Verdict::violated);
}

TEST_CASE("requirements: severity of the rule, repeated residue of one form is one finding") {
  testing::Sample given = testing::sample();
  given.obligations.clear();
  for (const int line : {20, 30}) {
    Obligation form;
    form.id = "form.residue|" + std::to_string(line);
    form.rule = "form.residue";
    form.kind = ObligationKind::form;
    form.severity = Severity::note;
    form.met = false;
    form.requirement = {"不应有模板残留", "no residue of the template"};
    Place place;
    place.line = line;
    form.places = {place};
    given.obligations.push_back(form);
  }
  const Report report = audited(given);
  const auto finding = std::find_if(report.findings.begin(), report.findings.end(),
                                    [](const Finding& f) { return f.rule == "form.residue"; });
  REQUIRE(finding != report.findings.end());
  CHECK(finding->severity == Severity::note);
  CHECK(finding->cause == Cause::form);
  CHECK(finding->places.size() == 2);
  CHECK(finding->requirement->en == "no residue of the template");
}

TEST_CASE("the verdict needs the required tables, the year and the units") {
  testing::Sample given = testing::sample();
  const Report partial = audited(given);
  CHECK(partial.verdict == Verdict::not_read);
  CHECK(partial.missing.tables.size() == required_tables().size() - 2);
  CHECK(has_rule(partial, "reading.table"));

  Disclosure& disclosure = given.dossier.disclosures[0];
  for (const TableKind kind : partial.missing.tables)
    disclosure.tables.push_back(
        testing::table(kind, "某表", Unit::wan_yuan, {"项目", "合计"}, {{"合计", "1.00"}}, 300));
  CHECK(audited(given).verdict == Verdict::consistent);

  disclosure.year.reset();
  CHECK(audited(given).verdict == Verdict::not_read);
  CHECK(has_rule(audited(given), "reading.year"));
  disclosure.year = 2024;
  Cell& total = disclosure.tables.back().rows[0].cells[1];
  total.figure = Figure("1.00", Unit::unknown);
  const Report no_unit = audited(given);
  CHECK(no_unit.verdict == Verdict::not_read);
  CHECK(no_unit.missing.units == std::vector<std::string>{"某表"});
  CHECK(has_rule(no_unit, "reading.unit"));
}

TEST_CASE("a required table read in part gives no verdict of consistency") {
  testing::Sample given = with_all_tables();
  Disclosure& disclosure = given.dossier.disclosures[0];
  REQUIRE(audited(given).verdict == Verdict::consistent);

  SUBCASE("a line without a row") {
    disclosure.not_read.push_back(
        {{"", 0, 301, 0, {}}, "12.00 7", NotReadWhy::too_many_figures, disclosure.tables[0].id});
  }
  SUBCASE("a cell without a figure") {
    Cell& cell = disclosure.tables.back().rows[0].cells[1];
    cell.figure = Figure("1,23.4", Unit::wan_yuan);
    cell.mark = Mark::unreadable;
  }
  const Report report = audited(given);
  CHECK(report.verdict == Verdict::not_read);
  REQUIRE(report.missing.parts.size() == 1);
  CHECK(report.missing.parts[0].places.size() == 1);
  CHECK(has_rule(report, "reading.part"));
}

TEST_CASE("what may fail for want of a line that was not read is not read, not violated") {
  testing::Sample given = with_all_tables();
  testing::print(given.dossier, cell(0, 3, 2), "2749.26");
  const Report whole = audited(given);
  REQUIRE(whole.verdict == Verdict::violated);
  Disclosure& disclosure = given.dossier.disclosures[0];
  disclosure.not_read.push_back(
      {{"", 0, 301, 0, {}}, "12.00", NotReadWhy::no_place_in_table, disclosure.tables[0].id});
  const Report partial = audited(given);
  for (std::size_t i = 0; i < partial.outcomes.size(); ++i) {
    if (whole.outcomes[i].status != Status::violated) continue;
    const std::vector<CellRef> cells = cells_of(partial.obligations[i]);
    const bool one_row = std::all_of(cells.begin(), cells.end(), [&](const CellRef& other) {
      return other.table != 0 || other.row == 3;
    });
    // The figures of one row are all there; only sums over rows may lack one.
    CHECK(partial.outcomes[i].status == (one_row ? Status::violated : Status::not_read));
  }
}

TEST_CASE("a line of no table, or of one that is not required, keeps no verdict back") {
  testing::Sample given = with_all_tables();
  Disclosure& disclosure = given.dossier.disclosures[0];
  disclosure.not_read.push_back({{"", 0, 301, 0, {}}, "12.00 7", NotReadWhy::too_many_figures, ""});
  CHECK(audited(given).verdict == Verdict::consistent);
}

TEST_CASE("figures that nothing decides are unchecked, those that cannot be read are unreadable") {
  testing::Sample given = testing::sample();
  testing::print(given.dossier, cell(0, 2, 2), "3.6.8");
  std::erase_if(given.obligations, [](const Obligation& o) {
    return o.rule == "general.subjects" ||
           std::any_of(o.right.begin(), o.right.end(),
                       [](const Term& t) { return t.cell.table == 1 && t.cell.row == 2; }) ||
           o.left.front().cell == cell(1, 2, 2);
  });
  const Report report = audited(given);
  CHECK(report.coverage.figures.unreadable == 1);
  CHECK(report.coverage.figures.read == 26);
  CHECK(report.coverage.unchecked == std::vector{cell(1, 2, 2), cell(1, 2, 3)});
  CHECK(report.coverage.figures.checked + report.coverage.figures.unchecked +
            report.coverage.figures.unreadable ==
        report.coverage.figures.read);
}

TEST_CASE("a statement that placed a figure is not counted as a check") {
  testing::Sample given = testing::sample();
  given.dossier.disclosures[0].tables[0].rows[3].cells[4].mark = Mark::by_arithmetic;
  const Report report = audited(given);
  int used = 0;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    if (report.outcomes[i].why != Undecided::used_for_reading) continue;
    ++used;
    CHECK(report.outcomes[i].status == Status::not_applicable);
    CHECK(report.obligations[i].left.front().cell == cell(0, 3, 2));
    CHECK(report.obligations[i].rule == "expenditure.split");
  }
  CHECK(used == 1);
}

TEST_CASE("a cell whose figure has no column leaves its statements not read, not zero") {
  testing::Sample given = testing::sample();
  Row& row = given.dossier.disclosures[0].tables[0].rows[4];
  row.loose = {row.cells[2], row.cells[3]};
  for (const std::size_t c : {2U, 3U, 4U}) {
    row.cells[c].figure = Figure();
    row.cells[c].mark = Mark::unreadable;
  }
  const Report report = audited(given);
  CHECK(report.coverage.figures.unreadable == 2);
  CHECK(report.coverage.figures.read == 26);
  for (std::size_t i = 0; i < report.outcomes.size(); ++i)
    CHECK(report.outcomes[i].status != Status::violated);
  CHECK(report.coverage.rules.at("expenditure.split")[Status::not_read] == 1);
}

TEST_CASE("ids say which cells, not which values or lines") {
  const Report one = changed(cell(0, 3, 2), "2749.26");
  testing::Sample moved = testing::sample();
  testing::print(moved.dossier, cell(0, 3, 2), "1749.26");
  for (Table& table : moved.dossier.disclosures[0].tables)
    for (Row& row : table.rows)
      for (Cell& each : row.cells) each.place.line += 40;
  const Report other = audited(moved);
  CHECK(only_error(one).id == only_error(other).id);
  CHECK(only_error(one).id.size() == 16);
  CHECK(only_error(one).id != only_error(changed(cell(1, 3, 2), "2749.26")).id);
  for (const Finding& a : one.findings)
    for (const Finding& b : one.findings) CHECK((&a == &b || a.id != b.id));
}

TEST_CASE("an empty dossier is an error, not a report") {
  CHECK_THROWS_AS((void)audit(Dossier{}, std::span<const Pack>{}), DomainError);
}
