// SPDX-License-Identifier: Apache-2.0
// Figures that cannot all be true: a table whose rows and columns all pass alone, and a tax return in
// which two digits were exchanged. Nothing here is a budget.
#include <budget/proof/prove.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using budget::proof::PrintedFigure;
using budget::proof::Question;

PrintedFigure printed(std::string name, std::string text) {
  PrintedFigure figure;
  figure.name = std::move(name);
  figure.values.push_back({std::move(text), std::nullopt, false});
  return figure;
}

void answer(std::string_view title, const Question& question) {
  const budget::proof::Proof proof = budget::proof::prove(question);
  std::cout << title << ": " << (*proof.feasible ? "possible" : "impossible") << '\n';
  if (*proof.feasible) return;
  std::cout << proof.sum << '\n';
  for (const auto& component : proof.repairs.components)
    for (const auto& change : component) {
      for (const auto& [figure, values] : change.values)
        std::cout << "  " << question.figures[figure].name << " from "
                  << budget::proof::plain(values.low->value) << " to "
                  << budget::proof::plain(values.high->value);
      std::cout << '\n';
    }
}

}  // namespace

int main() {
  Question table;
  table.figures = {printed("a", "1"),  printed("b", "1"),  printed("c", "1"),  printed("d", "1"),
                   printed("r1", "3"), printed("r2", "3"), printed("c1", "1"), printed("c2", "1")};
  for (const char* row : {"r1 = a + b", "r2 = c + d", "c1 = a + c", "c2 = b + d"}) {
    table.rows = {row};
    answer(row, table);
  }
  table.rows = {"r1 = a + b", "r2 = c + d", "c1 = a + c", "c2 = b + d"};
  answer("all four", table);

  Question tax;
  tax.figures = {printed("gross", "48210.00"), printed("allowance", "12570.00"),
                 printed("taxable", "35640.00"), printed("tax", "7128.00"),
                 printed("net", "41028.00")};
  tax.rows = {"taxable = gross - allowance", "tax = 0.2 * taxable", "net = gross - tax"};
  answer("tax return", tax);
}
