// SPDX-License-Identifier: Apache-2.0
// Texts of tables of targets: what they ask for against the indicators, the years and the bodies that
// they speak of.
#include "base/contains.hpp"
#include "claim/target_checks.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/read_due_date.hpp>
#include <budget/indicator/target.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::targets {
namespace {

/// A clause of a text with the number or the day that it ends in.
struct Asked {
  std::string words;  // what it is asked of
  Target target;
  std::string text;  // the number as printed
};

/// A piece of a text between marks; 、 joins it to the one before.
struct Clause {
  std::string text;
  bool goes_on = false;
};

std::vector<Clause> clauses_of(std::string_view text) {
  std::vector<Clause> clauses(1);
  const std::string plain = without_spaces(text);
  for (const char32_t code : CodePoints(plain)) {
    const bool mark =
        code == U',' || code == U';' || code == U'。' || code == U'、' || code == U':';
    mark ? (void)clauses.push_back({{}, code == U'、'}) : append_utf8(clauses.back().text, code);
  }
  return clauses;
}

/// Words between a thing and its number that are neither: 培训|不少于|2场.
constexpr auto fillers =
    std::to_array<std::string_view>({"均达到", "达到", "保持在", "控制在", "均在", "应在", "均为",
                                     "均", "在", "为", "完成", "预计", "计划"});

/// Before a thing, words that say when.
constexpr auto openings =
    std::to_array<std::string_view>({"全年", "年内", "本年度", "本年", "每年", "年度", "预计",
                                     "计划", "确保", "完成", "力争", "共", "累计"});

std::string without_fillers(std::string words) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view filler : fillers)
      if (words.size() > filler.size() && words.ends_with(filler)) {
        words.resize(words.size() - filler.size());
        more = true;
      }
    for (const std::string_view opening : openings)
      if (words.size() > opening.size() && words.starts_with(opening)) {
        words.erase(0, opening.size());
        more = true;
      }
  }
  return words;
}

/// 等工作均在12月底之前完成: the day in a clause.
std::optional<Asked> day_in(const std::string& clause) {
  for (std::size_t i = 0; i < clause.size(); i += code_point_at(clause, i).length) {
    if (clause[i] < '0' || clause[i] > '9') continue;
    const std::string rest = clause.substr(i);
    if (const auto due = read_due_date(rest); due && due->month > 0 && due->is_before)
      return Asked{without_fillers(clause.substr(0, i)), Target(rest), rest};
    while (i + 1 < clause.size() && clause[i + 1] >= '0' && clause[i + 1] <= '9') ++i;
  }
  return std::nullopt;
}

/// The number that a clause ends in: 培训人员满意度均达到95%以上.
std::optional<Asked> number_in(const std::string& clause) {
  const Target target(clause);
  if (target.form() != TargetForm::quantity || target.words().empty() || !target.range() ||
      target.is_about())
    return std::nullopt;
  // Words behind the number are its object, not what the clause speaks of.
  if (clause.find_first_of("0123456789") == 0) return std::nullopt;
  const std::string& words = target.words().front();
  const std::size_t at = clause.find(words);
  if (at != 0) return std::nullopt;
  return Asked{without_fillers(words), target, clause.substr(words.size())};
}

/// What a rate is of: 满意度, 合格率.
std::string last_word(const std::string& name) {
  const std::string plain = without_spaces(name);
  constexpr std::size_t length = 9;  // bytes of three ideographs
  return plain.size() > length ? plain.substr(plain.size() - length) : plain;
}

/// The measure without 年, and with one word for what takes place: 场, 次, 期.
Measure of_events(const Measure& measure) {
  Measure result;
  for (const MeasureFactor& factor : measure.factors()) {
    if (factor.unit == "年" && factor.power == -1) continue;
    const bool event = factor.unit == "场" || factor.unit == "期";
    const Measure one = Measure::of(event ? "次" : factor.unit);
    result = factor.power > 0 ? result * one : result / one;
  }
  return result;
}

class Texts {
 public:
  explicit Texts(Checks& checks) : checks_(checks) {}

  void run() {
    for (table_ = 0; table_ < checks_.tables().size(); ++table_) {
      const TargetTable& table = checks_.tables()[table_];
      for (const TargetText& text : table.texts) {
        if (text.name == "总体目标" && !table.is_evaluation) {
          of_period_ = table.has_two_columns;
          asked(table, text, text.period);
          of_period_ = false;
          asked(table, text, text.annual);
        }
        plan_year(text);
      }
    }
    level();
  }

 private:
  // ---- what the text asks for ----

  void asked(const TargetTable& table, const TargetText& text, const std::string& told) {
    constexpr std::size_t most_together = 4;
    std::vector<std::string> together;  // 重点绩效评价、培训、印刷等工作均在12月底之前完成
    for (const Clause& clause : clauses_of(told)) {
      if (!clause.goes_on) together.clear();
      const auto day = day_in(clause.text);
      const auto number = day ? std::nullopt : number_in(clause.text);
      const std::optional<Asked>& asked = day ? day : number;
      together.push_back(asked ? asked->words : clause.text);
      if (together.size() > most_together) together.erase(together.begin());
      if (!asked) continue;
      for (const std::string& words : together)
        day ? compare_day(table, text, words, *asked) : compare_number(table, text, words, *asked);
      together.clear();
    }
  }

  /// The target of the column whose text is read.
  [[nodiscard]] const Target* target_of(const Indicator& indicator) const {
    return of_period_ && indicator.period ? &*indicator.period : indicator.target();
  }

