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

/// Whether a text is the beginning of another: a cell cut it.
bool is_beginning(const Target& part, const Target& whole) {
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
      for (const Indicator& indicator : table.indicators) {
        if (indicator.period && indicator.annual)
          both(indicator, *indicator.period, *indicator.annual);
        else
          one_column(indicator);
      }
    }
  }

 private:
  void both(const Indicator& indicator, const Target& period, const Target& annual) {
    // A text that its cell cut is told as such, and is no other target.
    if (period == annual || is_beginning(annual, period) || is_beginning(period, annual))
      return checks_.hold(TargetDemand::columns, table_, indicator.name);
    const std::string zh =
        "“" + indicator.name + "”：实施期为 " + period.text() + "，年度为 " + annual.text();
    const std::string en = "\"" + indicator.name + "\": " + period.text() + " for the period, " +
                           annual.text() + " for the year";
    Bilingual text{zh, en};
    const auto strict = is_as_strict(annual, period);
    const auto loose = is_as_strict(period, annual);
    if (strict && loose && !*strict && *loose) {
      text.zh += "；年度目标低于实施期目标，实施期目标如何达到？";
      text.en +=
          "; the year asks for less than the period does: how is the period's target to be met?";
    } else if (strict && *strict && !*loose) {
      text.zh += "；年度目标超出实施期目标，两处应一致或说明";
      text.en += "; the year asks for more than the whole period does";
    } else if (period.range() && annual.range()) {
      text.zh += "；两处的计量单位不同";
      text.en += "; the two count different things";
    } else {
      text.zh += "；两处应一致或说明";
      text.en += "; the two should agree, or it should be said why not";
    }
    checks_.fail(TargetDemand::columns, table_, indicator.name, std::move(text), {indicator.place});
  }

  void one_column(const Indicator& indicator) {
    const bool period = indicator.period.has_value();
    const Target& target = period ? *indicator.period : *indicator.annual;
    checks_.fail(TargetDemand::one_column, table_, indicator.name,
                 {quoted(indicator, target) + " 只列在" + (period ? "实施期" : "年度") +
                      "一栏：另一栏是否漏列？",
                  quoted(indicator, target) + " stands only in the column of the " +
                      (period ? "period" : "year") + ": was it left out of the other?"},
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
