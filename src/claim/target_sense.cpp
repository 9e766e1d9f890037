// SPDX-License-Identifier: Apache-2.0
// Whether each target makes sense by itself: rates, prices, measures, forms, categories.
#include "base/contains.hpp"
#include "claim/target_checks.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

/// A share of a whole, which 100 % bounds: not a growth, not a multiple of a plan.
bool is_share(const Indicator& indicator) {
  return contains_any(indicator.name, {"率", "度", "比例", "占比", "覆盖面", "比重"}) &&
         !contains_any(indicator.name, {"增长", "增幅", "提高", "提升", "超额", "回报", "利率",
                                        "杠杆", "拨备", "流动性"});
}

/// An ordinary size of a price, by what it is paid for. Wide: outside it by a digit a unit was lost.
struct PriceRange {
  std::string_view word;     // of the indicator's name
  std::string_view measure;  // canonical
  std::int64_t low, high;    // 元
};
constexpr auto price_ranges = std::to_array<PriceRange>({
    {"律师", "元/人", 500, 1'000'000},    {"法律顾问", "元/人", 500, 1'000'000},
    {"律师", "元/人/年", 500, 1'000'000}, {"法律顾问", "元/人/年", 500, 1'000'000},
    {"培训", "元/人/天", 20, 5'000},      {"会议", "元/人/天", 20, 5'000},
    {"差旅", "元/人/天", 10, 5'000},      {"专家", "元/人/天", 50, 20'000},
    {"评审", "元/人/天", 50, 20'000},     {"工资", "元/人/月", 300, 200'000},
    {"补贴", "元/人/月", 10, 200'000},    {"工资", "元/人/年", 5'000, 2'000'000},
    {"电脑", "元/台", 300, 200'000},      {"计算机", "元/台", 300, 200'000},
    {"打印机", "元/台", 200, 200'000},    {"复印机", "元/台", 1'000, 500'000},
    {"办公桌", "元/张", 50, 50'000},      {"办公椅", "元/把", 20, 20'000},
    {"公车", "元/辆", 1'000, 1'000'000},  {"公务用车", "元/辆", 1'000, 1'000'000},
    {"印刷", "元/册", 1, 2'000},          {"印刷", "元/份", 1, 2'000},
});

/// Targets of one kind of defect, told once for the whole document.
struct Collected {
  std::vector<Place> places;
  std::vector<std::string> quotes;
  std::size_t table = 0;
  void add(const Indicator& indicator, const std::string& quote, std::size_t of_table) {
    if (places.empty()) table = of_table;
    places.push_back(indicator.place);
    if (std::ranges::find(quotes, quote) == quotes.end()) quotes.push_back(quote);
  }
  [[nodiscard]] std::string examples() const {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, quotes.size()); ++i)
      text += (i > 0 ? "、" : "") + quotes[i];
    return text + (quotes.size() > most ? "等" : "");
  }
};

class Sense {
 public:
  explicit Sense(Checks& checks) : checks_(checks) {}

  void run() {
    for (table_ = 0; table_ < checks_.tables().size(); ++table_) {
      const TargetTable& table = checks_.tables()[table_];
      for (const Indicator& indicator : table.indicators) one(indicator);
      duplicates(table);
    }
    collected();
  }

 private:
  /// The targets of an indicator, each once.
  static std::vector<const Target*> targets_of(const Indicator& indicator) {
    std::vector<const Target*> targets;
    if (indicator.period) targets.push_back(&*indicator.period);
    if (indicator.annual &&
        !(indicator.period && indicator.annual->text() == indicator.period->text()))
      targets.push_back(&*indicator.annual);
    return targets;
  }

  void one(const Indicator& indicator) {
    const auto targets = targets_of(indicator);
    bool measurable = false;
    for (const Target* target : targets) {
      rate(indicator, *target);
      price(indicator, *target);
      measure(indicator, *target);
      form(indicator, *target);
      // 小学720元/生/年、初中940元/生/年 lists numbers.
      const bool in_words =
          (target->form() == TargetForm::grade || target->form() == TargetForm::list ||
           target->form() == TargetForm::text) &&
          target->text().find_first_of("0123456789") == std::string::npos;
      if (!in_words && target->form() != TargetForm::blank) measurable = true;
      if (target->has(TargetFault::cut)) cut_.add(indicator, quoted(indicator, *target), table_);
    }
    if (!measurable && !targets.empty())
      unmeasurable_.add(indicator, quoted(indicator, *targets.front()), table_);
  }

  void rate(const Indicator& indicator, const Target& target) {
    const auto& values = target.values();
    if (!values || target.measure().power("%") != 1 || target.measure().factors().size() != 1)
      return;
    if (!is_share(indicator)) return;
    const Ratio whole(100);
    const auto low = values->low();
    const bool above =
        low && (*low > whole || (*low == whole && values->low_bound() == Bound::open));
    checks_.decide(!above, TargetDemand::rate, table_, indicator.name,
                   {quoted(indicator, target), quoted(indicator, target)}, {indicator.place});
    if (!above && target.comparator() == Comparator::at_least && low == whole)
      full_.add(indicator, quoted(indicator, target), table_);
  }

