// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/parse.hpp>

#include <budget/base/text.hpp>

#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "rule/names.hpp"
#include "rule/parse_statement.hpp"
#include "rule/tokens.hpp"

namespace budget::inline v1 {

namespace {

using detail::rules::LogicalLine;
using detail::rules::raise_rule_error;

constexpr std::array<std::string_view, 16> fields{
    "source", "severity", "document", "level",      "province", "years",   "when",    "where",
    "holds",  "breaks",   "note",     "title-year", "subjects", "free-of", "in-text", "in-targets"};

bool is_word(std::string_view text) {
  for (const char c : text) {
    if (!((c >= 'a' && c <= 'z') || c == '-' || c == '_')) return false;
  }
  return !text.empty();
}

bool is_id(std::string_view text) {
  bool part = false;
  for (const char c : text) {
    if (c == '.') {
      if (!part) return false;
      part = false;
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-') {
      part = true;
    } else {
      return false;
    }
  }
  return part;
}

// The first word of a line, and where the rest begins.
struct Split {
  std::string_view word;
  std::size_t rest = 0;
};
Split first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_space(code_point_at(text, end).value)) ++end;
  std::size_t rest = end;
  while (rest < text.size() && is_space(code_point_at(text, rest).value)) {
    rest += code_point_at(text, rest).length;
  }
  return {text.substr(0, end), rest};
}

std::string value_of(const LogicalLine& line, std::size_t rest, std::string_view field) {
  const std::string text = line.joined().substr(rest);
  if (text.empty()) {
    const std::string name(field);
    raise_rule_error("rule.empty_field", "“" + name + "”后面没有内容", name + " says nothing",
                     line.place());
  }
  return text;
}

Place place_of_value(const LogicalLine& line, std::size_t rest) {
  Place place = line.place();
  place.column += static_cast<int>(count_code_points(line.pieces.front().text.substr(0, rest)));
  return place;
}

