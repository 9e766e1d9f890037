// SPDX-License-Identifier: Apache-2.0
// Two years of one body, with a subject that was renamed and one whose code moved. The C++ twin of the
// notebook years.ipynb. Codes and names are official, the amounts are made up.
#include <budget/budget.hpp>

#include <array>
#include <iostream>
#include <string_view>
#include <vector>

namespace {

using Texts = std::vector<std::string_view>;

budget::SubjectTree tree_of(const Texts& codes, const Texts& names, const Texts& amounts) {
  using namespace budget;
  return tree_from_codes({codes, names, {{"合计", FigureColumn::parse(amounts, Unit::wan_yuan)}}},
                         CodeScheme::subject);
}

}  // namespace

int main() {
  using namespace budget;

  const SubjectTree earlier =
      tree_of({"201", "20101", "20106", "210", "21005", "221"},
              {"一般公共服务支出", "人大事务", "财政事务", "医疗卫生与计划生育支出", "医疗保障",
               "住房保障支出"},
              {"8,120.00", "8,000.00", "120.00", "310.00", "310.00", "1,010.00"});
  const SubjectTree later =
      tree_of({"201", "20101", "20106", "210", "21011", "221"},
              {"一般公共服务支出", "人大事务", "财政事务", "卫生健康支出", "行政事业单位医疗",
               "住房保障支出"},
              {"8,464.00", "8,350.00", "114.00", "325.50", "325.50", "1,060.50"});

  // 210 keeps its code under another name; what was 21005 is printed as 21011.
  const std::array renames{CodeRename{"21011", "21005"}};
  for (const SubjectChange& one : compare(earlier, 0, later, 0, renames)) {
    const TreeNode node = one.nodes.later;
    std::cout << (node == 0 ? "total" : later.code(node)) << "  "
              << to_string(one.earlier, Unit::wan_yuan) << " -> "
              << to_string(one.later, Unit::wan_yuan) << "  grew by "
              << one.growth->percent(2, Rounding::half_up);
    if (node != 0 && one.nodes.earlier >= 0 && earlier.name(one.nodes.earlier) != later.name(node))
      std::cout << "  (was " << earlier.name(one.nodes.earlier) << ')';
    std::cout << '\n';
  }
}
