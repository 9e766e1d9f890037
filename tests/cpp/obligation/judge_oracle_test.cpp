// SPDX-License-Identifier: Apache-2.0
// The judge against brute force: whether amounts in half 分 exist that print as every figure and
// satisfy the statement, tried one after the other.
#include <budget/obligation/judge.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

using namespace budget;

namespace {

// A figure of k tenths or hundredths of a 元.
struct Printed {
  int k = 0;
  int digits = 2;  // 2: printed to the 分; 1: to the 角

  Figure figure() const {
    const int scale = digits == 2 ? 100 : 10;
    const int magnitude = std::abs(k);
    std::string fraction = std::to_string(magnitude % scale);
    while (static_cast<int>(fraction.size()) < digits) fraction = "0" + fraction;
    return Figure((k < 0 ? "-" : "") + std::to_string(magnitude / scale) + "." + fraction,
                  Unit::yuan);
  }
  // Whole amounts in 分 that print so: to the 分 it is the one amount, to the 角 five either side.
  std::vector<int> amounts() const {
    if (digits == 2) return {k};
    std::vector<int> all;
    for (int fen = 10 * k - 5; fen <= 10 * k + 5; ++fen) all.push_back(fen);
    return all;
  }
};

bool some_amounts_satisfy(const Printed& total, Relation relation,
                          const std::vector<Printed>& parts) {
  for (const int whole : total.amounts()) {
    for (const int a : parts[0].amounts()) {
      for (const int b : parts[1].amounts()) {
        if (relation == Relation::equal ? whole == a + b : whole <= a + b) return true;
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the judge agrees with trying all amounts") {
  int checked = 0, holding = 0;
  for (int total_digits : {1, 2}) {
    for (int part_digits : {1, 2}) {
      for (int total = -3; total <= 13; ++total) {
        for (int a = -2; a <= 6; ++a) {
          for (int b = -2; b <= 6; ++b) {
            for (const Relation relation : {Relation::equal, Relation::at_most}) {
              const Printed whole{total, total_digits};
              const std::vector<Printed> parts{{a, part_digits}, {b, 1}};
              const std::vector<PrintedTerm> left{{1, whole.figure()}};
              const std::vector<PrintedTerm> right{{1, parts[0].figure()}, {1, parts[1].figure()}};
              const bool possible = some_amounts_satisfy(whole, relation, parts);
              const Status status = judge(left, relation, right).status;
              CAPTURE(whole.figure().text());
              CAPTURE(right[0].figure.text());
              CAPTURE(right[1].figure.text());
              REQUIRE((status != Status::violated) == possible);
              const Decimal printed = right[0].figure.value() + right[1].figure.value();
              const bool as_printed = relation == Relation::equal
                                          ? left[0].figure.value() == printed
                                          : left[0].figure.value() <= printed;
              REQUIRE((status == Status::exact) == as_printed);
              ++checked;
              holding += possible ? 1 : 0;
            }
          }
        }
      }
    }
  }
  CHECK(holding > checked / 10);
  CHECK(holding < checked);
}

TEST_CASE("restatement agrees with the function that rounds") {
  // Rounding half up to the 角 is a function: no amount prints as two figures.
  for (int a = -5; a <= 5; ++a) {
    for (int b = -5; b <= 5; ++b) {
      const std::vector<PrintedTerm> left{{1, Printed{a, 1}.figure()}};
      const std::vector<PrintedTerm> right{{1, Printed{b, 1}.figure()}};
      CHECK((judge(left, Relation::equal, right).status != Status::violated) == (a == b));
    }
  }
}