// Reads the blocks of one file.
class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {}

  std::vector<Rule> read(std::string_view text) {
    for (const LogicalLine& line : detail::rules::logical_lines(text, file_)) {
      if (line.indent == 0) {
        finish();
        head(line);
      } else if (in_rule_) {
        rule_field(line);
      } else if (in_condition_) {
        condition_field(line);
      } else {
        raise_rule_error("rule.outside_block", "此行不属于任何规则", "this line belongs to no rule",
                         line.place(), "rule <id>");
      }
    }
    finish();
    return std::move(rules_);
  }

 private:
  void head(const LogicalLine& line) {
    const std::string text = line.joined();
    const Split split = first_word(text);
    const std::string name = text.substr(split.rest);
    const Place place = place_of_value(line, split.rest);
    if (split.word == "condition") {
      if (!is_word(name) || is_reserved(name)) {
        raise_rule_error("rule.bad_id", "条件名应为小写字母和连字符组成的新词",
                         "the name of a condition is a new word of lower-case letters and hyphens",
                         place, "a name");
      }
      if (!conditions_.try_emplace(name).second) duplicate(name, place);
      condition_ = name;
      in_condition_ = true;
      return;
    }
    if (split.word != "rule") {
      raise_rule_error("rule.outside_block", "顶格的行须以 rule 或 condition 开头",
                       "a line without indentation begins with rule or condition", line.place(),
                       "rule <id>");
    }
    if (!is_id(name)) {
      raise_rule_error("rule.bad_id", "规则编号应为小写字母、数字和点，如 expenditure.split",
                       "the id of a rule is of lower-case letters, digits and points, such as "
                       "expenditure.split",
                       place, "an id");
    }
    if (!ids_.insert(name).second) duplicate(name, place);
    rule_ = Rule{};
    rule_.id = name;
    rule_.place = line.place();
    in_rule_ = true;
    has_statement_ = false;
    seen_.clear();
  }

  [[noreturn]] void duplicate(const std::string& name, const Place& place) {
    raise_rule_error("rule.duplicate", "“" + name + "”已经定义过",
                     "\"" + name + "\" is defined already", place);
  }

  static bool is_reserved(std::string_view word) {
    return word == "printed" || word == "zero" || word == "present" || word == "not" ||
           word == "and" || word == "or" || word == "excludes-carry-over" || word == "listed" ||
           word == "all-units";
  }

  void condition_field(const LogicalLine& line) {
    const std::string text = line.joined();
    const Split split = first_word(text);
    if (split.word != "when") {
      raise_rule_error("rule.unknown_field", "条件中只能有 when",
                       "a condition holds when lines only", line.place(), "when");
    }
    value_of(line, split.rest, split.word);
    std::vector<ConditionLine>& lines = conditions_.at(condition_);
    const std::vector<ConditionLine> more = condition_lines(line, split.rest);
    lines.insert(lines.end(), more.begin(), more.end());
  }

  // A line that is the name of a condition stands for that condition's lines.
  std::vector<ConditionLine> condition_lines(const LogicalLine& line, std::size_t skip) {
    const std::string text = line.joined().substr(skip);
    if (!is_word(text) || is_reserved(text)) return {detail::rules::parse_condition(line, skip)};
    const auto found = conditions_.find(text);
    if (found == conditions_.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, lines] : conditions_) names.push_back(name);
      std::string near;
      for (const std::string& name : detail::rules::nearest(text, names)) {
        near += (near.empty() ? "" : ", ") + name;
      }
      raise_rule_error(
          "rule.unknown_condition",
          "没有名为“" + text + "”的条件" + (near.empty() ? "" : "，相近的有：" + near),
          "no condition is named \"" + text + "\"" + (near.empty() ? "" : ", nearest: " + near),
          place_of_value(line, skip), near);
    }
    return found->second;
  }

  void rule_field(const LogicalLine& line) {
    const std::string text = line.joined();
    const Split split = first_word(text);
    if (!is_word(split.word) || split.word == "note" || split.word == "title-year" ||
        split.word == "subjects" || split.word == "free-of" || split.word == "in-text" ||
        split.word == "in-targets") {
      if (has_statement_) {
        raise_rule_error("rule.second_statement", "一条规则只能有一条等式或要求",
                         "a rule has one statement", line.place());
      }
      rule_.statement = detail::rules::parse_statement(line);
      has_statement_ = true;
      return;
    }
    const std::string value =
        known_field(split.word, line) ? value_of(line, split.rest, split.word) : std::string();
    const Place place = place_of_value(line, split.rest);
    const std::string_view field = split.word;
    if (field == "when" || field == "where") {
      std::vector<ConditionLine>& lines = field == "when" ? rule_.when : rule_.where;
      const std::vector<ConditionLine> more = condition_lines(line, split.rest);
      lines.insert(lines.end(), more.begin(), more.end());
    } else if (field == "holds" || field == "breaks") {
      (field == "holds" ? rule_.holds : rule_.breaks).push_back({value, line.comment, place});
    } else {
      if (!seen_.insert(std::string(field)).second) duplicate(std::string(field), line.place());
      single_field(field, value, place);
    }
  }

  bool known_field(std::string_view field, const LogicalLine& line) {
    std::vector<std::string_view> names(fields.begin(), fields.end());
    for (const std::string_view name : names) {
      if (name == field) return true;
    }
    std::string near;
    for (const std::string& name : detail::rules::nearest(field, names)) {
      near += (near.empty() ? "" : ", ") + name;
    }
    raise_rule_error(
        "rule.unknown_field",
        "没有名为“" + std::string(field) + "”的字段" + (near.empty() ? "" : "，相近的有：" + near),
        "no field is named \"" + std::string(field) + "\"" +
            (near.empty() ? "" : ", nearest: " + near),
        line.place(), near);
  }

  void single_field(std::string_view field, const std::string& value, const Place& place) {
    if (field == "source") {
      rule_.source = value;
    } else if (field == "level") {
      rule_.level = value;
    } else if (field == "province") {
      rule_.province = value;
    } else if (field == "severity") {
      rule_.severity = one_of<Severity>(
          value, place, "rule.bad_severity",
          {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}});
    } else if (field == "document") {
      rule_.document = one_of<DisclosureKind>(
          value, place, "rule.bad_document",
          {{"budget", DisclosureKind::budget}, {"final_account", DisclosureKind::final_account}});
    } else {
      years(value, place);
    }
  }

  template <class T>
  static T one_of(const std::string& value, const Place& place, std::string_view id,
                  std::initializer_list<std::pair<std::string_view, T>> words) {
    std::string zh, en;
    for (const auto& [word, meaning] : words) {
      if (value == word) return meaning;
      zh += (zh.empty() ? "" : "、") + std::string(word);
      en += (en.empty() ? "" : ", ") + std::string(word);
    }
    raise_rule_error(id, "“" + value + "”不是可用的值，应为：" + zh,
                     "\"" + value + "\" is none of " + en, place, en);
  }

  // 2020, 2020.. or 2020..2024
  void years(const std::string& value, const Place& place) {
    const auto number = [&](std::string_view text) {
      int year = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
      if (error != std::errc{} || end != text.data() + text.size() || year < 1949 || year > 2999) {
        raise_rule_error("rule.bad_years", "年份应写作 2024、2020.. 或 2020..2024",
                         "years are written 2024, 2020.. or 2020..2024", place, "2020..2024");
      }
      return year;
    };
    const std::size_t dots = value.find("..");
    rule_.first_year = number(std::string_view(value).substr(0, dots));
    if (dots == std::string::npos) {
      rule_.last_year = rule_.first_year;
    } else if (dots + 2 < value.size()) {
      rule_.last_year = number(std::string_view(value).substr(dots + 2));
    }
  }

  // A rule is complete when its block ends.
  void finish() {
    if (in_rule_) {
      const auto missing = [&](bool is_missing, const char* zh, const char* en) {
        if (!is_missing) return;
        raise_rule_error("rule.incomplete", "规则 " + rule_.id + " 缺少" + zh,
                         "rule " + rule_.id + " has no " + en, rule_.place, en);
      };
      missing(rule_.source.empty(), "来源（source）", "source");
      missing(!has_statement_, "等式或要求", "statement");
      missing(rule_.holds.empty(), "成立的例子（holds）", "example that holds");
      missing(rule_.breaks.empty(), "不成立的例子（breaks）", "example that breaks");
      rules_.push_back(std::move(rule_));
    }
    in_rule_ = in_condition_ = false;
  }

  std::string file_;
  std::vector<Rule> rules_;
  std::set<std::string> ids_, seen_;
  std::map<std::string, std::vector<ConditionLine>> conditions_;
  std::string condition_;
  Rule rule_;
  bool in_rule_ = false, in_condition_ = false, has_statement_ = false;
};

}  // namespace

std::vector<Rule> parse_rules(std::string_view text, const std::string& file) {
  return Reader(file).read(text);
}

}  // namespace budget::inline v1
