// SPDX-License-Identifier: Apache-2.0
// Exact amounts: what is printed is read as it stands, added without loss, and compared as what it
// may stand for. Figures from a published department budget of 2024.
#include <budget/budget.hpp>

#include <array>
#include <iostream>

int main() {
  using namespace budget;

  // Four classes of expenditure, printed in 万元 with and without separators.
  const std::array classes = {
      Money::parse("2,797.94", Unit::wan_yuan), Money::parse("317.57", Unit::wan_yuan),
      Money::parse("65.15万元", Unit::unknown),  // a unit behind the number is its own
      Money::parse("１１５．６３", Unit::wan_yuan)};
  const Money total = sum(classes);
  std::cout << "sum of the classes  " << to_string(total, Unit::wan_yuan) << " = " << total << '\n';

  // A share is an exact fraction; digits are given up only by a named rounding.
  const Ratio share = classes[0] / Money::parse("3296.30", Unit::wan_yuan);
  std::cout << "share of the first  " << share.percent(2, Rounding::half_up) << '\n';

  // The printed total is 0.01万元 more. Every printed figure is rounded, so it may still be right:
  // compare the amounts that print so, not the digits.
  Interval<Decimal> parts = figure("2797.94", Unit::wan_yuan).amounts();
  for (const char* text : {"317.57", "65.15", "115.63"})
    parts = parts + figure(text, Unit::wan_yuan).amounts();
  const Interval<Decimal> printed = figure("3296.30", Unit::wan_yuan).amounts();
  std::cout << "the parts may be    " << parts << " 元\n"
            << "the total may be    " << printed << " 元\n"
            << "both can be true    " << (intersect(parts, printed) ? "yes" : "no") << '\n';

  // What cannot be held exactly is an error that says so, not a rounded amount.
  try {
    (void)Money::of(Decimal::parse("0.0000005"), Unit::wan_yuan);
  } catch (const Error& error) {
    std::cout << "refused             " << error.id() << '\n';
  }
  return 0;
}