  void price(const Indicator& indicator, const Target& target) {
    const auto quantity = target.quantity();
    if (!quantity || quantity->measure().power("元") != 1) return;
    for (const PriceRange& range : price_ranges) {
      if (!contains(indicator.name, range.word) ||
          !(quantity->measure() == Measure::parse(range.measure)))
        continue;
      const bool ordinary =
          quantity->value() >= Ratio::of(range.low) && quantity->value() <= Ratio::of(range.high);
      checks_.decide(ordinary, TargetDemand::price, table_, indicator.name,
                     {quoted(indicator, target) + " 不在通常的 " + std::to_string(range.low) +
                          " 至 " + std::to_string(range.high) + " 元之间，请核对单位",
                      quoted(indicator, target) + " is not within the usual range (" +
                          std::to_string(range.low) + " to " + std::to_string(range.high) +
                          " yuan); check its unit"},
                     {indicator.place});
      return;
    }
  }

  void measure(const Indicator& indicator, const Target& target) {
    const bool is_number =
        target.form() == TargetForm::quantity || target.form() == TargetForm::range;
    if (!is_number) return;
    const std::string what = indicator.name;
    if (target.has(TargetFault::measure_missing)) {
      checks_.fail(TargetDemand::measure, table_, what,
                   {quoted(indicator, target) + " 没有计量单位",
                    quoted(indicator, target) + " counts nothing"},
                   {indicator.place});
      return;
    }
    // A cost per head and day that names no money. Rates and durations of cost are no prices.
    const Measure& of = target.measure();
    const bool is_cost =
        contains(indicator.level2, "成本") &&
        contains_any(indicator.name, {"成本", "费", "价", "工资", "标准", "补助", "补贴", "培训"});
    const bool per_head = of.power("元") == 0 && of.power("人") == 1 && of.factors().size() > 1;
    const bool lost = is_cost && per_head;
    checks_.decide(
        !lost, TargetDemand::measure, table_, what,
        {quoted(indicator, target) + " 缺“元”，应写作 " + with_money(target),
         quoted(indicator, target) + " lacks the money; it should read " + with_money(target)},
        {indicator.place});
  }

  /// ≤380人/天 with its money put in: ≤380元/人/天.
  static std::string with_money(const Target& target) {
    const std::string plain = without_spaces(target.text());
    const std::size_t digit = plain.find_first_of("0123456789");
    const std::size_t end = plain.find_first_not_of("0123456789.,", digit);
    if (digit == std::string::npos || end == std::string::npos) return plain;
    return plain.substr(0, end) + "元/" + plain.substr(end);
  }

  void form(const Indicator& indicator, const Target& target) {
    if (target.form() != TargetForm::malformed)
      return checks_.hold(TargetDemand::form, table_, indicator.name);
    Bilingual text{quoted(indicator, target), quoted(indicator, target)};
    for (const TargetFault fault : target.faults()) {
      text.zh += "：" + std::string(explain(fault, Language::zh));
      text.en += ": " + std::string(explain(fault, Language::en));
    }
    if (target.suggestion()) {
      text.zh += "，应写作 " + *target.suggestion();
      text.en += "; it should read " + *target.suggestion();
    }
    checks_.fail(TargetDemand::form, table_, indicator.name, std::move(text), {indicator.place});
  }

  void duplicates(const TargetTable& table) {
    std::map<std::pair<std::string, std::string>, const Indicator*> seen;
    for (const Indicator& indicator : table.indicators) {
      const auto [known, fresh] =
          seen.try_emplace({indicator.level2, without_spaces(indicator.name)}, &indicator);
      checks_.decide(fresh || indicator.name.empty(), TargetDemand::duplicated, table_,
                     indicator.name,
                     {"“" + indicator.level2 + "”下的“" + indicator.name + "”列了两次",
                      "the indicator \"" + indicator.name + "\" stands twice under \"" +
                          indicator.level2 + "\" of one table"},
                     {known->second->place, indicator.place});
    }
  }

  /// What is worth knowing of many targets is said once.
  void collected() {
    if (checks_.tables().empty()) return;
    tell(TargetDemand::full_rate, full_,
         {"项写作 ≥100%，只能恰为 100%", "written ≥100%, which leaves only 100%"});
    tell(TargetDemand::measurable, unmeasurable_, {"项只有文字", "in words only"});
    tell(TargetDemand::cut, cut_, {"项似被单元格截断", "end in the middle, cut by the cell"});
    Collected empty;
    for (std::size_t t = 0; t < checks_.tables().size(); ++t)
      for (const std::string& category : checks_.tables()[t].empty_categories) {
        Indicator at;
        at.place = checks_.tables()[t].place;
        empty.add(at, "“" + category + "”", t);
      }
    tell(TargetDemand::category, empty, {"处没有", "without any"});
  }

  void tell(TargetDemand demand, const Collected& found, const Bilingual& what) {
    const std::string count = std::to_string(found.places.size());
    checks_.decide(found.places.empty(), demand, found.table, "all",
                   {count + " " + what.zh + "：" + found.examples(),
                    count + " " + what.en + ": " + found.examples()},
                   found.places);
  }

  Checks& checks_;
  std::size_t table_ = 0;
  Collected full_, unmeasurable_, cut_;
};

}  // namespace

void check_sense(Checks& checks) {
  Sense(checks).run();
}

}  // namespace budget::inline v1::detail::targets
