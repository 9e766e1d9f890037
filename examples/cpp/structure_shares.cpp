// SPDX-License-Identifier: Apache-2.0
// A subject tree from printed rows: which totals hold, what the structure is, what changed. The C++
// twin of `budgetcore shares`. Figures from a published department budget of 2024; those of the year
// before are made up.
#include <budget/budget.hpp>

#include <iostream>
#include <string_view>
#include <vector>

namespace {

using Texts = std::vector<std::string_view>;

budget::SubjectTree tree_of(const Texts& codes, const Texts& names, const Texts& totals) {
  using namespace budget;
  return tree_from_codes({codes, names, {{"合计", FigureColumn::parse(totals, Unit::wan_yuan)}}},
                         CodeScheme::subject);
}

}  // namespace

int main() {
  using namespace budget;

  // Rows in any order; a row without a code is the total, and levels may be missing.
  const Texts codes{"",        "201",     "20101",   "20106",   "20132", "2010601", "2010602",
                    "2010607", "2010608", "2010650", "2010699", "208",   "210",     "221"};
  const Texts names{"合计",
                    "一般公共服务支出",
                    "人大事务",
                    "财政事务",
                    "组织事务",
                    "行政运行",
                    "一般行政管理事务",
                    "信息化建设",
                    "财政委托业务支出",
                    "事业运行",
                    "其他财政事务支出",
                    "社会保障和就业支出",
                    "卫生健康支出",
                    "住房保障支出"};
  const SubjectTree tree =
      tree_of(codes, names,
              {"3,296.30", "2,797.94", "1.00", "2,794.26", "2.68", "794.00", "939.10", "211.45",
               "385.00", "289.23", "175.48", "317.42", "65.37", "115.57"});

  std::cout << "which totals hold\n";
  for (const TotalCheck& line : check(tree)) {
    std::cout << "  " << (line.node == 0 ? "total" : tree.code(line.node)) << "  "
              << to_string(Money::of_fen(line.printed.fen), Unit::wan_yuan) << " printed, "
              << to_string(line.computed, Unit::wan_yuan)
              << " computed: " << to_string(line.outcome) << '\n';
  }

  std::cout << "shares of the total, made to add to 100\n";
  const Rollup rollup(tree);
  for (const Share& share :
       shares(rollup, 0, {.level = 1, .method = ShareMethod::largest_remainder}))
    std::cout << "  " << tree.code(share.node) << "  " << *share.percent << "%"
              << (share.is_adjusted() ? " (adjusted)" : "") << "  exactly " << *share.ratio << '\n';

  std::cout << "change against the year before\n";
  const SubjectTree before =
      tree_of({"201", "208", "210", "221"}, {}, {"2500.00", "300.00", "60.00", "140.00"});
  for (const SubjectChange& line : compare(before, 0, tree, 0)) {
    if (line.nodes.earlier < 0) continue;
    std::cout << "  " << (line.nodes.later == 0 ? "total" : tree.code(line.nodes.later))
              << "  grew by " << line.growth->percent(2, Rounding::half_up) << ", contributed "
              << line.contribution->percent(2, Rounding::half_up) << '\n';
  }
}
