// SPDX-License-Identifier: Apache-2.0
#include <budget/proof/prove.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "proof/network.hpp"

using namespace budget;
using namespace budget::proof;

namespace {

Question asked(const std::vector<std::pair<std::string, std::string>>& figures,
               std::vector<std::string> rows) {
  Question question;
  for (const auto& [name, text] : figures) {
    PrintedFigure figure;
    figure.name = name;
    figure.values.push_back({text, std::nullopt, false});
    question.figures.push_back(std::move(figure));
  }
  question.rows = std::move(rows);
  return question;
}

/// A table of so many rows and columns with their totals, every figure rounded by itself.
LinearSystem two_way(int size, std::mt19937& random, int wrong) {
  LinearSystem system;
  const auto add = [&](int tenths) {
    const Rational printed((tenths + 5) / 10);
    system.unknowns.push_back({End{printed - Rational(1, 2)}, End{printed + Rational(1, 2)}});
    return system.unknowns.size() - 1;
  };
  std::vector<int> row_sum(static_cast<std::size_t>(size)), column_sum(row_sum);
  std::vector<std::vector<std::size_t>> cells(row_sum.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (std::size_t j = 0; j < cells.size(); ++j) {
      const int value = static_cast<int>(random() % 1000);
      row_sum[i] += value;
      column_sum[j] += value;
      cells[i].push_back(add(value));
    }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    LinearRow row{{{add(row_sum[i] + (i == 0 ? wrong : 0)), -1}}, RowRelation::equal, 0};
    for (std::size_t j = 0; j < cells.size(); ++j) row.terms.emplace_back(cells[i][j], 1);
    LinearRow column{{{add(column_sum[i]), -1}}, RowRelation::equal, 0};
    for (std::size_t j = 0; j < cells.size(); ++j) column.terms.emplace_back(cells[j][i], 1);
    system.rows.push_back(std::move(row));
    system.rows.push_back(std::move(column));
  }
  return system;
}

void check_witness(const LinearSystem& system, const std::vector<Rational>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(system.unknowns[i].contains(values[i]));
  for (const LinearRow& row : system.rows) {
    Rational sum = 0;
    for (const auto& [unknown, coefficient] : row.terms) sum += coefficient * values[unknown];
    CHECK(sum == row.constant);
  }
}

}  // namespace

TEST_CASE(
    "what cannot be has a proof that another program redoes; a changed proof proves nothing") {
  const Proof proof = prove(asked({{"a", "46.20"}, {"b", "18.36"}, {"c", "64.53"}}, {"c = a + b"}));
  REQUIRE(proof.feasible == false);
  CHECK(is_proof(proof.certificate, proof.system));
  CHECK(proof.sum ==
        "-1 * (c - a - b = 0)\n1 * (-a <= -46.195)\n1 * (-b <= -18.355)\n1 * (c <= 64.535)\n"
        "0 <= -0.015");
  for (std::size_t part = 0; part < proof.certificate.ends.size(); ++part) {
    Certificate less = proof.certificate;
    less.ends.erase(less.ends.begin() + static_cast<std::ptrdiff_t>(part));
    CHECK_FALSE(is_proof(less, proof.system));
    Certificate other = proof.certificate;
    other.ends[part].high = !other.ends[part].high;
    CHECK_FALSE(is_proof(other, proof.system));
  }
  CHECK_FALSE(is_proof({}, proof.system));
}

TEST_CASE("a two-way table is decided by its flow as by the tableau") {
  std::mt19937 random(11);
  for (int round = 0; round < 40; ++round) {
    const LinearSystem system = two_way(2 + round % 5, random, round % 4 == 3 ? 40 : 0);
    Meter meter(Work{});
    const auto flow = decide_network(system, {}, meter);
    REQUIRE(flow);
    Simplex simplex(system, {});
    CHECK(flow->witness.has_value() == (simplex.check(meter) == Feasible::yes));
    if (flow->witness) check_witness(system, *flow->witness);
    if (flow->certificate) CHECK(is_proof(*flow->certificate, system));
  }
}

TEST_CASE("a system that is no network is left to the tableau") {
  Meter meter(Work{});
  LinearSystem system{{{}, {}}, {{{{0, 2}, {1, 1}}, RowRelation::equal, 0}}};
  CHECK_FALSE(decide_network(system, {}, meter));
  CHECK(decide(system).witness);
}

TEST_CASE("propagation keeps open ends open and finds what is empty") {
  // x < 2, y = x + 1
  const LinearSystem system{{{std::nullopt, End{2, false}}, {}},
                            {{{{1, 1}, {0, -1}}, RowRelation::equal, 1}}};
  const std::vector<Bounds> bounds = propagate(system);
  CHECK(bounds[1] == Bounds{std::nullopt, End{3, false}});
  CHECK(Bounds{End{1, true}, End{1, false}}.is_empty());
}

TEST_CASE("money is whole 分: printed to the 分 a figure is one amount, else its ends are whole") {
  Question question = asked({{"a", "1.000000"}, {"b", "1.00003"}}, {});
  CHECK(prove(question).intervals[0].low->value == Rational(1999999, 2000000));
  question.unit = Unit::wan_yuan;
  const Proof proof = prove(question);
  CHECK(proof.intervals[0] == Bounds::point(1));
  // 0.05 元 either side of 10,000.30 元.
  CHECK(proof.intervals[1] ==
        Bounds{End{Rational(1000025, 1000000)}, End{Rational(1000035, 1000000)}});
}