  /// The indicator that counts the same and is named most alike.
  void compare_number(const TargetTable& table, const TargetText& text, const std::string& words,
                      const Asked& asked) {
    const Indicator *best = nullptr, *only = nullptr;
    Ratio likest = Ratio::of(3, 5);  // less is another thing
    bool is_said = false;
    int of_the_measure = 0;
    const Measure counted = of_events(asked.target.measure());
    for (const Indicator& indicator : table.indicators) {
      const Target* target = target_of(indicator);
      if (target == nullptr || !target->range() || !(of_events(target->measure()) == counted))
        continue;
      if (asked.target.measure() == Measure::of("%") && !contains(words, last_word(indicator.name)))
        continue;
      ++of_the_measure;
      only = &indicator;
      const Ratio like = likeness(indicator.name, words);
      if (like < likest) continue;
      // Any indicator named alike that asks for the same settles it.
      if (says_the_same(*target, asked.target)) is_said = true;
      best = &indicator;
      likest = like;
    }
    // The one indicator of its measure need not be named as much alike.
    if (best == nullptr && of_the_measure == 1 && likeness(only->name, words) >= Ratio::of(1, 4)) {
      best = only;
      is_said = says_the_same(*target_of(*only), asked.target);
    }
    if (best == nullptr || !said_.insert({table_, words, asked.text}).second) return;
    checks_.decide(is_said, TargetDemand::text, table_, words,
                   {"总体目标写“" + words + "” " + asked.text + "，指标 " +
                        quoted(*best, *target_of(*best)) + " 与之不同",
                    "the text asks for " + asked.text + " of \"" + words +
                        "\", the indicator says otherwise: " + quoted(*best, *target_of(*best))},
                   {text.place, best->place});
  }

  /// The same bound, whether per year or not. 达到100% and 100% are one.
  static bool says_the_same(const Target& a, const Target& b) {
    const auto number = [](const Target& target) {
      const auto quantity = target.quantity();
      return quantity ? std::optional(quantity->value()) : std::nullopt;
    };
    return number(a) && number(a) == number(b);
  }

  void compare_day(const TargetTable& table, const TargetText& text, const std::string& words,
                   const Asked& asked) {
    const auto day =
        asked.target.due() ? asked.target.due()->latest(checks_.year_of_days()) : std::nullopt;
    if (!day) return;
    for (const Indicator& indicator : table.indicators) {
      const Target* target = target_of(indicator);
      if (target == nullptr || target->form() != TargetForm::deadline || !target->due()) continue;
      const auto due = target->due()->latest(checks_.year_of_days());
      if (!due || std::max(likeness(indicator.name, words), likeness(words, indicator.name)) <
                      Ratio::of(3, 5))
        continue;
      if (!said_.insert({table_, indicator.name + "/" + words, asked.text}).second) continue;
      checks_.decide(*due == *day, TargetDemand::text, table_, indicator.name + "/" + words,
                     {"总体目标写“" + words + "”" + asked.text + "，指标 " +
                          quoted(indicator, *target) + " 与之不同",
                      "the text asks for \"" + words + "\" by " + asked.text +
                          ", the indicator says otherwise: " + quoted(indicator, *target)},
                     {text.place, indicator.place});
    }
  }

  // ---- years and levels ----

  /// A plan that tells what is done in a year before that of the budget was not brought up to date.
  void plan_year(const TargetText& text) {
    if (checks_.year() == 0 || text.name != "项目实施计划") return;
    const std::string plain = without_spaces(text.period);
    const std::string own = std::to_string(checks_.year()) + "年";
    const std::string before = std::to_string(checks_.year() - 1) + "年";
    const bool is_old = plain.starts_with(before) && !contains(plain, own);
    checks_.decide(!is_old, TargetDemand::plan_year, table_, "plan",
                   {checks_.name_of(table_).zh + "的项目实施计划从“" + before + "”写起，没有提到" +
                        own + "，是否照抄了上年的文字？",
                    "the plan of " + checks_.name_of(table_).en + " begins with " +
                        std::to_string(checks_.year() - 1) + " and never speaks of " +
                        std::to_string(checks_.year()) + ": was last year's text copied?"},
                   {text.place});
  }

  /// 省直, 我厅 in the words of a city: taken over from another level's text.
  void level() {
    const std::string& body = checks_.current().organisation;
    const bool is_province = contains(body, "省") || contains(body, "自治区");
    const bool is_city =
        !is_province && contains(body, "市") && !contains(body, "区") && !contains(body, "县");
    if (!is_city || checks_.tables().empty()) return;
    std::vector<Place> places;
    std::vector<std::string> words;
    const auto look = [&](std::string_view text, const Place& place) {
      for (const std::string_view word : {"省直", "我厅", "我省直"}) {
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos) continue;
        places.push_back(place);
        if (std::ranges::find(words, word) == words.end()) words.emplace_back(word);
      }
    };
    for (const TargetTable& table : checks_.tables())
      for (const TargetText& text : table.texts) {
        look(text.period, text.place);
        if (text.annual != text.period) look(text.annual, text.place);
      }
    for (const Passage& passage : checks_.current().narrative.passages)
      look(passage.text, passage.lines.front().place);
    std::string quoted_words;
    for (const std::string& word : words)
      quoted_words += (quoted_words.empty() ? "“" : "、“") + word + "”";
    const bool is_met = places.empty();
    checks_.decide(is_met, TargetDemand::level, 0, "level",
                   {"市级部门的文字中有省级的说法 " + quoted_words + "：是否照抄了上级的文字？",
                    "the text of a city's department speaks as a province's does (" + quoted_words +
                        "): was it taken over from above?"},
                   std::move(places));
  }

  Checks& checks_;
  std::size_t table_ = 0;
  bool of_period_ = false;
  std::set<std::tuple<std::size_t, std::string, std::string>> said_;  // both columns say most twice
};

}  // namespace

void check_texts(Checks& checks) {
  Texts(checks).run();
}

}  // namespace budget::inline v1::detail::targets
