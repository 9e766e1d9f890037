// SPDX-License-Identifier: Apache-2.0
// Tables of targets against one another: department and project, one price for one thing, one number
// for one quantity, this year and last.
#include "claim/target_checks.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::targets {
namespace {

struct Found {
  std::size_t table = 0;
  const Indicator* indicator = nullptr;
};

/// What is bought at a price in several projects; each has one price per measure.
constexpr auto priced_things =
    std::to_array<std::string_view>({"培训", "差旅", "会议", "评审", "专家劳务", "印刷品", "电脑"});

class Tables {
 public:
  explicit Tables(Checks& checks) : checks_(checks) {}

  void run() {
    department();
    unit_prices();
    same_numbers();
    last_year();
    as_set();
    terms();
  }

 private:
  /// The indicators of all projects by level and name.
  [[nodiscard]] std::map<std::string, std::vector<Found>> by_name() const {
    std::map<std::string, std::vector<Found>> names;
    for (std::size_t t = 0; t < checks_.tables().size(); ++t) {
      const TargetTable& table = checks_.tables()[t];
      if (!is_plan_of_project(table)) continue;
      for (const Indicator& indicator : table.indicators)
        names[key_of(indicator)].push_back({t, &indicator});
    }
    return names;
  }

  /// What a department asks for and one of its projects alone asks for is one thing.
  void department() {
    const auto names = by_name();
    for (std::size_t t = 0; t < checks_.tables().size(); ++t) {
      const TargetTable& table = checks_.tables()[t];
      if (table.scope != TargetScope::department || table.is_evaluation) continue;
      for (const Indicator& indicator : table.indicators) {
        const Target* target = indicator.target();
        const auto same = names.find(key_of(indicator));
        if (target == nullptr || same == names.end() || same->second.size() != 1) continue;
        const Found& project = same->second.front();
        const Target* other = project.indicator->target();
        if (other == nullptr || !target->range() || !other->range()) continue;
        const Bilingual name = checks_.name_of(project.table);
        checks_.decide(*target == *other || is_same_year(*target, *other), TargetDemand::department,
                       t, indicator.name,
                       {"“" + indicator.name + "”：部门整体目标为 " + target->text() + "，" +
                            name.zh + "的年度目标为 " + other->text(),
                        "\"" + indicator.name + "\": " + target->text() + " for the department, " +
                            other->text() + " in the year of " + name.en},
                       {indicator.place, project.indicator->place});
      }
    }
  }

  /// One thing at two prices in two projects is a question.
  void unit_prices() {
    for (const std::string_view thing : priced_things) {
      std::map<std::string, std::vector<Found>> by_measure;
      for (std::size_t t = 0; t < checks_.tables().size(); ++t) {
        const TargetTable& table = checks_.tables()[t];
        if (!is_plan_of_project(table)) continue;
        for (const Indicator& indicator : table.indicators) {
          const Target* target = indicator.target();
          if (target == nullptr || indicator.name.find(thing) == std::string::npos) continue;
          const auto quantity = target->quantity();
          if (quantity && quantity->measure().power("元") == 1 &&
              quantity->measure().factors().size() > 1)
            by_measure[to_string(quantity->measure())].push_back({t, &indicator});
        }
      }
      for (const auto& [measure, found] : by_measure) compare_prices(thing, measure, found);
    }
  }

  void compare_prices(std::string_view thing, const std::string& measure,
                      const std::vector<Found>& found) {
    std::map<Ratio, std::vector<Found>> prices;
    for (const Found& one : found)
      prices[one.indicator->target()->quantity()->value()].push_back(one);
    const std::string what = std::string(thing) + "/" + measure;
    if (prices.size() < 2) return checks_.hold(TargetDemand::unit_price, found.front().table, what);
    std::string zh, en;
    std::vector<Place> places;
    for (const auto& [price, at] : prices) {
      const Bilingual name = checks_.name_of(at.front().table);
      const std::string amount = to_string(Quantity(price, Measure::parse(measure)));
      zh += (zh.empty() ? "" : "，") + name.zh + " " + amount;
      en += (en.empty() ? "" : ", ") + amount + " in " + name.en;
      for (const Found& one : at) places.push_back(one.indicator->place);
    }
    checks_.fail(TargetDemand::unit_price, found.front().table, what,
                 {"“" + std::string(thing) + "”的单价各项目不同：" + zh + "；标准是否应当统一？",
                  "the price of " + std::string(thing) + " differs between projects: " + en +
                      "; should there be one standard?"},
                 std::move(places));
  }

