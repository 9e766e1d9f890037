// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_match.hpp"

#include <budget/base/text.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

constexpr std::size_t shortest_name_cut = 9;  // bytes
constexpr int farthest_twin = 200;            // rows; the columns of a table run along each other

/// How well two names fit: 3 the same, 2 one is the other cut off, 1 beside each other and alike.
int fit(const SideRow& period, const SideRow& annual, bool beside) {
  if (period.level2 != annual.level2) return 0;
  const std::string a = without_spaces(period.name), b = without_spaces(annual.name);
  if (a == b) return 3;
  if (b.size() >= shortest_name_cut && a.starts_with(b)) return 2;
  if (a.size() >= shortest_name_cut && b.starts_with(a)) return 2;
  if (!beside) return 0;
  std::size_t same = 0;
  while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
  return same * 2 >= std::min(a.size(), b.size()) ? 1 : 0;
}

Indicator indicator_of(const SideRow& row, Place place) {
  Indicator indicator;
  indicator.level1 = row.level1;
  indicator.level2 = row.level2;
  indicator.name = row.name;
  indicator.place = std::move(place);
  return indicator;
}

}  // namespace

std::vector<Indicator> match_columns(const RowsRead& rows, bool has_two_columns,
                                     const std::function<Place(std::size_t)>& place) {
  std::vector<Indicator> indicators;
  if (!has_two_columns) {
    for (const SideRow& row : rows.annual) {
      indicators.push_back(indicator_of(row, place(row.word)));
      indicators.back().annual = Target(row.value);
    }
    return indicators;
  }
  std::vector<int> twin(rows.period.size(), -1);
  std::vector<bool> taken(rows.annual.size());
  for (const int wanted : {3, 2, 1}) {
    for (std::size_t p = 0; p < rows.period.size(); ++p) {
      if (twin[p] >= 0) continue;
      // The row beside comes first: a name may be printed twice.
      std::vector<int> order;
      if (rows.period[p].beside >= 0) order.push_back(rows.period[p].beside);
      const int near = static_cast<int>(p);
      const int last = std::min(static_cast<int>(rows.annual.size()), near + farthest_twin);
      for (int a = std::max(0, near - farthest_twin); a < last; ++a) order.push_back(a);
      for (const int a : order) {
        const auto index = static_cast<std::size_t>(a);
        if (taken[index] ||
            fit(rows.period[p], rows.annual[index], rows.period[p].beside == a) != wanted)
          continue;
        twin[p] = a;
        taken[index] = true;
        break;
      }
    }
  }
  std::vector<std::size_t> lone;
  for (std::size_t a = 0; a < rows.annual.size(); ++a)
    if (!taken[a]) lone.push_back(a);
  auto next_lone = lone.begin();
  const auto add_lone = [&](std::size_t before_word) {
    for (; next_lone != lone.end() && rows.annual[*next_lone].word < before_word; ++next_lone) {
      const SideRow& row = rows.annual[*next_lone];
      indicators.push_back(indicator_of(row, place(row.word)));
      indicators.back().annual = Target(row.value);
    }
  };
  for (std::size_t p = 0; p < rows.period.size(); ++p) {
    const SideRow& row = rows.period[p];
    add_lone(row.word);
    indicators.push_back(indicator_of(row, place(row.word)));
    indicators.back().period = Target(row.value);
    if (twin[p] < 0) continue;
    const SideRow& other = rows.annual[static_cast<std::size_t>(twin[p])];
    indicators.back().annual = Target(other.value);
    if (without_spaces(other.name).size() > without_spaces(row.name).size())
      indicators.back().name = other.name;
  }
  add_lone(static_cast<std::size_t>(-1));
  return indicators;
}

}  // namespace budget::inline v1::detail::targets
