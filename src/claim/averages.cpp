// SPDX-License-Identifier: Apache-2.0
#include "claim/averages.hpp"

#include <budget/base/text.hpp>
#include <budget/obligation/judge.hpp>

#include "claim/phrase.hpp"
#include "claim/wording.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// What an average is of, and by what it is divided.
struct Average {
  SentenceWord divided_by = SentenceWord::per_person;
  std::string item;  ///< "": what its sentence speaks of
};

/// The words of an amount up to its number.
std::string_view words_before(const Told& told, const Claim& claim) {
  const std::string_view text = told.text_of(claim);
  const auto row = static_cast<std::size_t>(claim.figure);
  const std::size_t begin = told.narrative().figures[row].begin;
  return text.substr(0, begin > claim.begin ? begin - claim.begin : 0);
}

/// Reads 车均运行维护费; nothing where other words stand beside those of an average: 人均可支配收入.
std::optional<Average> average_of(const Told& told, const Claim& claim) {
  const std::string_view words = words_before(told, claim);
  for (const SentenceWord by : {SentenceWord::per_person, SentenceWord::per_car})
    for (const std::string& word : told.words().sentence(by)) {
      const std::size_t found = words.find(word);
      if (found == std::string_view::npos) continue;
      std::string rest(words);
      rest.erase(found, word.size());
      const auto quantity = quantity_of(rest, told.words());
      if (!quantity || (!quantity->empty() && (*quantity)[Slot::item].empty())) return std::nullopt;
      return Average{by, (*quantity)[Slot::item]};
    }
  return std::nullopt;
}

/// 执法执勤用车, 轿车: some of the cars there are.
bool counts_a_sort(const Told& told, int index) {
  constexpr std::string_view use = "用车", cars = "公务用车";
  const std::string& words = told.narrative()
                                 .table.rows[static_cast<std::size_t>(told.claim(index).figure)]
                                 .labels.front()
                                 .key;
  return (words.ends_with(use) && !words.ends_with(cars)) ||
         is_any(words, told.words().sentence(SentenceWord::vehicle_sort));
}

/// How many an average may be divided by: a count of its kind before it.
std::optional<std::int64_t> divisor(const Told& told, int index, SentenceWord by) {
  const Claim& count = told.claim(index);
  if (count.kind != ClaimKind::count || count.in_reason || count.figure < 0) return std::nullopt;
  const std::string& measure =
      told.narrative().figures[static_cast<std::size_t>(count.figure)].measure;
  const auto& measures = told.words().sentence(
      by == SentenceWord::per_person ? SentenceWord::persons : SentenceWord::cars);
  const Figure& number = told.figure(told.said(index));
  if (std::ranges::find(measures, measure) == measures.end() || counts_a_sort(told, index) ||
      !number.is_number() || !is_short(number) || number.value().scale() > 0 ||
      !(number.value() > Decimal()))
    return std::nullopt;
  return static_cast<std::int64_t>(number.value().coefficient());
}

/// Whether an amount may be what was spent on all of them.
bool may_be_averaged(const Told& told, int index, const Average& average) {
  const Claim& amount = told.claim(index);
  return amount.kind == ClaimKind::amount && !amount.in_reason && amount.understood &&
         amount.quantity[Slot::period].empty() && !amount.quantity[Slot::item].empty() &&
         (average.item.empty() || amount.quantity[Slot::item] == average.item ||
          told.words().is_part(Slot::item, amount.quantity[Slot::item], average.item)) &&
         told.figure(told.said(index)).is_number();
}

Alternatives ways_of_average(const Told& told, int index, const Average& average) {
  const Claim& claim = told.claim(index);
  const int section = heading_of(told.narrative(), claim.passage);
  std::vector<int> amounts;
  std::vector<std::int64_t> divisors;
  for (int i = index - 1; i >= 0 && i > index - nearby; --i) {
    const int passage = told.claim(i).passage;
    if (heading_of(told.narrative(), passage) != section) break;
    const bool beside = passage == claim.passage;
    if (beside && may_be_averaged(told, i, average)) amounts.push_back(i);
    if (!beside && average.divided_by == SentenceWord::per_person) continue;
    if (const auto number = divisor(told, i, average.divided_by)) divisors.push_back(*number);
  }
  // All there are count more than some of them: where no way holds, that one was meant.
  std::ranges::sort(divisors, std::greater());
  Alternatives ways;
  for (const int amount : amounts)
    for (const std::int64_t number : divisors)
      for (const CellRef& cell : told.printed(amount)) {
        Obligation way = told.blank(index, ObligationKind::linear);
        way.left = {{1, cell}};
        way.right = {{number, told.said(index)}};
        way.averaged = true;
        ways.push_back(std::move(way));
      }
  std::stable_partition(ways.begin(), ways.end(), [&](const Obligation& way) {
    return judge(way, told.dossier()).status == Status::exact;
  });
  return ways;
}

}  // namespace

std::vector<Obligation> averages_told(const Told& told) {
  std::vector<Obligation> made;
  for (int i = 0; i < told.size(); ++i) {
    const Claim& claim = told.claim(i);
    if (claim.kind != ClaimKind::amount || claim.in_reason || claim.figure < 0) continue;
    const auto average = average_of(told, claim);
    if (!average) continue;
    Alternatives ways = ways_of_average(told, i, *average);
    if (!ways.empty()) made.push_back(told.first_of(i, std::move(ways)));
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
