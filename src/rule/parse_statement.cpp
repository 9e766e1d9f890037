// SPDX-License-Identifier: Apache-2.0
#include "rule/parse_statement.hpp"

#include <budget/base/text.hpp>
#include <budget/rule/parse.hpp>
#include <budget/subject/name.hpp>

#include "rule/names.hpp"

#include <array>
#include <utility>

namespace budget::inline v1::detail::rules {

namespace {

struct SetWord {
  std::string_view word;
  RowSet set;
};
constexpr std::array set_words{
    SetWord{"行", RowSet::all},        SetWord{"类", RowSet::classes},
    SetWord{"科目", RowSet::subjects}, SetWord{"下级", RowSet::children},
    SetWord{"同科目", RowSet::same},
};

struct SetName {
  RowSet set;
  bool each;
};
std::optional<SetName> set_named(std::string_view word) {
  constexpr std::string_view each = "每";
  const bool is_each = word.starts_with(each);
  if (is_each) word.remove_prefix(each.size());
  for (const SetWord& entry : set_words) {
    const bool has_own_row = entry.set == RowSet::same || entry.set == RowSet::children;
    if (entry.word == word && !(is_each && has_own_row)) return SetName{entry.set, is_each};
  }
  return std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  Token next() {
    Token token = peek();
    if (at_ + 1 < tokens_.size()) ++at_;
    return token;
  }
  bool accept(std::string_view symbol) {
    if (!peek().is(symbol)) return false;
    next();
    return true;
  }
  bool accept_name(std::string_view name) {
    if (!peek().is_name(name)) return false;
    next();
    return true;
  }
  void expect(std::string_view symbol) {
    if (!accept(symbol)) {
      const std::string quoted(symbol);
      raise_expected(peek(), "“" + quoted + "”", "\"" + quoted + "\"");
    }
  }
  std::string expect_name(const std::string& zh, const std::string& en) {
    if (peek().kind != Token::Kind::name) raise_expected(peek(), zh, en);
    return next().text;
  }
  void expect_end() {
    if (peek().kind != Token::Kind::end) raise_expected(peek(), "行尾", "the end of the line");
  }

  TableKind table() {
    const Token token = peek();
    const std::string name = expect_name("表名", "the name of a table");
    if (const auto kind = table_named(name)) return *kind;
    unknown_table(token);
  }

  std::vector<TableKind> tables() {
    std::vector<TableKind> kinds{table()};
    while (accept(",")) kinds.push_back(table());
    return kinds;
  }

  NamePath path(const std::string& zh, const std::string& en) {
    NamePath result;
    do {
      result.names.push_back(subject_key(expect_name(zh, en)));
    } while (accept("/"));
    return result;
  }

  ColumnSelector column() {
    ColumnSelector selector;
    do {
      selector.names.push_back(path("列名", "the name of a column"));
    } while (accept("|"));
    const NamePath whole{{"全额"}};
    if (selector.names.size() == 1 && selector.names.front() == whole) {
      selector.whole = true;
      selector.names.clear();
    }
    return selector;
  }

  RowSelector rows() {
    RowSelector selector;
    expect("[");
    bool first = true;
    do {
      const Token token = peek();
      NamePath names = path("行名", "the name of a row");
      const auto set = set_named(names.names.back());
      const RowSet meant = set ? set->set : RowSet::named;
      const bool each = set && set->each;
      if (!first && (meant != selector.set || each != selector.each)) {
        raise_rule_error("rule.mixed_rows", "同一方括号内不能并列行名与“行、类、科目”等词",
                         "names of rows and words for sets of rows do not go into one bracket",
                         token.place);
      }
      selector.set = meant;
      selector.each = each;
      if (set) names.names.pop_back();
      if (!set || !names.names.empty()) selector.names.push_back(std::move(names));
      first = false;
    } while (accept("|"));
    expect("]");
    return selector;
  }

  Reference reference() {
    const std::size_t begin = at_;
    Reference ref;
    ref.sum = accept("Σ");
    if (ref.sum && peek().kind == Token::Kind::name && !peek(1).is("[")) {
      if (const auto set = set_named(peek().text); set && !set->each) {
        next();
        ref.row = RowSelector{set->set, false, {}};
      }
    }
    while (!ref.row && peek().kind == Token::Kind::name && (peek(1).is(".") || peek(1).is("["))) {
      qualifier(ref);
      if (peek().is("[")) break;
      expect(".");
    }
    if (!ref.row && peek().is("[")) ref.row = rows();
    if (ref.row) {
      if (accept(".")) ref.column = column();
    } else {
      ref.column = column();
    }
    ref.optional = accept("?");
    ref.text = written(begin, at_);
    return ref;
  }

  /// The literal 0, or references with signs.
  std::vector<SignedReference> sum() {
    std::vector<SignedReference> terms;
    if (peek().is_name("0") && !peek(1).is("+") && !peek(1).is("−")) {
      next();
      return terms;
    }
    std::int64_t sign = accept("−") ? -1 : 1;
    for (;;) {
      terms.push_back({sign, reference()});
      if (accept("+")) {
        sign = 1;
      } else if (accept("−")) {
        sign = -1;
      } else {
        return terms;
      }
    }
  }

  Comparison comparison(std::vector<SignedReference> left) {
    Comparison result;
    result.left = std::move(left);
    const bool at_least = peek().is("≥");
    if (accept("=")) {
      result.relation = Relation::equal;
    } else if (accept("≤") || accept("≥")) {
      result.relation = Relation::at_most;
    } else {
      raise_expected(peek(), "“+”“−”或关系符 =、≤、≥", "\"+\", \"−\" or a relation =, ≤, ≥");
    }
    result.right = sum();
    if (at_least) std::swap(result.left, result.right);
    if (result.left.empty() && result.right.empty()) {
      raise_rule_error("rule.syntax", "等式两边不能都是 0", "both sides cannot be 0", peek().place);
    }
    return result;
  }

  Condition condition() {
    Condition result;
    result.negated = accept_name("not");
    const Token word = peek();
    const std::string kind = expect_name("条件", "a condition");
    if (kind == "printed" || kind == "zero") {
      result.kind = kind == "zero" ? Condition::Kind::zero : Condition::Kind::printed;
      do {
        result.references.push_back(reference());
      } while (accept(","));
    } else if (kind == "present" || kind == "excludes-carry-over") {
      result.kind = kind == "present" ? Condition::Kind::present
                                      : Condition::Kind::excludes_carry_over;
      result.tables = tables();
    } else if (kind == "undecided") {
      result.kind = Condition::Kind::undecided;
      expect_name("未决之事", "what is not decided");
    } else {
      raise_expected(word, "printed、zero、present、excludes-carry-over 或 undecided",
                     "printed, zero, present, excludes-carry-over or undecided");
    }
    return result;
  }

  std::string written(std::size_t from, std::size_t to) const {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += tokens_[i].text;
    return text;
  }

  bool at_pair() const { return peek().is(","); }
  const std::vector<Token>& tokens() const { return tokens_; }

 private:
  void qualifier(Reference& ref) {
    const Token token = next();
    const bool fresh = !ref.table && ref.side.empty();
    if (token.text == "上年" && fresh && ref.disclosure == DisclosureName::current) {
      ref.disclosure = DisclosureName::previous;
    } else if (token.text == "预算" && fresh && ref.disclosure == DisclosureName::current) {
      ref.disclosure = DisclosureName::budget;
    } else if (const auto kind = table_named(token.text); kind && fresh) {
      ref.table = kind;
    } else if (is_side_name(token.text) && ref.side.empty()) {
      ref.side = token.text;
    } else {
      unknown_table(token);
    }
  }

  [[noreturn]] static void unknown_table(const Token& token) {
    std::string zh, en;
    for (const std::string& name : nearest(token.text, rule_table_names())) {
      zh += (zh.empty() ? "" : "、") + name;
      en += (en.empty() ? "" : ", ") + name;
    }
    raise_rule_error("rule.unknown_table",
                     "没有名为“" + token.text + "”的表" + (zh.empty() ? "" : "，相近的有：" + zh),
                     "no table is named \"" + token.text + "\"" +
                         (en.empty() ? "" : ", nearest: " + en),
                     token.place, en.empty() ? "the name of a table" : en);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

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
      const bool other_table = (ref.table && ref.table != statement.table) ||
                               ref.disclosure != DisclosureName::current;
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
  Parser parser(tokenize(line));
  Statement statement;
  statement.text = line.joined();
  if (parser.accept_name("note")) {
    statement.demand = EmptyTableNote{parser.tables()};
    parser.expect_end();
    return statement;
  }
  statement.table = parser.table();
  if (parser.accept(".")) {
    const Token token = parser.peek();
    statement.side = parser.expect_name("一侧的名称", "the name of a side");
    if (!is_side_name(statement.side)) {
      raise_expected(token, "收入、支出、支出用途或功能分类", "收入, 支出, 支出用途 or 功能分类");
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
  std::vector<SignedReference> left = parser.sum();
  if (parser.at_pair() && left.size() == 1 && left.front().reference.column &&
      !left.front().reference.row) {
    parser.expect(",");
    PairListed pair;
    pair.first = *left.front().reference.column;
    pair.second = parser.column();
    if (!parser.accept_name("in")) raise_expected(parser.peek(), "in", "in");
    pair.list = parser.expect_name("对照表名", "the name of a list");
    statement.demand = std::move(pair);
  } else {
    Comparison comparison = parser.comparison(std::move(left));
    check_rows(comparison, statement, line.place());
    statement.demand = std::move(comparison);
  }
  parser.expect_end();
  return statement;
}

ConditionLine parse_condition(const LogicalLine& line, std::size_t skip) {
  Parser parser(tokenize(line, skip));
  ConditionLine result;
  result.any_of.emplace_back();
  for (;;) {
    result.any_of.back().push_back(parser.condition());
    if (parser.accept_name("and")) continue;
    if (!parser.accept_name("or")) break;
    result.any_of.emplace_back();
  }
  parser.expect_end();
  result.text = strip(std::string_view(line.joined()).substr(skip));
  return result;
}

}  // namespace budget::inline v1::detail::rules
