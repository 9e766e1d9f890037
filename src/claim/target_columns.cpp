// SPDX-License-Identifier: Apache-2.0
// The targets of the year against those of the whole period.
#include "claim/target_checks.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

/// Whether a text is the beginning of another: a cell cut it. Two numbers are two targets.
bool is_beginning(const Target& part, const Target& whole) {
  if (part.range() && whole.range()) return false;
  const std::string a = without_spaces(part.text()), b = without_spaces(whole.text());
  return a.size() < b.size() && b.starts_with(a);
}

class Columns {
 public:
  explicit Columns(Checks& checks) : checks_(checks) {}

  void run() {
    for (table_ = 0; table_ < checks_.tables().size(); ++table_) {
      const TargetTable& table = checks_.tables()[table_];
      if (!table.has_two_columns) continue;
      bool all_twice = !table.indicators.empty();
      for (const Indicator& indicator : table.indicators) {
        const bool twice = indicator.period && indicator.annual;
        all_twice = all_twice && twice;
        twice ? both(indicator, *indicator.period, *indicator.annual) : one_column(indicator);
      }
      if (all_twice) checks_.hold(TargetDemand::one_column, table_, "all");
    }
  }

 private:
  void both(const Indicator& indicator, const Target& period, const Target& annual) {
    // A text that its cell cut is told as such, and is no other target.
    if (period == annual || is_same_year(annual, period) || is_share_of_years(period, annual) ||
        is_beginning(annual, period) || is_beginning(period, annual))
      return checks_.hold(TargetDemand::columns, table_, indicator.name);
    const std::string zh =
        "“" + indicator.name + "”：实施期为 " + period.text() + "，年度为 " + annual.text();
    const std::string en = "\"" + indicator.name + "\": " + period.text() + " for the period, " +
                           annual.text() + " for the year";
    Bilingual text{zh, en};
    const auto strict = is_as_strict(annual, period);
    const auto loose = is_as_strict(period, annual);
    if (strict && loose && !*strict && *loose) {
      text.zh += "；年度低于实施期，实施期目标如何达到？";
      text.en += "; the year asks for less: how is the period's target to be met?";
    } else if (strict && *strict && !*loose) {
      text.zh += "；年度高于实施期";
      text.en += "; the year asks for more than the whole period";
    } else if (period.range() && annual.range()) {
      text.zh += "；两处的计量单位不同";
      text.en += "; the two count different things";
    }
    checks_.fail(TargetDemand::columns, table_, indicator.name, std::move(text), {indicator.place});
  }

  /// Of what is counted over several years one year brings a part. That the money of the year is less
  /// than the period's tells that there are several.
  [[nodiscard]] bool is_share_of_years(const Target& period, const Target& annual) const {
    const TargetTable& table = checks_.tables()[table_];
    const Figure &whole = table.period_total(), &year = table.annual_total();
    if (!whole.is_number() || !year.is_number() || whole.value() <= year.value()) return false;
    const Measure& measure = annual.measure();
    const bool is_count = measure.power("元") == 0 && !measure.dimension().is_number();
    return is_count && is_as_strict(period, annual) == true;
  }

  void one_column(const Indicator& indicator) {
    const bool period = indicator.period.has_value();
    const Target& target = period ? *indicator.period : *indicator.annual;
    checks_.fail(TargetDemand::one_column, table_, indicator.name,
                 {quoted(indicator, target) + " 只列在" + (period ? "实施期" : "年度") +
                      "一栏，另一栏是否漏列？",
                  quoted(indicator, target) + " stands only in the column of the " +
                      (period ? "period" : "year") + ", was it left out of the other?"},
                 {indicator.place});
  }

  Checks& checks_;
  std::size_t table_ = 0;
};

}  // namespace

void check_columns(Checks& checks) {
  Columns(checks).run();
}

}  // namespace budget::inline v1::detail::targets