  // ---- one quantity in two places ----

  /// 8438.41平方米 here and 8832.41平方米 in the text: two things, or a slip of the hand.
  void same_numbers() {
    const Narrative& narrative = checks_.current().narrative;
    std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> told;  // by measure
    for (std::size_t f = 0; f < narrative.figures.size(); ++f) {
      const TextFigure& figure = narrative.figures[f];
      if (figure.kind != TextFigureKind::count) continue;
      const Figure& printed = narrative.table.cell(static_cast<int>(f), 0).figure;
      if (printed.is_number())
        told[std::string(canonical_measure_unit(figure.measure))].emplace_back(
            to_string(printed.value()), f);
    }
    for (std::size_t t = 0; t < checks_.tables().size(); ++t)
      for (const Indicator& indicator : checks_.tables()[t].indicators) {
        const Target* target = indicator.target();
        const auto quantity = target ? target->quantity() : std::nullopt;
        if (!quantity) continue;
        const auto same = told.find(to_string(quantity->measure()));
        if (same == told.end()) continue;
        bool is_apart = true;
        for (const auto& [number, figure] : same->second)
          if (is_near(shortest(quantity->value()), number)) {
            is_apart = false;
            tell_near(t, indicator, *target, number, figure);
          }
        if (is_apart) checks_.hold(TargetDemand::same_number, t, indicator.name);
      }
  }

  /// Numbers of many digits that differ in one or two.
  static bool is_near(const std::string& ours, const std::string& theirs) {
    constexpr std::size_t fewest = 5, most_different = 2;
    // 10000 and 12000 are round numbers, not one miswritten.
    const auto significant = [](const std::string& number) {
      return static_cast<std::size_t>(number.find_last_not_of('0') + 1);
    };
    if (ours == theirs || ours.size() != theirs.size() || significant(ours) < fewest ||
        significant(theirs) < fewest)
      return false;
    std::size_t different = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) different += ours[i] == theirs[i] ? 0 : 1;
    return different <= most_different;
  }

  void tell_near(std::size_t t, const Indicator& indicator, const Target& target,
                 const std::string& theirs, std::size_t figure) {
    const Narrative& narrative = checks_.current().narrative;
    const Cell& cell = narrative.table.cell(static_cast<int>(figure), 0);
    checks_.fail(TargetDemand::same_number, t, indicator.name + "/" + theirs,
                 {quoted(indicator, target) + " 与文中的 " + cell.figure.text() +
                      narrative.figures[figure].measure + " 只差一两位数字：是两件事，还是笔误？",
                  quoted(indicator, target) + " differs from " + cell.figure.text() +
                      narrative.figures[figure].measure +
                      " in the text by a digit or two: two things, or a slip?"},
                 {indicator.place, cell.place});
  }

  // ---- the year before ----

  void last_year() {
    for (const Disclosure& earlier : checks_.dossier().disclosures) {
      if (&earlier == &checks_.current() || earlier.kind != checks_.current().kind ||
          !earlier.year || *earlier.year != checks_.year() - 1)
        continue;
      for (std::size_t t = 0; t < checks_.tables().size(); ++t) {
        const TargetTable& table = checks_.tables()[t];
        const auto before = std::ranges::find_if(earlier.targets, [&](const TargetTable& one) {
          return one.scope == table.scope && one.is_evaluation == table.is_evaluation &&
                 subject_key(one.project) == subject_key(table.project);
        });
        if (before != earlier.targets.end() && !table.is_evaluation) lowered(t, *before);
      }
    }
  }

