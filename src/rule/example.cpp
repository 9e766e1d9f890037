// SPDX-License-Identifier: Apache-2.0
#include "rule/example.hpp"

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/obligation/judge.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rule/bind_subjects.hpp"
#include "rule/example_targets.hpp"
#include "rule/example_text.hpp"
#include "rule/tokens.hpp"

namespace budget::inline v1::detail::rules {

namespace {

[[noreturn]] void bad_example(const Example& example, const std::string& zh, const std::string& en,
                              std::string expected = {}) {
  raise_rule_error("rule.bad_example", "例子" + zh, "the example " + en, example.place,
                   std::move(expected));
}

struct ReadSide {
  std::vector<PrintedTerm> terms;
};
struct ReadExample {
  ReadSide left, right;
  Relation relation = Relation::equal;
};

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  const std::string line = normalise(text);
  for (const std::string_view word : split(line, ' ')) {
    if (!word.empty()) result.emplace_back(word);
  }
  return result;
}

PrintedTerm term_of(const std::string& word, std::int64_t sign, const Example& example) {
  PrintedTerm term{sign, word == "空" ? Figure() : Figure(word)};
  if (term.figure.state() == FigureState::label || term.figure.state() == FigureState::unreadable) {
    bad_example(example, "中的“" + word + "”不是数字", "has \"" + word + "\", which is no figure",
                "a figure");
  }
  if (term.figure.unit() == Unit::unknown) term.figure = term.figure.with_unit(Unit::wan_yuan);
  return term;
}

// 2794.26 = 1083.23 + 1711.03: figures and signs parted by blanks, 万元 unless a unit is glued on.
ReadExample read_example(const Example& example) {
  ReadExample result;
  ReadSide* side = &result.left;
  std::int64_t sign = 1;
  bool wants_figure = true, at_least = false, related = false;
  for (const std::string& word : words(example.text)) {
    const bool equal = word == "=", at_most = word == "≤" || word == "<=";
    const bool reversed = word == "≥" || word == ">=";
    if (equal || at_most || reversed) {
      if (related || wants_figure) break;
      related = true;
      result.relation = equal ? Relation::equal : Relation::at_most;
      at_least = reversed;
      side = &result.right;
      sign = 1;
      wants_figure = true;
    } else if (!wants_figure && (word == "+" || word == "−" || word == "-")) {
      sign = word == "+" ? 1 : -1;
      wants_figure = true;
    } else if (wants_figure) {
      side->terms.push_back(term_of(word, sign, example));
      wants_figure = false;
    } else {
      bad_example(example, "中“" + word + "”前缺少运算符", "has no sign before \"" + word + "\"",
                  "+, −, =, ≤ or ≥");
    }
  }
  if (!related || wants_figure) {
    bad_example(example, "应写作 2794.26 = 1083.23 + 1711.03",
                "is written like 2794.26 = 1083.23 + 1711.03", "figure relation figure");
  }
  if (at_least) std::swap(result.left, result.right);
  return result;
}

// The literal 0 of a statement is no figure.
void drop_literal_zero(const std::vector<SignedReference>& terms, ReadSide& side,
                       const Example& example) {
  if (!terms.empty()) return;
  if (side.terms.size() != 1 || side.terms.front().figure.text() != "0") {
    bad_example(example, "的这一边应为 0", "has 0 on that side", "0");
  }
  side.terms.clear();
}

void check_count(const std::vector<SignedReference>& terms, const ReadSide& side,
                 const Example& example) {
  std::size_t least = 0, most = 0;
  bool any_number = false;
  for (const SignedReference& term : terms) {
    ++most;
    if (!term.reference.optional) ++least;
    any_number =
        any_number || term.reference.sum || term.reference.disclosure == DisclosureName::units;
  }
  if (terms.empty() || (side.terms.size() >= least && (any_number || side.terms.size() <= most))) {
    return;
  }
  bad_example(example, "的项数与等式不符", "has not as many figures as the statement",
              std::to_string(least) + ".." + std::to_string(most));
}

ReadExample instance_of(const Comparison& comparison, const Example& example) {
  ReadExample read = read_example(example);
  if (read.relation != comparison.relation) {
    bad_example(example, "的关系符与等式不符", "has another relation than the statement");
  }
  drop_literal_zero(comparison.left, read.left, example);
  drop_literal_zero(comparison.right, read.right, example);
  check_count(comparison.left, read.left, example);
  check_count(comparison.right, read.right, example);
  return read;
}

// 10.95% = 12.30 ÷ 112.30
struct QuotientExample {
  Figure percentage, part, base;
};
QuotientExample read_quotient(const Example& example) {
  const std::vector<std::string> given = words(example.text);
  if (given.size() != 5 || given[1] != "=" || given[3] != "÷") {
    bad_example(example, "应写作 10.95% = 12.30 ÷ 112.30",
                "is written like 10.95% = 12.30 ÷ 112.30", "percentage = figure ÷ figure");
  }
  const auto figure = [&](std::size_t at) { return term_of(given[at], 1, example).figure; };
  return {figure(0), figure(2), figure(4)};
}

// 2024年收支总表 2024: a title and the year of its document.
struct TitleExample {
  std::optional<int> printed;
  int year = 0;
};
TitleExample read_title(const Example& example) {
  const std::vector<std::string> given = words(example.text);
  const auto year = given.size() == 2 ? year_in(given[1] + "年") : std::nullopt;
  if (!year || given[1].size() != 4) {
    bad_example(example, "应写作“2024年收支总表 2024”", "is written like 2024年收支总表 2024",
                "a title and a year");
  }
  return {year_in(given[0]), *year};
}

// A in A, B: the name before "in" is one of those behind it.
struct ListedExample {
  std::string name;
  std::vector<std::string> among;
};
ListedExample read_listed(const Example& example) {
  const std::string text = normalise(example.text);
  const std::size_t in = text.find(" in ");
  if (in == std::string::npos) {
    bad_example(example, "应写作“甲单位 in 甲单位，乙单位”",
                "is written like 甲单位 in 甲单位, 乙单位", "name in names");
  }
  ListedExample result{subject_key(text.substr(0, in)), {}};
  for (const std::string_view name : split(std::string_view(text).substr(in + 4), ','))
    result.among.push_back(subject_key(name));
  return result;
}

// 有数据 or 无数据, 有说明 or 无说明.
struct NoteExample {
  bool data = false, note = false;
};
NoteExample read_note(const Example& example) {
  const std::vector<std::string> given = words(example.text);
  const bool right = given.size() == 2 && (given[0] == "有数据" || given[0] == "无数据") &&
                     (given[1] == "有说明" || given[1] == "无说明");
  if (!right) {
    bad_example(example, "应写作“无数据 有说明”", "is written like 无数据 有说明",
                "有数据|无数据 有说明|无说明");
  }
  return {given[0] == "有数据", given[1] == "有说明"};
}

// How many flaws of a kind a document has: 0 处, 2 处.
bool read_free(const Example& example) {
  const std::vector<std::string> given = words(example.text);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool right = given.size() == 2 && given[1] == "处" && !given[0].empty() &&
                     std::ranges::all_of(given[0], is_digit);
  if (!right) bad_example(example, "应写作“0 处”", "is written like 0 处", "0 处");
  return given[0] == "0";
}

std::string read_code(const Example& example) {
  std::string code = without_spaces(example.text);
  const bool digits = std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
  if (code.empty() || !digits) bad_example(example, "应为一个科目编码", "is a code", "digits");
  return code;
}

// 2010601 行政运行 2024; 20106 in 201; or, for one name under several codes, 2010601 行政运行 2010602 行政运行.
struct SubjectExample {
  SubjectCode code;
  std::string name;
  std::optional<SubjectCode> other;
  std::string other_name;
  std::optional<int> year;
};
SubjectExample read_subject(SubjectDemand demand, const Example& example) {
  const std::vector<std::string> given = words(example.text);
  const auto word = [&](std::size_t i) { return i < given.size() ? given[i] : std::string(); };
  const auto code = SubjectCode::try_parse(word(0));
  const auto other = SubjectCode::try_parse(word(2));
  std::size_t wanted = 1;
  std::string form = "2010601";
  bool right = code.has_value();
  SubjectExample read{code.value_or(SubjectCode::parse("201")), word(1), {}, {}, {}};
  if (demand == SubjectDemand::own_parent) {
    form = "2010601 in 20106";
    wanted = 3;
    right = right && other && word(1) == "in";
    read.other = other;
  } else if (demand == SubjectDemand::one_code) {
    form = "2010601 行政运行 2010602 一般行政管理事务";
    wanted = 4;
    right = right && other;
    read.other = other;
    read.other_name = word(3);
  } else if (demand == SubjectDemand::name_of_code || demand == SubjectDemand::name_of_year) {
    form = "2010601 行政运行 2024";
    wanted = 3;
    read.year = year_in(word(2) + "年");
    right = right && read.year && word(2).size() == 4;
  }
  if (!right || given.size() != wanted)
    bad_example(example, "应写作“" + form + "”", "is written like " + form, form);
  return read;
}

// Nothing where no catalog speaks of the code.
std::optional<bool> subject_fits(SubjectDemand demand, const SubjectExample& read,
                                 const ReferenceLists& lists) {
  if (demand == SubjectDemand::own_parent) return read.other->is_ancestor_of(read.code);
  if (lists.catalogs.empty()) return std::nullopt;
  const Catalog* const catalog = catalog_of(lists, read.code);
  if (demand == SubjectDemand::known_class)
    return catalog != nullptr && catalog->contains(*read.code.at(SubjectLevel::Class));
  if (catalog == nullptr) return std::nullopt;
  if (demand == SubjectDemand::known_code) return catalog->contains(read.code);
  const NameFit fit = catalog->check(read.code, read.name, read.year).fit;
  if (demand == SubjectDemand::name_of_code) return fit != NameFit::other_name;
  if (demand == SubjectDemand::name_of_year) return fit != NameFit::retired;
  return read.code == *read.other || read.code.parent() != read.other->parent() ||
         subject_key(read.name) != subject_key(read.other_name);
}

std::pair<std::string, std::string> read_pair(const Example& example) {
  const std::string text = normalise(example.text);
  const std::vector<std::string_view> parts = split(text, ',');
  if (parts.size() != 2) {
    bad_example(example, "应写作“基本工资，工资奖金津补贴”",
                "is written like 基本工资, 工资奖金津补贴", "two names");
  }
  return {subject_key(parts[0]), subject_key(parts[1])};
}

// Of amounts told twice an example is 3296.3 = 3296.30; of all else it is a sentence.
bool is_told_twice(ClaimDemand demand) {
  return demand == ClaimDemand::restated || demand == ClaimDemand::agrees ||
         demand == ClaimDemand::previous;
}

// What takes a table or a whole narrative to be wrong: an example says in how many places it is.
bool is_of_document(ClaimDemand demand) {
  return demand == ClaimDemand::listed || demand == ClaimDemand::covered ||
         demand == ClaimDemand::counted || demand == ClaimDemand::level ||
         demand == ClaimDemand::budgets || demand == ClaimDemand::name ||
         demand == ClaimDemand::funds || demand == ClaimDemand::made;
}

void check_text(ClaimDemand demand, const Example& example) {
  if (is_of_document(demand)) {
    static_cast<void>(read_free(example));
  } else if (is_told_twice(demand)) {
    static_cast<void>(read_example(example));
  } else if (!has_text_figure(example)) {
    bad_example(example, "应是印有数字的句子", "is a sentence with figures", "a sentence");
  }
}

std::optional<Status> run_text(ClaimDemand demand, const Example& example,
                               const ReferenceLists& lists) {
  if (is_of_document(demand)) return read_free(example) ? Status::exact : Status::violated;
  if (!is_told_twice(demand)) return run_sentence(demand, example, lists);
  const ReadExample read = read_example(example);
  return judge(read.left.terms, read.relation, read.right.terms).status;
}

// Money of tables of targets: 550000 = 550000 + 0.
bool is_of_funds(TargetDemand demand) {
  return demand == TargetDemand::funds || demand == TargetDemand::within_period ||
         demand == TargetDemand::budgeted || demand == TargetDemand::overall;
}

void check_targets(TargetDemand demand, const Example& example) {
  if (is_of_funds(demand)) {
    static_cast<void>(read_example(example));
  } else if (!is_of_indicator(demand)) {
    static_cast<void>(read_free(example));
  } else if (!is_indicator(example)) {
    bad_example(example, "应写作“质量指标 培训合格率 ≥95%”",
                "is written like 质量指标 培训合格率 ≥95%", "level name target");
  }
}

std::optional<Status> run_targets(TargetDemand demand, const Example& example) {
  if (is_of_indicator(demand)) return run_indicator(demand, example);
  if (!is_of_funds(demand)) return read_free(example) ? Status::exact : Status::violated;
  const ReadExample read = read_example(example);
  return judge(read.left.terms, read.relation, read.right.terms).status;
}

}  // namespace

