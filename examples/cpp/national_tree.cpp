// SPDX-License-Identifier: Apache-2.0
// A tree of a million leaves: built from codes, summed, shared out, and a wrong total found in it. The
// C++ twin of the notebook national.ipynb. The amounts are made up by a formula.
#include <budget/budget.hpp>

#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

int main() {
  using namespace budget;

  // 100 provinces of 100 counties of 100 units, of codes 100, 10000, 1000000; the sums are printed too.
  std::vector<std::string> codes, amounts;
  const auto row = [&](std::string code, std::int64_t fen) {
    codes.push_back(std::move(code));
    amounts.push_back(to_string(Money::of_fen(fen), Unit::yuan));
  };
  std::int64_t total = 0;
  for (int p = 100; p < 200; ++p) {
    const std::size_t province = codes.size();
    row(std::to_string(p), 0);
    std::int64_t of_province = 0;
    for (int c = 0; c < 100; ++c) {
      const std::size_t county = codes.size();
      const std::string code = std::to_string(p) + (c < 10 ? "0" : "") + std::to_string(c);
      row(code, 0);
      std::int64_t of_county = 0;
      for (int u = 0; u < 100; ++u) {
        const std::int64_t fen = (p * 7919 + c * 104729 + u * 1299709) % 10'000'019 + 1;
        row(code + (u < 10 ? "0" : "") + std::to_string(u), fen);
        of_county += fen;
      }
      amounts[county] = to_string(Money::of_fen(of_county), Unit::yuan);
      of_province += of_county;
    }
    amounts[province] = to_string(Money::of_fen(of_province), Unit::yuan);
    total += of_province;
  }
  row("", total);

  const auto tree_of = [&] {
    const std::vector<std::string_view> code_views(codes.begin(), codes.end());
    const std::vector<std::string_view> amount_views(amounts.begin(), amounts.end());
    return tree_from_codes(
        {code_views, {}, {{"amount", FigureColumn::parse(amount_views, Unit::yuan)}}},
        CodeScheme::subject);
  };
  const auto wrong_totals = [](const SubjectTree& tree) {
    std::vector<std::string> wrong;
    for (const TotalCheck& one : check(tree))
      if (one.outcome == TotalOutcome::violated) wrong.emplace_back(tree.code(one.node));
    return wrong;
  };

  const SubjectTree tree = tree_of();
  std::cout << tree.size() << " nodes, " << tree.height() << " levels, total "
            << to_string(Rollup(tree).computed(0, 0)) << '\n';
  const std::vector<Share> largest = shares(Rollup(tree), 0, {.level = 1});
  std::cout << "share of province 100: " << *largest.front().percent << "%\n";
  std::cout << "wrong totals: " << wrong_totals(tree).size() << '\n';

  // One digit of one county's printed total is changed.
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (codes[i] == "12345") amounts[i][0] = amounts[i][0] == '9' ? '8' : '9';
  for (const std::string& code : wrong_totals(tree_of()))
    std::cout << "wrong total: " << code << '\n';
}
