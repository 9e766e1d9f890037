// SPDX-License-Identifier: Apache-2.0
// A program that needs exact money, a subject tree and nothing else.
#include <budget/budget.hpp>

#if defined(BOOST_VERSION) || defined(EIGEN_WORLD_VERSION)
#error "the values must need neither Boost nor Eigen"
#endif

#include <iostream>
#include <string_view>
#include <vector>

int main() {
  const budget::Money basic = budget::Money::of_fen(1'083'230'000);
  const budget::Money project = budget::Money::of_fen(1'711'030'000);
  std::cout << (basic + project).fen() << '\n';

  const std::vector<std::string_view> codes{"20106", "20132", "201"};
  const std::vector<std::string_view> totals{"2,794.26", "3.68", "2,797.94"};
  const budget::SubjectTree tree = budget::tree_from_codes(
      {codes, {}, {{"total", budget::FigureColumn::parse(totals, budget::Unit::wan_yuan)}}},
      budget::CodeScheme::subject);
  for (const budget::Share& share : budget::shares(budget::Rollup(tree), 0))
    std::cout << tree.code(share.node) << ' ' << *share.percent << "%\n";
}
