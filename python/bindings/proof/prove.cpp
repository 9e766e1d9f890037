// SPDX-License-Identifier: Apache-2.0
#include <budget/proof/prove.hpp>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "bindings.hpp"

namespace budget::python {
namespace {

using proof::Bounds;
using proof::End;

/// Low, high, and whether each belongs to the interval; ends as plain text, None where there is none.
using EndsText = std::tuple<std::optional<std::string>, std::optional<std::string>, bool, bool>;
/// Printed text, decimals (None: as printed), exact.
using ValueText = std::tuple<std::string, std::optional<int>, bool>;
/// Name, values, truncated, bounds, weight.
using FigureText = std::tuple<std::string, std::vector<ValueText>, bool, EndsText, std::int64_t>;

std::optional<End> end_of(const std::optional<std::string>& text, bool closed) {
  if (!text) return std::nullopt;
  const Bounds point = proof::interval_of({*text, std::nullopt, true}, {});
  return End{point.low->value, closed};
}

Bounds bounds_of(const EndsText& text) {
  const auto& [low, high, closed_low, closed_high] = text;
  return {end_of(low, closed_low), end_of(high, closed_high)};
}

EndsText text_of(const Bounds& bounds) {
  const auto value = [](const std::optional<End>& end) -> std::optional<std::string> {
    if (!end) return std::nullopt;
    return proof::plain(end->value);
  };
  return {value(bounds.low), value(bounds.high), bounds.low && bounds.low->closed,
          bounds.high && bounds.high->closed};
}

proof::Question question_of(const std::vector<FigureText>& figures, std::vector<std::string> rows,
                            std::optional<Unit> unit, std::uint64_t work) {
  proof::Question question;
  for (const auto& [name, values, truncated, bounds, weight] : figures) {
    proof::PrintedFigure figure;
    figure.name = name;
    for (const auto& [text, decimals, exact] : values)
      figure.values.push_back({text, decimals, exact});
    figure.rounding =
        truncated ? proof::PrintedRounding::truncate : proof::PrintedRounding::nearest;
    figure.bounds = bounds_of(bounds);
    figure.weight = weight;
    question.figures.push_back(std::move(figure));
  }
  question.rows = std::move(rows);
  question.unit = unit.value_or(Unit::unknown);
  question.work.steps = work;
  return question;
}

py::list certificate_of(const proof::Certificate& certificate, const proof::Question& question) {
  py::list parts;
  for (const proof::RowPart& part : certificate.rows)
    parts.append(py::dict("row"_a = part.row, "multiplier"_a = proof::plain(part.multiplier)));
  for (const proof::EndPart& part : certificate.ends)
    parts.append(py::dict("figure"_a = question.figures[part.unknown].name,
                          "end"_a = part.high ? "high" : "low",
                          "multiplier"_a = proof::plain(part.multiplier)));
  return parts;
}

py::list components_of(const proof::Localisation& repairs, const proof::Question& question) {
  py::list components;
  for (const std::vector<proof::Change>& component : repairs.components) {
    py::list changes;
    for (const proof::Change& change : component) {
      py::dict values;
      for (const auto& [unknown, bounds] : change.values)
        values[py::str(question.figures[unknown].name)] = py::cast(text_of(bounds));
      changes.append(py::dict("change"_a = values, "weight"_a = change.weight));
    }
    components.append(changes);
  }
  return components;
}

py::typing::Dict<py::str, py::object> prove(const std::vector<FigureText>& figures,
                                            std::vector<std::string> rows, std::optional<Unit> unit,
                                            std::uint64_t work) {
  const proof::Question question = question_of(figures, std::move(rows), unit, work);
  proof::Proof answer;
  {
    const py::gil_scoped_release release;
    answer = proof::prove(question);
  }
  py::dict intervals;
  py::object witness = py::none();
  for (std::size_t i = 0; i < answer.intervals.size(); ++i)
    intervals[py::str(question.figures[i].name)] = py::cast(text_of(answer.intervals[i]));
  if (answer.feasible.value_or(false)) {
    py::dict values;
    for (std::size_t i = 0; i < answer.witness.size(); ++i)
      values[py::str(question.figures[i].name)] = proof::plain(answer.witness[i]);
    witness = values;
  }
  return py::dict("feasible"_a = answer.feasible, "reason"_a = answer.reason,
                  "certificate"_a = certificate_of(answer.certificate, question),
                  "sum"_a = answer.sum, "intervals"_a = intervals, "witness"_a = witness,
                  "contradiction"_a = answer.repairs.contradiction.has_value(),
                  "components"_a = components_of(answer.repairs, question));
}

}  // namespace

void bind_prove(py::module_& module) {
  module.def("_prove", &prove, "figures"_a, "rows"_a, "unit"_a, "work"_a,
             "What prove() asks: figures as tuples, the answer as a dict.");
}

}  // namespace budget::python
