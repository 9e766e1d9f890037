// SPDX-License-Identifier: Apache-2.0
// What targets cost against what there is to pay them: number × unit cost, contracts, purchases, and
// the amounts of a description.
#include "claim/target_amounts.hpp"
#include "claim/target_checks.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::targets {
namespace {

std::string yuan(const Ratio& amount) {
  return shortest(amount) + "元";
}

/// A number of things that a unit cost is paid for.
struct Priced {
  const Indicator* cost = nullptr;
  const Indicator* number = nullptr;
  QuantityRange product;
  std::string arithmetic;  // ≤22名 × ≤1980元/月/人 × 12月
};

class Costs {
 public:
  explicit Costs(Checks& checks) : checks_(checks) {}

  void run() {
    for (table_ = 0; table_ < checks_.tables().size(); ++table_) {
      const TargetTable& table = checks_.tables()[table_];
      if (!is_plan_of_project(table)) continue;
      costs(table);
      contracts(table);
      described(table);
      purchases(table);
    }
  }

 private:
  [[nodiscard]] std::vector<Place> with_funds(std::vector<Place> places) const {
    if (const auto total = checks_.annual_total(table_))
      places.push_back(at(checks_.dossier(), *total).place);
    return places;
  }

  /// The number that a cost is multiplied with: what its measure divides by, of a thing named alike.
  [[nodiscard]] const Indicator* number_for(const TargetTable& table, const Indicator& cost,
                                            const Measure& unit) const {
    const Indicator* best = nullptr;
    Ratio likest;
    int of_the_unit = 0;
    for (const Indicator& indicator : table.indicators) {
      const Target* target = indicator.target();
      const auto quantity = target ? target->quantity() : std::nullopt;
      if (!quantity || target->is_each() || !(quantity->measure() == unit)) continue;
      ++of_the_unit;
      const Ratio like =
          std::max(likeness(indicator.name, cost.name), likeness(cost.name, indicator.name));
      if (best == nullptr || like > likest) {
        best = &indicator;
        likest = like;
      }
    }
    // One number of that unit is meant, whatever it is called; of several, one that is named alike.
    return likest >= Ratio::of(1, 2) || (of_the_unit == 1 && likest >= Ratio::of(1, 4)) ? best
                                                                                        : nullptr;
  }

  [[nodiscard]] std::vector<Priced> priced(const TargetTable& table) const {
    std::vector<Priced> all;
    for (const Indicator& cost : table.indicators) {
      const Target* target = cost.target();
      const auto price = target ? target->range() : std::nullopt;
      if (!price || price->measure().power("元") != 1 || price->measure().factors().size() < 2 ||
          target->form() == TargetForm::contract)
        continue;
      Priced one{&cost, nullptr, *price, target->text()};
      bool complete = true;
      for (const MeasureFactor& factor : price->measure().factors()) {
        if (factor.unit == "元") continue;
        if (factor.power != -1) complete = false;
        if (factor.unit == "月" || factor.unit == "年") {
          const Quantity time(Ratio(factor.unit == "月" ? 12 : 1), Measure::of(factor.unit));
          one.product = one.product * QuantityRange(time);
          if (factor.unit == "月") one.arithmetic += " × 12月";
          continue;
        }
        const Indicator* number = number_for(table, cost, Measure::of(factor.unit));
        if (number == nullptr || !number->target()->range()) {
          complete = false;
          break;
        }
        one.number = number;
        one.product = one.product * *number->target()->range();
        one.arithmetic = number->target()->text() + " × " + one.arithmetic;
      }
      if (complete && one.number != nullptr && one.product.measure() == Measure::of("元"))
        all.push_back(std::move(one));
    }
    return all;
  }

