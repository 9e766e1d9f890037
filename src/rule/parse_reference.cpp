// SPDX-License-Identifier: Apache-2.0
#include "rule/parse_reference.hpp"

#include <budget/rule/parse.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "rule/names.hpp"

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

std::optional<DisclosureName> disclosure_named(std::string_view word) {
  for (const DisclosureName name : {DisclosureName::previous, DisclosureName::budget,
                                    DisclosureName::previous_final, DisclosureName::units})
    if (word == to_string(name)) return name;
  return std::nullopt;
}

}  // namespace

ReferenceParser::ReferenceParser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

const Token& ReferenceParser::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}
Token ReferenceParser::next() {
  Token token = peek();
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}
bool ReferenceParser::accept(std::string_view symbol) {
  if (!peek().is(symbol)) return false;
  next();
  return true;
}
bool ReferenceParser::accept_name(std::string_view name) {
  if (!peek().is_name(name)) return false;
  next();
  return true;
}
void ReferenceParser::expect(std::string_view symbol) {
  if (!accept(symbol)) {
    const std::string quoted(symbol);
    raise_expected(peek(), "“" + quoted + "”", "\"" + quoted + "\"");
  }
}
std::string ReferenceParser::expect_name(const std::string& zh, const std::string& en) {
  if (peek().kind != Token::Kind::name) raise_expected(peek(), zh, en);
  return next().text;
}
void ReferenceParser::expect_end() {
  if (peek().kind != Token::Kind::end) raise_expected(peek(), "行尾", "the end of the line");
}

TableKind ReferenceParser::table() {
  const Token token = peek();
  const std::string name = expect_name("表名", "the name of a table");
  if (const auto kind = table_named(name)) return *kind;
  unknown_table(token);
}

std::vector<TableKind> ReferenceParser::tables() {
  std::vector<TableKind> kinds{table()};
  while (accept(",")) kinds.push_back(table());
  return kinds;
}

NamePath ReferenceParser::path(const std::string& zh, const std::string& en) {
  NamePath result;
  do {
    result.names.push_back(subject_key(expect_name(zh, en)));
  } while (accept("/"));
  return result;
}

ColumnSelector ReferenceParser::column() {
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

RowSelector ReferenceParser::rows() {
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

Reference ReferenceParser::reference() {
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

std::string ReferenceParser::written(std::size_t from, std::size_t to) const {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += tokens_[i].text;
  return text;
}

void ReferenceParser::qualifier(Reference& ref) {
  const Token token = next();
  const bool fresh = !ref.table && ref.side.empty();
  if (const auto name = disclosure_named(token.text);
      name && fresh && ref.disclosure == DisclosureName::current) {
    ref.disclosure = *name;
  } else if (const auto kind = table_named(token.text); kind && fresh) {
    ref.table = kind;
  } else if (is_side_name(token.text) && ref.side.empty()) {
    ref.side = token.text;
  } else {
    unknown_table(token);
  }
}

void ReferenceParser::unknown_table(const Token& token) {
  std::string zh, en;
  for (const std::string& name : nearest(token.text, rule_table_names())) {
    zh += (zh.empty() ? "" : "、") + name;
    en += (en.empty() ? "" : ", ") + name;
  }
  raise_rule_error(
      "rule.unknown_table",
      "没有名为“" + token.text + "”的表" + (zh.empty() ? "" : "，相近的有：" + zh),
      "no table is named \"" + token.text + "\"" + (en.empty() ? "" : ", nearest: " + en),
      token.place, en.empty() ? "the name of a table" : en);
}

}  // namespace budget::inline v1::detail::rules

namespace budget::inline v1 {

std::string_view to_string(DisclosureName name) noexcept {
  switch (name) {
    case DisclosureName::current: return "";
    case DisclosureName::previous: return "上年";
    case DisclosureName::budget: return "预算";
    case DisclosureName::previous_final: return "上年决算";
    case DisclosureName::units: return "单位";
  }
  return {};
}

}  // namespace budget::inline v1
