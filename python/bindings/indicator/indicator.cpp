// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/indicator.hpp>

#include <optional>
#include <string>
#include <utility>

#include "bindings.hpp"

namespace budget::python {

void bind_indicator(py::module_& module) {
  bind_enum(module, "Direction", "Which way of missing a bare number is the better one.",
            Direction::exactly);
  py::class_<Indicator>(module, "Indicator", R"(One performance indicator (绩效指标).

>>> from budgetcore import Indicator, Target
>>> indicator = Indicator("产出指标", "数量指标", "培训场次", annual=Target("≥3次/年"))
>>> indicator.target.quantity
Quantity(Ratio(3, 1), Measure('次/年'))
)")
      .def(py::init([](std::string level1, std::string level2, std::string name,
                       std::optional<Target> period, std::optional<Target> annual,
                       std::optional<Target> actual, std::string weight, std::string score) {
             Indicator indicator;
             indicator.level1 = std::move(level1);
             indicator.level2 = std::move(level2);
             indicator.name = std::move(name);
             indicator.period = std::move(period);
             indicator.annual = std::move(annual);
             indicator.actual = std::move(actual);
             indicator.weight = Figure(std::move(weight));
             indicator.score = Figure(std::move(score));
             return indicator;
           }),
           "level1"_a = "", "level2"_a = "", "name"_a = "", py::kw_only(),
           "period"_a = std::optional<Target>(), "annual"_a = std::optional<Target>(),
           "actual"_a = std::optional<Target>(), "weight"_a = "", "score"_a = "",
           "From its parts; weight and score as printed.")
      .def_property_readonly(
          "level1", [](const Indicator& i) { return readable(i.level1); }, "一级指标: 产出指标.")
      .def_property_readonly(
          "level2", [](const Indicator& i) { return readable(i.level2); }, "二级指标: 数量指标.")
      .def_property_readonly(
          "name", [](const Indicator& i) { return readable(i.name); }, "三级指标: 培训场次.")
      .def_readonly("period", &Indicator::period, "Target of the whole period (实施期).")
      .def_readonly("annual", &Indicator::annual, "Target of the year.")
      .def_readonly("actual", &Indicator::actual, "What came of it (实际完成值).")
      .def_readonly("weight", &Indicator::weight, "分值 as printed.")
      .def_readonly("score", &Indicator::score, "得分 as printed.")
      .def_readonly("place", &Indicator::place, "Where the row begins.")
      .def_property_readonly(
          "target",
          [](const Indicator& i) -> std::optional<Target> {
            const Target* target = i.target();
            return target ? std::optional(*target) : std::nullopt;
          },
          "The target of the year, else that of the period.")
      .def_property_readonly(
          "direction", [](const Indicator& i) { return direction_of(i); },
          "Which way of missing its target is the better one.")
      .def("__repr__", [](const Indicator& i) {
        const Target* target = i.target();
        return "<Indicator " + i.level1 + " · " + i.level2 + " · " + i.name + ": " +
               (target ? target->text() : std::string("—")) + ">";
      });
}

}  // namespace budget::python
