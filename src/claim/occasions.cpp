// SPDX-License-Identifier: Apache-2.0
#include "claim/occasions.hpp"

#include "claim/wording.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace budget::inline v1::detail::claims {
namespace {

/// What is counted where an item is told.
struct Counted {
  std::string_view item;
  std::span<const std::string_view> words;  // one of them stands before the number or in its unit
  bool cost_needs_count_only = false;       // they may be kept at no cost
};

constexpr std::array<std::string_view, 3> of_guests{"批次", "人次", "批"};
constexpr std::array<std::string_view, 3> of_journeys{"团组", "人次", "团次"};
constexpr std::array<std::string_view, 4> of_purchases{"购置", "购入", "新购", "更新"};
constexpr std::array<std::string_view, 1> of_cars_kept{"保有"};
constexpr std::array<std::string_view, 1> of_persons{"人次"};

constexpr std::array<Counted, 4> guests{{{"公务接待费", of_guests},
                                         {"国内公务接待费", of_guests},
                                         {"国（境）外公务接待费", of_guests},
                                         {"外事接待费", of_guests}}};
constexpr std::array<Counted, 3> journeys{{{"因公出国（境）费", of_journeys},
                                           {"公务用车购置费", of_purchases},
                                           {"公务用车运行维护费", of_cars_kept, true}}};

const TextFigure& counted_at(const Told& told, int index) {
  return told.narrative().figures[static_cast<std::size_t>(told.claim(index).figure)];
}

/// The words before a count, back to the figure before it, with its unit.
std::string words_of(const Told& told, int index) {
  const auto row = static_cast<std::size_t>(told.claim(index).figure);
  return told.narrative().table.rows[row].labels.front().key + counted_at(told, index).measure;
}

/// Whether a count is of what an item is spent on, both told in one passage and both numbers.
bool is_of(const Told& told, int index, const Counted& counted) {
  const Claim& count = told.claim(index);
  const Claim& cost = told.claim(count.about);
  if (cost.passage != count.passage || cost.quantity[Slot::item] != counted.item ||
      !cost.quantity[Slot::period].empty())
    return false;
  return contains_any(words_of(told, index), counted.words) &&
         told.figure(told.said(count.about)).is_number() &&
         told.figure(told.said(index)).is_number();
}

Obligation over_both(const Told& told, int index, bool met) {
  Obligation obligation = told.blank(index, ObligationKind::form);
  obligation.met = met;
  obligation.places = {at(told.dossier(), told.said(index)).place,
                       at(told.dossier(), told.said(told.claim(index).about)).place};
  return obligation;
}

/// 国内公务接待12批次，外事接待0批次: whether another count of the same sort is of the same cost.
bool is_counted_elsewhere(const Told& told, int index, const Counted& counted) {
  const Claim& count = told.claim(index);
  for (int i = std::max(0, index - nearby); i < std::min(told.size(), index + nearby); ++i)
    if (i != index && told.claim(i).kind == ClaimKind::count &&
        told.claim(i).about == count.about && is_of(told, i, counted) &&
        counted_at(told, i).measure == counted_at(told, index).measure &&
        !told.figure(told.said(i)).value().is_zero())
      return true;
  return false;
}

std::optional<Obligation> zero_together(const Told& told, int index, const Counted& counted) {
  if (!is_of(told, index, counted)) return std::nullopt;
  const Figure& spent = told.figure(told.said(told.claim(index).about));
  const Figure& number = told.figure(told.said(index));
  const bool nothing_spent = spent.value().is_zero(), nothing_counted = number.value().is_zero();
  if (nothing_counted && !nothing_spent && is_counted_elsewhere(told, index, counted))
    return std::nullopt;
  Obligation obligation = over_both(
      told, index,
      nothing_spent == nothing_counted || (counted.cost_needs_count_only && nothing_spent));
  const std::string item(counted.item), cost_text = spent.text(), count_text = number.text();
  const std::string& measure = counted_at(told, index).measure;
  obligation.requirement = {
      item + "与所列数量应同为 0 或同不为 0：费用印“" + cost_text + "”，数量印“" + count_text +
          measure + "”",
      item + " and what is counted are 0 together or not at all: the cost is \"" + cost_text +
          "\", the count \"" + count_text + measure + "\""};
  return obligation;
}

/// What one guest or one car costs, in yuan. The ends are far from what is usual: what lies beyond has
/// lost or gained a unit.
struct Ordinary {
  Counted counted;
  std::string_view measure;  // "": any
  std::int64_t least = 0, most = 0;
};
constexpr std::array<Ordinary, 3> sizes{
    {{{"公务接待费", of_persons}, "人次", 1, 10'000},
     {{"国内公务接待费", of_persons}, "人次", 1, 10'000},
     {{"公务用车运行维护费", of_cars_kept}, "", 100, 1'000'000}}};

std::optional<Obligation> ordinary(const Told& told, int index, const Ordinary& size) {
  const std::string& measure = counted_at(told, index).measure;
  if ((!size.measure.empty() && measure != size.measure) || !is_of(told, index, size.counted))
    return std::nullopt;
  const Figure& spent = told.figure(told.said(told.claim(index).about));
  const Figure& number = told.figure(told.said(index));
  if (!is_short(spent) || !is_short(number) || spent.unit() == Unit::unknown ||
      !(number.value() > Decimal()) || !(spent.printed().low() > Decimal()))
    return std::nullopt;
  const Decimal unit = Decimal::scaled(power_of_ten(scale_exponent(spent.unit())), 0);
  const Decimal low = spent.printed().low() * unit, high = spent.printed().high() * unit;
  Obligation obligation = over_both(told, index,
                                    high >= Decimal::of(size.least) * number.value() &&
                                        low <= Decimal::of(size.most) * number.value());
  const std::string item(size.counted.item), cost = spent.text(), count = number.text() + measure;
  obligation.requirement = {
      item + "平均到所列数量应在 " + std::to_string(size.least) + " 元至 " +
          std::to_string(size.most) + " 元之间：费用印“" + cost + "”，数量印“" + count + "”",
      item + " is between " + std::to_string(size.least) + " and " + std::to_string(size.most) +
          " yuan each: the cost is \"" + cost + "\", the count \"" + count + "\""};
  return obligation;
}

template <std::size_t N>
std::vector<Obligation> all_together(const Told& told, const std::array<Counted, N>& known) {
  std::vector<Obligation> made;
  for (int i = 0; i < told.size(); ++i) {
    if (told.claim(i).kind != ClaimKind::count || told.claim(i).about < 0) continue;
    for (const Counted& counted : known)
      if (auto obligation = zero_together(told, i, counted)) made.push_back(std::move(*obligation));
  }
  return made;
}

/// 100人次, 接待人次为100人.
bool counts_visits(const Told& told, int index) {
  const std::string& measure = counted_at(told, index).measure;
  return measure == "人次" ||
         (measure == "人" && words_of(told, index).find("人次") != std::string::npos);
}

/// 12批次, 来访团组12个, 接待批次为12个.
bool counts_groups(const Told& told, int index) {
  const std::string& measure = counted_at(told, index).measure;
  return measure == "批次" || measure == "批" || measure == "个批次" ||
         (measure == "个" && contains_any(words_of(told, index), {"团组", "批次"}));
}

bool counts_vehicles(const Told& told, int index) {
  const Claim& count = told.claim(index);
  return count.kind == ClaimKind::count && !count.in_reason &&
         counted_at(told, index).measure == "辆" && told.figure(told.said(index)).is_number();
}

/// 共有车辆9辆: the count of all vehicles at the end of the year; −1 none.
int all_vehicles(const Told& told) {
  for (int i = 0; i < told.size(); ++i)
    if (counts_vehicles(told, i) && contains_any(words_of(told, i), {"共有车辆", "车辆共有"}))
      return i;
  return -1;
}

}  // namespace

std::vector<Obligation> guests_received(const Told& told) {
  std::vector<Obligation> made = all_together(told, guests);
  for (int i = 1; i < told.size(); ++i) {
    const Claim& persons = told.claim(i);
    const Claim& groups = told.claim(i - 1);
    if (persons.kind != ClaimKind::count || groups.kind != ClaimKind::count ||
        persons.passage != groups.passage || !counts_visits(told, i) || !counts_groups(told, i - 1))
      continue;
    Obligation obligation = told.blank(i, ObligationKind::inequality);
    obligation.relation = Relation::at_most;
    obligation.counted = true;
    obligation.left = {{1, told.said(i - 1)}};
    obligation.right = {{1, told.said(i)}};
    made.push_back(std::move(obligation));
  }
  return made;
}

std::vector<Obligation> ordinary_sizes(const Told& told) {
  std::vector<Obligation> made;
  for (int i = 0; i < told.size(); ++i) {
    if (told.claim(i).kind != ClaimKind::count || told.claim(i).about < 0) continue;
    for (const Ordinary& size : sizes)
      if (auto obligation = ordinary(told, i, size)) made.push_back(std::move(*obligation));
  }
  return made;
}

std::vector<Obligation> journeys_and_cars(const Told& told) {
  std::vector<Obligation> made = all_together(told, journeys);
  if (told.dossier().current().kind != DisclosureKind::final_account) return made;
  const int all = all_vehicles(told);
  for (int i = 0; all >= 0 && i < told.size(); ++i) {
    if (!counts_vehicles(told, i) || !contains_any(words_of(told, i), of_cars_kept)) continue;
    Obligation obligation = told.blank(i, ObligationKind::inequality);
    obligation.id += "≤" + told.claim(all).id;
    obligation.relation = Relation::at_most;
    obligation.counted = true;
    obligation.left = {{1, told.said(i)}};
    obligation.right = {{1, told.said(all)}};
    made.push_back(std::move(obligation));
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