void check_shape(const Statement& statement, const Example& example) {
  if (const auto* comparison = std::get_if<Comparison>(&statement.demand)) {
    static_cast<void>(instance_of(*comparison, example));
  } else if (std::holds_alternative<Quotient>(statement.demand)) {
    static_cast<void>(read_quotient(example));
  } else if (std::holds_alternative<EmptyTableNote>(statement.demand)) {
    static_cast<void>(read_note(example));
  } else if (std::holds_alternative<TitleYear>(statement.demand)) {
    static_cast<void>(read_title(example));
  } else if (std::holds_alternative<Listed>(statement.demand)) {
    static_cast<void>(read_listed(example));
  } else if (std::holds_alternative<CodesBegin>(statement.demand)) {
    static_cast<void>(read_code(example));
  } else if (const auto* subjects = std::get_if<SubjectsFit>(&statement.demand)) {
    static_cast<void>(read_subject(subjects->demand, example));
  } else if (std::holds_alternative<FreeOf>(statement.demand)) {
    static_cast<void>(read_free(example));
  } else if (std::holds_alternative<InText>(statement.demand)) {
    check_text(std::get<InText>(statement.demand).demand, example);
  } else if (const auto* targets = std::get_if<InTargets>(&statement.demand)) {
    check_targets(targets->demand, example);
  } else {
    static_cast<void>(read_pair(example));
  }
}

