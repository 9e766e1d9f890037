// SPDX-License-Identifier: Apache-2.0
#include "claim/target_amounts.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target_scanner.hpp>

#include "base/contains.hpp"
#include "claim/clauses.hpp"

#include <string>

namespace budget::inline v1::detail::targets {
namespace {

struct Amount {
  Ratio yuan;
  Ratio unit;
  std::string before;  // words since the amount before it
  bool numbered = false;
};

std::vector<Amount> amounts_in(const std::string& text) {
  std::vector<Amount> amounts;
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size();) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (!digit) {
      i += code_point_at(text, i).length;
      continue;
    }
    const std::size_t digits = text.find_first_not_of("0123456789.,", i);
    TargetScanner at(std::string_view(text).substr(i));
    bool unreadable = false;
    const auto number = at.take_number(unreadable);
    const std::size_t end = text.size() - at.rest().size();
    if (number && at.take("元")) {
      const std::string_view unit = std::string_view(text).substr(digits, end - digits);
      const int exponent = unit == "万" ? 4 : unit == "亿" ? 8 : unit == "千" ? 3 : 0;
      amounts.push_back({Ratio::of(number->value), Ratio::of(power_of_ten(exponent), 1),
                         text.substr(from, i - from), false});
      from = i = text.size() - at.rest().size();
      continue;
    }
    i = std::max(end, i + 1);
  }
  return amounts;
}

}  // namespace

Description describe_amounts(std::string_view text) {
  const std::string plain = claims::without_brackets(text);
  const std::vector<Amount> amounts = amounts_in(plain);
  Description result;
  if (amounts.empty()) return result;
  for (const Amount& amount : amounts) {
    const bool foreign = contains(amount.before, "投资") || contains(amount.before, "标准") ||
                         contains(amount.before, "每") || contains(amount.before, "约");
    if (foreign || amount.unit == Ratio::of(100'000'000)) return {};
  }
  result.unit = amounts.front().unit;
  const std::string& opening = amounts.size() > 1 ? amounts[1].before : plain;
  // A whole is followed by a colon, or by 包括, 其中, 用于.
  const bool has_whole = amounts.size() > 1
                             ? opening.starts_with(":") || opening.starts_with(",包括") ||
                                   opening.starts_with(",其中") || opening.starts_with(",主要包括")
                             : true;
  if (has_whole) result.whole = amounts.front().yuan;
  if (amounts.size() == 1) {
    // One amount is told of the whole where the text begins with it: 数字财政运行管理经费30万元.
    const bool begins =
        count_code_points(amounts.front().before) <= 20 &&
        (amounts.front().before.ends_with("经费") || amounts.front().before.ends_with("费") ||
         amounts.front().before.ends_with("资金"));
    if (!begins) return {};
    result.parts.push_back(amounts.front().yuan);
    return result;
  }
  for (std::size_t i = has_whole ? 1 : 0; i < amounts.size(); ++i)
    result.parts.push_back(amounts[i].yuan);
  if (has_whole) return result.parts.size() >= 2 ? result : Description{};
  // Without a whole the parts are all there is only where they are numbered: 1.… 2.… 3.…
  for (std::size_t i = 0; i < amounts.size(); ++i)
    if (!contains(amounts[i].before, std::to_string(i + 1) + ".")) return {};
  return amounts.size() >= 2 ? result : Description{};
}

}  // namespace budget::inline v1::detail::targets
