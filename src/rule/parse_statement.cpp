// SPDX-License-Identifier: Apache-2.0
#include "rule/parse_statement.hpp"

#include <budget/base/text.hpp>

#include <algorithm>
#include <utility>

#include "rule/names.hpp"
#include "rule/parse_reference.hpp"

namespace budget::inline v1::detail::rules {

namespace {

// The literal 0, or references with signs.
std::vector<SignedReference> parse_sum(ReferenceParser& parser) {
  std::vector<SignedReference> terms;
  if (parser.peek().is_name("0") && !parser.peek(1).is("+") && !parser.peek(1).is("−")) {
    parser.next();
    return terms;
  }
  std::int64_t sign = parser.accept("−") ? -1 : 1;
  for (;;) {
    terms.push_back({sign, parser.reference()});
    if (parser.accept("+")) {
      sign = 1;
    } else if (parser.accept("−")) {
      sign = -1;
    } else {
      return terms;
    }
  }
}

Comparison parse_comparison(ReferenceParser& parser, std::vector<SignedReference> left) {
  Comparison result;
  result.left = std::move(left);
  const bool at_least = parser.peek().is("≥");
  if (parser.accept("=")) {
    result.relation = Relation::equal;
  } else if (parser.accept("≤") || parser.accept("≥")) {
    result.relation = Relation::at_most;
  } else {
    raise_expected(parser.peek(), "“+”“−”或关系符 =、≤、≥", "\"+\", \"−\" or a relation =, ≤, ≥");
  }
  result.right = parse_sum(parser);
  if (at_least) std::swap(result.left, result.right);
  if (result.left.empty() && result.right.empty()) {
    raise_rule_error("rule.syntax", "等式两边不能都是 0", "both sides cannot be 0",
                     parser.peek().place);
  }
  return result;
}

// ROWS in ROWS, the first already read.
Listed parse_listed(ReferenceParser& parser, Reference rows) {
  if (!parser.accept_name("in")) raise_expected(parser.peek(), "in", "in");
  Listed result{std::move(rows), parser.reference()};
  for (const Reference* ref : {&result.rows, &result.among}) {
    if (ref->row && !ref->column) continue;
    raise_rule_error("rule.no_row", "“" + ref->text + "”须用方括号写明行，不写列",
                     "\"" + ref->text + "\" names rows in brackets and no column",
                     parser.peek().place, "[row]");
  }
  return result;
}

// 增减% = 增减额 ÷ 上年预算数, the ÷ already read.
Quotient parse_quotient(ReferenceParser& parser, const Comparison& before, const Place& place) {
  const auto column = [](const std::vector<SignedReference>& terms) -> const ColumnSelector* {
    const bool bare = terms.size() == 1 && terms.front().sign == 1 &&
                      !terms.front().reference.row && terms.front().reference.column;
    return bare ? &*terms.front().reference.column : nullptr;
  };
  const ColumnSelector* percentage = column(before.left);
  const ColumnSelector* part = column(before.right);
  if (percentage == nullptr || part == nullptr || before.relation != Relation::equal) {
    raise_rule_error("rule.syntax", "商应写作：百分比列 = 列 ÷ 列",
                     "a quotient is written: percentage column = column ÷ column", place,
                     "column = column ÷ column");
  }
  return {*percentage, *part, parser.column()};
}

// known-class TABLES, "subjects" already read.
SubjectsFit parse_subjects(ReferenceParser& parser) {
  const Token word = parser.peek();
  const std::string name = parser.expect_name("对科目的要求", "a demand on subjects");
  std::string words;
  for (int i = 0; i <= static_cast<int>(SubjectDemand::one_code); ++i) {
    const auto demand = static_cast<SubjectDemand>(i);
    if (name == to_string(demand)) return {parser.tables(), demand};
    words += (i == 0 ? "" : ", ") + std::string(to_string(demand));
  }
  raise_expected(word, words, words);
}

// A kind of flaw as rules write it: repeated-passage.
FreeOf parse_flaw(ReferenceParser& parser) {
  const Token word = parser.peek();
  std::string name = parser.expect_name("缺陷的种类", "a kind of flaw");
  std::ranges::replace(name, '-', '_');
  if (const auto kind = parse_flaw_kind(name)) return {*kind};
  std::string words;
  for (int i = 0; i <= static_cast<int>(FlawKind::doubled_mark); ++i)
    words += (i == 0 ? "" : ", ") + std::string(to_string(static_cast<FlawKind>(i)));
  std::ranges::replace(words, '_', '-');
  raise_expected(word, words, words);
}

// What sentences must get right: share, growth, ….
InText parse_in_text(ReferenceParser& parser) {
  const Token word = parser.peek();
  const std::string name = parser.expect_name("对文字说明的要求", "a demand on sentences");
  std::string words;
  for (int i = 0; i <= static_cast<int>(ClaimDemand::made); ++i) {
    const auto demand = static_cast<ClaimDemand>(i);
    if (name == to_string(demand)) return {demand};
    words += (i == 0 ? "" : ", ") + std::string(to_string(demand));
  }
  raise_expected(word, words, words);
}

// What tables of targets must get right: rate, funds, ….
InTargets parse_in_targets(ReferenceParser& parser) {
  const Token word = parser.peek();
  const std::string name = parser.expect_name("对绩效目标表的要求", "a demand on targets");
  std::string words;
  for (int i = 0; i <= static_cast<int>(last_target_demand); ++i) {
    const auto demand = static_cast<TargetDemand>(i);
    if (name == to_string(demand)) return {demand};
    words += (i == 0 ? "" : ", ") + std::string(to_string(demand));
  }
  raise_expected(word, words, words);
}

Condition parse_one_condition(ReferenceParser& parser) {
  Condition result;
  result.negated = parser.accept_name("not");
  const Token word = parser.peek();
  const std::string kind = parser.expect_name("条件", "a condition");
  if (kind == "printed" || kind == "zero") {
    result.kind = kind == "zero" ? Condition::Kind::zero : Condition::Kind::printed;
    do {
      result.references.push_back(parser.reference());
    } while (parser.accept(","));
  } else if (kind == "present" || kind == "excludes-carry-over") {
    result.kind =
        kind == "present" ? Condition::Kind::present : Condition::Kind::excludes_carry_over;
    result.tables = parser.tables();
  } else if (kind == "all-units") {
    result.kind = Condition::Kind::all_units;
  } else if (kind == "listed") {
    result.kind = Condition::Kind::listed;
    Listed listed = parse_listed(parser, parser.reference());
    result.references = {std::move(listed.rows), std::move(listed.among)};
  } else {
    raise_expected(word, "printed、zero、listed、present、all-units 或 excludes-carry-over",
                   "printed, zero, listed, present, all-units or excludes-carry-over");
  }
  return result;
}

bool needs_row_at_hand(const Reference& ref) {
  if (!ref.row) return false;
  const bool below_another = ref.row->set == RowSet::children && ref.row->names.empty();
  return ref.row->set == RowSet::same || below_another;
}

// The row at hand must come from exactly one place: a selector with 每, or bare columns.
void check_rows(const Comparison& comparison, const Statement& statement, const Place& place) {
  int each = 0;
  bool bare = false;
  bool needed = false;
  for (const auto* side : {&comparison.left, &comparison.right}) {
    for (const SignedReference& term : *side) {
      const Reference& ref = term.reference;
      const bool other_table =
          (ref.table && ref.table != statement.table) || ref.disclosure != DisclosureName::current;
      each += ref.row && ref.row->each ? 1 : 0;
      needed = needed || needs_row_at_hand(ref);
      if (ref.row) continue;
      bare = true;
      if (other_table) {
        raise_rule_error("rule.no_row", "“" + ref.text + "”取自另一张表，须用方括号写明行",
                         "\"" + ref.text + "\" is of another table: name the row in brackets",
                         place, "[row]");
      }
    }
  }
  if (each > 1 || (each == 1 && bare)) {
    raise_rule_error("rule.two_rows_at_hand", "一条等式只能有一处“每”，且不能与只写列名的项并用",
                     "a statement has one 每 at most, and none beside bare columns", place);
  }
  if (needed && each == 0 && !bare) {
    raise_rule_error("rule.no_row_at_hand", "“下级”“同科目”须与“每”并用",
                     "下级 and 同科目 need a selector with 每 in the statement", place, "[每…]");
  }
}

}  // namespace

Statement parse_statement(const LogicalLine& line) {
  ReferenceParser parser(tokenize(line));
  Statement statement;
  statement.text = line.joined();
  const bool note = parser.accept_name("note");
  if (note || parser.accept_name("title-year")) {
    std::vector<TableKind> tables = parser.tables();
    if (note)
      statement.demand = EmptyTableNote{std::move(tables)};
    else
      statement.demand = TitleYear{std::move(tables)};
    parser.expect_end();
    return statement;
  }
  if (parser.accept_name("subjects")) {
    statement.demand = parse_subjects(parser);
    parser.expect_end();
    return statement;
  }
  if (parser.accept_name("free-of")) {
    statement.demand = parse_flaw(parser);
    parser.expect_end();
    return statement;
  }
  if (parser.accept_name("in-text")) {
    statement.demand = parse_in_text(parser);
    parser.expect_end();
    return statement;
  }
  if (parser.accept_name("in-targets")) {
    statement.demand = parse_in_targets(parser);
    parser.expect_end();
    return statement;
  }
  statement.table = parser.table();
  if (parser.accept(".")) {
    const Token token = parser.peek();
    statement.side = parser.expect_name("一侧的名称", "the name of a side");
    if (!is_side_name(statement.side)) {
      raise_expected(token, "一侧的名称，如收入、支出", "the name of a side, such as 收入, 支出");
    }
  }
  parser.expect(":");
  if (parser.accept_name("codes")) {
    CodesBegin codes;
    do {
      codes.prefixes.push_back(parser.expect_name("科目编码", "the digits of a code"));
    } while (parser.accept(","));
    statement.demand = std::move(codes);
    parser.expect_end();
    return statement;
  }
  std::vector<SignedReference> left = parse_sum(parser);
  if (parser.peek().is(",") && left.size() == 1 && left.front().reference.column &&
      !left.front().reference.row) {
    parser.expect(",");
    PairListed pair;
    pair.first = *left.front().reference.column;
    pair.second = parser.column();
    if (!parser.accept_name("in")) raise_expected(parser.peek(), "in", "in");
    pair.list = parser.expect_name("对照表名", "the name of a list");
    statement.demand = std::move(pair);
  } else if (parser.peek().is_name("in") && left.size() == 1) {
    statement.demand = parse_listed(parser, std::move(left.front().reference));
  } else {
    Comparison comparison = parse_comparison(parser, std::move(left));
    if (parser.accept("÷")) {
      statement.demand = parse_quotient(parser, comparison, line.place());
    } else {
      check_rows(comparison, statement, line.place());
      statement.demand = std::move(comparison);
    }
  }
  parser.expect_end();
  return statement;
}

ConditionLine parse_condition(const LogicalLine& line, std::size_t skip) {
  ReferenceParser parser(tokenize(line, skip));
  ConditionLine result;
  result.any_of.emplace_back();
  for (;;) {
    result.any_of.back().push_back(parse_one_condition(parser));
    if (parser.accept_name("and")) continue;
    if (!parser.accept_name("or")) break;
    result.any_of.emplace_back();
  }
  parser.expect_end();
  result.text = strip(std::string_view(line.joined()).substr(skip));
  return result;
}

}  // namespace budget::inline v1::detail::rules