  /// What targets cost at least, and at most, against the year's money.
  void costs(const TargetTable& table) {
    const auto budget = checks_.annual_yuan(table_);
    if (!budget) return;
    Ratio least;
    for (const Priced& one : priced(table)) {
      const auto low = one.product.values().low(), high = one.product.values().high();
      if (low) least += *low;
      const Ratio worst = high ? *high : low.value_or(Ratio());
      checks_.decide(worst <= *budget, TargetDemand::costs, table_, one.cost->name,
                     {checks_.name_of(table_).zh + "：" + one.arithmetic + " = " + yuan(worst) +
                          "，超过年度资金总额 " + yuan(*budget),
                      checks_.name_of(table_).en + ": " + one.arithmetic + " = " + yuan(worst) +
                          ", more than the year's money of " + yuan(*budget)},
                     with_funds({one.number->place, one.cost->place}));
      paid_twice(one);
    }
    if (!least.is_zero())
      checks_.decide(least <= *budget, TargetDemand::costs, table_, "all",
                     {checks_.name_of(table_).zh + "：各项数量 × 单价之和至少 " + yuan(least) +
                          "，超过年度资金总额 " + yuan(*budget),
                      checks_.name_of(table_).en + ": numbers × unit costs come to at least " +
                          yuan(least) + ", more than the year's money of " + yuan(*budget)},
                     with_funds({table.place}));
  }

  /// Running costs of vehicles in a project and in the table of official vehicles.
  void paid_twice(const Priced& one) {
    const bool vehicles = one.cost->name.find("公车") != std::string::npos ||
                          one.cost->name.find("公务用车") != std::string::npos;
    const Table* table = checks_.current().find(TableKind::three_public);
    const auto low = one.product.values().low();
    if (!vehicles || table == nullptr || !low) return;
    for (std::size_t r = 0; r < table->rows.size(); ++r)
      for (std::size_t c = 0; c < table->columns.size(); ++c) {
        const bool row = table->rows[r].labels.front().key.find("运行") != std::string::npos;
        const bool column = table->columns[c].key.find("运行") != std::string::npos;
        const Figure& figure = table->rows[r].cells[c].figure;
        if (!(row || column) || table->columns[c].role != ColumnRole::amount ||
            in_yuan(figure) != low)
          continue;
        checks_.fail(
            TargetDemand::paid_twice, table_, one.cost->name,
            {one.arithmetic + " = " + yuan(*low) + "，正是《" + table->title +
                 "》的公务用车运行维护费 " + figure.text() + to_string(figure.unit()) +
                 "：同一笔支出是否既列基本支出又列项目支出？",
             one.arithmetic + " = " + yuan(*low) + " is just the running cost of vehicles (" +
                 figure.text() + to_string(figure.unit()) + ") of \"" + table->title +
                 "\": is one expense paid from both basic and project money?"},
            {one.cost->place, table->rows[r].cells[c].place});
        return;
      }
  }

  void contracts(const TargetTable& table) {
    const auto budget = checks_.annual_yuan(table_);
    if (!budget) return;
    Ratio sum;
    std::vector<Place> places;
    std::string arithmetic;
    for (const Indicator& indicator : table.indicators) {
      const Target* target = indicator.target();
      const auto price =
          target && target->form() == TargetForm::contract ? target->quantity() : std::nullopt;
      // A price for each of several things is not one of the year.
      if (!price || price->measure().power("元") != 1 ||
          price->measure().factors().size() > (price->measure().power("年") == -1 ? 2U : 1U))
        continue;
      sum += price->value();
      arithmetic += (arithmetic.empty() ? "" : " + ") + shortest(price->value());
      places.push_back(indicator.place);
    }
    if (places.empty()) return;
    checks_.decide(sum <= *budget, TargetDemand::contracts, table_, "contracts",
                   {checks_.name_of(table_).zh + "：合同价 " + arithmetic + " = " + yuan(sum) +
                        "，超过年度资金总额 " + yuan(*budget),
                    checks_.name_of(table_).en + ": contract prices " + arithmetic + " = " +
                        yuan(sum) + ", more than the year's money of " + yuan(*budget)},
                   with_funds(std::move(places)));
  }

  // ---- amounts of a description ----

