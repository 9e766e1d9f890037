// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/score.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"

namespace budget::python {
namespace {

using Bands = std::vector<std::pair<ExactArgument, std::string>>;

ScoringMethod method_of(const ExactArgument& total, const ExactArgument& execution_points,
                        bool is_proportional, const std::optional<ExactArgument>& zero_below,
                        const std::optional<Bands>& bands) {
  ScoringMethod method;
  method.total = total.value;
  method.execution_points = execution_points.value;
  method.is_proportional = is_proportional;
  if (zero_below) method.zero_below = zero_below->value;
  if (bands) {
    method.bands.clear();
    for (const auto& [from, name] : *bands) method.bands.push_back({from.value, name});
  }
  return method;
}

}  // namespace

void bind_score(py::module_& module) {
  bind_enum(module, "ScoreRule", "By which rule the score of a row was found.", ScoreRule::open);
  bind_enum(module, "ScoreFault", "What is wrong with a printed score.", ScoreFault::wrong_grade);
  py::class_<ScoringMethod>(module, "ScoringMethod",
                            R"(How self-evaluations are scored; by default as 财预〔2020〕10号 says.

Credit in proportion to completion, at most the weight; 10 points for the rate of execution; grades
from 90, 80 and 60 points.
)")
      .def(py::init(&method_of), py::kw_only(), "total"_a = 100, "execution_points"_a = 10,
           "is_proportional"_a = true, "zero_below"_a = py::none(), "bands"_a = py::none(),
           "`bands`: (least total, grade), best first; `zero_below`: completion under which a row "
           "gets 0.")
      .def_readonly("total", &ScoringMethod::total, "Full marks.")
      .def_readonly("execution_points", &ScoringMethod::execution_points,
                    "Points of the execution rate.")
      .def(
          "grade",
          [](const ScoringMethod& m, const ExactArgument& t) { return grade_of(t.value, m); },
          "total"_a, "The grade of a total; empty below all.");
  py::class_<RowScore>(module, "RowScore", "What a row's score is, or may be.")
      .def_readonly("evaluation", &RowScore::evaluation, "What came of the target.")
      .def_readonly("rule", &RowScore::rule, "How the score follows.")
      .def_readonly("score", &RowScore::score, "The exact score, or the range left open.");
  py::class_<ScoreDefect>(module, "ScoreDefect", "One fault of what a card prints.")
      .def_readonly("fault", &ScoreDefect::fault, "What is wrong.")
      .def_readonly("row", &ScoreDefect::row, "Index of the indicator; None for the whole card.")
      .def("__repr__", [](const ScoreDefect& d) {
        return "<ScoreDefect " + std::string(symbol(d.fault)) +
               (d.row ? " in row " + std::to_string(*d.row) : std::string()) + ">";
      });
  py::class_<Scorecard>(module, "Scorecard", "A scored self-evaluation.")
      .def_readonly("rows", &Scorecard::rows, "One an indicator, in order.")
      .def_readonly("execution_rate", &Scorecard::execution_rate, "Spending / budget of the year.")
      .def_readonly("execution_score", &Scorecard::execution_score, "Points for it.")
      .def_readonly("total", &Scorecard::total, "Sum of all rows and the execution score.")
      .def_readonly("grades", &Scorecard::grades, "Grades that the total may have, best first.")
      .def_readonly("defects", &Scorecard::defects, "What is wrong with what is printed.");
  module.def(
      "score_indicators",
      [](const std::vector<Indicator>& indicators, int year, const ScoringMethod& method,
         std::optional<Money> budget, std::optional<Money> executed, std::string execution_score,
         std::string total, std::string grade) {
        CardTotals totals;
        totals.budget = budget;
        totals.executed = executed;
        totals.execution_score = Figure(std::move(execution_score));
        totals.total = Figure(std::move(total));
        totals.grade = std::move(grade);
        return score(indicators, totals, method, year);
      },
      "indicators"_a, py::kw_only(), whole("year"),
      py::arg_v("method", ScoringMethod(), "ScoringMethod()"), "budget"_a = std::optional<Money>(),
      "executed"_a = std::optional<Money>(), "execution_score"_a = "", "total"_a = "",
      "grade"_a = "",
      R"(Scores indicators that have an actual value; see evaluate for the everyday call.

`execution_score`, `total` and `grade` are what the card prints, and are judged.)");
}

}  // namespace budget::python