  void lowered(std::size_t t, const TargetTable& before) {
    std::map<std::string, const Indicator*> names;
    for (const Indicator& indicator : before.indicators)
      names.emplace(key_of(indicator), &indicator);
    for (const Indicator& indicator : checks_.tables()[t].indicators) {
      const auto same = names.find(key_of(indicator));
      if (same == names.end() || !indicator.target() || !same->second->target()) continue;
      const Target &now = *indicator.target(), &then = *same->second->target();
      const auto strict = is_as_strict(now, then);
      if (!strict) continue;
      const bool lower = !*strict && is_as_strict(then, now) == true;
      checks_.decide(
          !lower, TargetDemand::last_year, t, indicator.name,
          {"“" + indicator.name + "”的目标为 " + now.text() + "，低于上年的 " + then.text(),
           "\"" + indicator.name + "\" asks for " + now.text() + ", less than the " + then.text() +
               " of the year before"},
          {indicator.place});
    }
  }

  // ---- the budget, beside a self-evaluation ----

  void as_set() {
    const auto& disclosures = checks_.dossier().disclosures;
    for (std::size_t d = 1; d < disclosures.size(); ++d) {
      const Disclosure& budget = disclosures[d];
      if (checks_.dossier().is_unit(d) || budget.kind != DisclosureKind::budget || !budget.year ||
          *budget.year != checks_.year())
        continue;
      for (std::size_t t = 0; t < checks_.tables().size(); ++t) {
        const TargetTable& table = checks_.tables()[t];
        const auto plan = std::ranges::find_if(budget.targets, [&](const TargetTable& one) {
          return !one.is_evaluation && one.scope == table.scope &&
                 subject_key(one.project) == subject_key(table.project);
        });
        if (table.is_evaluation && plan != budget.targets.end()) held_against(t, *plan);
      }
    }
  }

  void held_against(std::size_t t, const TargetTable& plan) {
    const TargetTable& table = checks_.tables()[t];
    for (const Indicator& set : plan.indicators) {
      if (set.target() == nullptr) continue;
      const auto same = std::ranges::find(table.indicators, key_of(set), key_of);
      if (same == table.indicators.end()) {
        checks_.fail(TargetDemand::as_set, t, set.name,
                     {"预算设定的" + quoted(set, *set.target()) + "没有自评",
                      quoted(set, *set.target()) + ", which the budget set, is not evaluated"},
                     {table.place, set.place});
      } else if (same->target() != nullptr) {
        const bool kept = is_as_strict(*same->target(), *set.target()) != false;
        checks_.decide(kept, TargetDemand::as_set, t, set.name,
                       {"“" + set.name + "”预算时定为 " + set.target()->text() + "，自评时成了 " +
                            same->target()->text(),
                        "\"" + set.name + "\" was set at " + set.target()->text() +
                            " and evaluated against " + same->target()->text()},
                       {same->place, set.place});
      }
    }
  }

  /// Money of many years that is that of one: once for the document.
  void terms() {
    std::vector<Place> places;
    std::size_t first = 0;
    bool any = false;
    for (std::size_t t = 0; t < checks_.tables().size(); ++t) {
      const TargetTable& table = checks_.tables()[t];
      const TargetFact* term = table.fact("项目期");
      if (term == nullptr) continue;
      const auto years = Target(term->text).quantity();
      if (!years || !comparable(years->measure(), Measure::of("年")) ||
          !table.period_total().is_number() || !table.annual_total().is_number())
        continue;
      any = true;
      const bool same = table.period_total().value() == table.annual_total().value() &&
                        !table.annual_total().value().is_zero();
      if (years->in(Measure::of("年")).value() <= Ratio(1) || !same) continue;
      if (places.empty()) first = t;
      places.push_back(term->place);
    }
    if (!any) return;
    const bool is_met = places.empty();
    const std::string count = std::to_string(places.size());
    checks_.decide(is_met, TargetDemand::term, first, "all",
                   {count + " 个项目的项目期长于一年，实施期资金总额却等于年度资金总额：实施期的资"
                            "金是否只填了一年？",
                    count + " projects run for more than a year while the money of their whole "
                            "period is that of one year: was only one year filled in?"},
                   std::move(places));
  }

  Checks& checks_;
};

}  // namespace

void check_tables(Checks& checks) {
  Tables(checks).run();
}

}  // namespace budget::inline v1::detail::targets
