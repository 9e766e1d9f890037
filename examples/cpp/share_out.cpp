// SPDX-License-Identifier: Apache-2.0
// Split an amount without losing a 分, write the parts in words and in the styles of a table.
#include <budget/budget.hpp>

#include <array>
#include <iostream>

int main() {
  using namespace budget;

  // 100万元 over three units by their staff. 58 · 100万元 / 97 is no whole number of 分.
  const Money total = Money::parse("100", Unit::wan_yuan);
  const std::array staff = {58, 27, 12};
  const auto parts = allocate(total, staff);
  for (const Money part : parts)
    std::cout << format(part, {.unit = Unit::yuan, .grouping = Grouping::thousands}) << "  "
              << to_words(part) << '\n';
  std::cout << "sum   " << sum(parts) << '\n';

  // A voucher's words are read strictly: here 零 is missing.
  const WordsReading reading = read_words("壹仟玖元整");
  std::cout << "1009? " << explain(reading.why, Language::en) << '\n';

  // How a share can lie, given two rounded figures, and a target with an open end.
  const auto share = Interval(Decimal::parse("1711.025"), Decimal::parse("1711.035")) /
                     Interval(Decimal::parse("3296.295"), Decimal::parse("3296.305"));
  std::cout << "share " << share.low().percent(4, Rounding::floor) << " to "
            << share.high().percent(4, Rounding::ceiling) << '\n';
  const auto target = Range<Ratio>::more_than(Ratio::of(1, 2));
  std::cout << "above one half: " << (target.contains(share) ? "yes" : "no") << '\n';
}
