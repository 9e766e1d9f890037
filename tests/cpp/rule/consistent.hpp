// SPDX-License-Identifier: Apache-2.0
// A random disclosure that is consistent: amounts are drawn in 分, every table is summed from them and
// printed in 万元 with two decimals. Whatever rounding then shows is no fault.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include <cstdint>
#include <random>

namespace budget::test {

/// What kinds of money the body has.
struct Shape {
  bool other_funds = false;  ///< 政府性基金 and 国有资本经营
  bool own_funds = false;    ///< 财政专户 and 单位资金
  bool carry_over = false;
  bool tiny = false;  ///< amounts below half a printed digit occur
};

/// A dossier of thirteen tables in the form of a city's department budget.
Dossier consistent_dossier(std::mt19937_64& random, const Shape&);

/// An amount in 分 as printed in 万元; nothing is printed for 0.
std::string in_wan_yuan(std::int64_t fen);

}  // namespace budget::test
