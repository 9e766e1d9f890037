// SPDX-License-Identifier: Apache-2.0
// A program that needs exact money and nothing else.
#include <budget/budget.hpp>

#if defined(BOOST_VERSION) || defined(EIGEN_WORLD_VERSION)
#error "the values must need neither Boost nor Eigen"
#endif

#include <iostream>

int main() {
  const budget::Money basic = budget::Money::of_fen(1'083'230'000);
  const budget::Money project = budget::Money::of_fen(1'711'030'000);
  std::cout << (basic + project).fen() << '\n';
}