  void described(const TargetTable& table) {
    const auto annual = checks_.annual_yuan(table_);
    const auto period_cell = checks_.fund_total(table_, 0);
    if (!annual || !period_cell) return;
    const auto period = in_yuan(at(checks_.dossier(), *period_cell).figure);
    if (!period) return;
    for (const TargetText& text : table.texts) {
      if (text.name != "项目概况") continue;
      const Description told = describe_amounts(text.period);
      if (told.parts.empty()) continue;
      Ratio sum;
      std::string arithmetic;
      for (const Ratio& part : told.parts) {
        sum += part;
        arithmetic += (arithmetic.empty() ? "" : " + ") + shortest(part / told.unit);
      }
      const std::string unit = told.unit == Ratio(1) ? "元" : "万元";
      arithmetic += " = " + shortest(sum / told.unit) + unit;
      const auto is_total = [&](const Ratio& amount) {
        return amount == annual || amount == period;
      };
      const Bilingual name = checks_.name_of(table_);
      const std::string totals = yuan(*period) + (period == annual ? "" : "、" + yuan(*annual));
      if (told.whole)
        checks_.decide(*told.whole == sum, TargetDemand::parts, table_, "sum",
                       {name.zh + "的项目概况：各部分 " + arithmetic + "，与所写的总额 " +
                            shortest(*told.whole / told.unit) + unit + " 不符",
                        name.en + ": the parts of its description, " + arithmetic +
                            ", are not the total of " + shortest(*told.whole / told.unit) + unit},
                       with_funds({text.place}));
      const Ratio whole = told.whole.value_or(sum);
      checks_.decide(
          is_total(whole), TargetDemand::parts, table_, "total",
          {name.zh + "的项目概况" +
               (told.whole ? "写总额 " + yuan(whole) : "：各部分 " + arithmetic) +
               "，既不是实施期也不是年度的资金总额（" + totals + "）",
           name.en + ": its description " +
               (told.whole ? "tells a total of " + yuan(whole) : "has parts of " + arithmetic) +
               ", which is neither the period's nor the year's money (" + totals + ")"},
          with_funds({text.place}));
    }
  }

  /// Rows of purchased services that name the project, against its money.
  void purchases(const TargetTable& table) {
    const auto budget = checks_.annual_yuan(table_);
    const Table* services = checks_.current().find(TableKind::purchase_of_services);
    if (!budget || services == nullptr) return;
    int name = -1, amount = -1;
    for (std::size_t c = 0; c < services->columns.size(); ++c) {
      const Column& column = services->columns[c];
      if (name < 0 && !column.header.empty() &&
          column.header.back().find("项目名称") != std::string::npos)
        name = static_cast<int>(c);
      if (amount < 0 && column.role == ColumnRole::amount) amount = static_cast<int>(c);
    }
    if (name < 0 || amount < 0) return;
    Ratio sum;
    std::vector<Place> places;
    for (const Row& row : services->rows) {
      std::string printed = row.cells[static_cast<std::size_t>(name)].figure.text();
      if (const std::size_t dash = printed.find('-'); dash != std::string::npos)
        printed.erase(0, dash + 1);
      const auto paid = in_yuan(row.cells[static_cast<std::size_t>(amount)].figure);
      if (!paid || printed.empty() || !are_alike(printed, table.project)) continue;
      sum += *paid;
      places.push_back(row.place);
    }
    if (places.empty()) return;
    checks_.decide(sum <= *budget, TargetDemand::purchases, table_, "purchases",
                   {"《" + services->title + "》列 " + yuan(sum) + "，超过" +
                        checks_.name_of(table_).zh + "的年度资金总额 " + yuan(*budget),
                    "\"" + services->title + "\" lists " + yuan(sum) + ", more than the " +
                        yuan(*budget) + " of " + checks_.name_of(table_).en},
                   with_funds(std::move(places)));
  }

  Checks& checks_;
  std::size_t table_ = 0;
};

}  // namespace

void check_costs(Checks& checks) {
  Costs(checks).run();
}

}  // namespace budget::inline v1::detail::targets