std::optional<Status> run_example(const Statement& statement, const Example& example,
                                  const ReferenceLists& lists) {
  const auto met = [](bool is_met) { return is_met ? Status::exact : Status::violated; };
  if (const auto* comparison = std::get_if<Comparison>(&statement.demand)) {
    const ReadExample read = instance_of(*comparison, example);
    return judge(read.left.terms, read.relation, read.right.terms).status;
  }
  if (std::holds_alternative<Quotient>(statement.demand)) {
    const QuotientExample read = read_quotient(example);
    return judge_ratio(read.percentage, read.part, read.base).status;
  }
  if (std::holds_alternative<TitleYear>(statement.demand)) {
    const TitleExample title = read_title(example);
    return met(!title.printed || *title.printed == title.year);
  }
  if (std::holds_alternative<Listed>(statement.demand)) {
    const ListedExample listed = read_listed(example);
    return met(std::ranges::find(listed.among, listed.name) != listed.among.end());
  }
  if (std::holds_alternative<EmptyTableNote>(statement.demand)) {
    const NoteExample note = read_note(example);
    return met(note.data != note.note);
  }
  if (std::holds_alternative<FreeOf>(statement.demand)) return met(read_free(example));
  if (const auto* text = std::get_if<InText>(&statement.demand))
    return run_text(text->demand, example, lists);
  if (const auto* targets = std::get_if<InTargets>(&statement.demand))
    return run_targets(targets->demand, example);
  if (const auto* codes = std::get_if<CodesBegin>(&statement.demand)) {
    const std::string code = read_code(example);
    return met(std::ranges::any_of(
        codes->prefixes, [&](const std::string& prefix) { return code.starts_with(prefix); }));
  }
  if (const auto* subjects = std::get_if<SubjectsFit>(&statement.demand)) {
    const auto fits =
        subject_fits(subjects->demand, read_subject(subjects->demand, example), lists);
    return fits ? std::optional(met(*fits)) : std::nullopt;
  }
  const auto list = lists.pairs.find(std::get<PairListed>(statement.demand).list);
  if (list == lists.pairs.end()) return std::nullopt;
  return met(list->second.contains(read_pair(example)));
}

}  // namespace budget::inline v1::detail::rules
