// SPDX-License-Identifier: Apache-2.0
#include "claim/occasions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1::detail::claims {
namespace {

/// What is counted where an item is told.
struct Counted {
  std::string_view item;
  std::array<std::string_view, 3> words;  // one of them stands before the number or in its unit
  bool cost_needs_count_only = false;     // they may be kept at no cost
};

constexpr std::array<Counted, 4> guests{{{"公务接待费", {"批次", "人次", "批"}, false},
                                         {"国内公务接待费", {"批次", "人次", "批"}, false},
                                         {"国（境）外公务接待费", {"批次", "人次", "批"}, false},
                                         {"外事接待费", {"批次", "人次", "批"}, false}}};
constexpr std::array<Counted, 3> journeys{{{"因公出国（境）费", {"团组", "人次", "团次"}, false},
                                           {"公务用车购置费", {"购置", "购入", "新购"}, false},
                                           {"公务用车运行维护费", {"保有", "保有", "保有"}, true}}};

const TextFigure& counted_at(const Told& told, int index) {
  return told.narrative().figures[static_cast<std::size_t>(told.claim(index).figure)];
}

/// The words before a count, back to the figure before it, with its unit.
std::string words_of(const Told& told, int index) {
  const auto row = static_cast<std::size_t>(told.claim(index).figure);
  return told.narrative().table.rows[row].labels.front().key + counted_at(told, index).measure;
}

std::optional<Obligation> zero_together(const Told& told, int index, const Counted& counted) {
  const Claim& count = told.claim(index);
  const Claim& cost = told.claim(count.about);
  if (cost.passage != count.passage || cost.quantity[Slot::item] != counted.item ||
      !cost.quantity[Slot::period].empty())
    return std::nullopt;
  const std::string words = words_of(told, index);
  if (std::ranges::none_of(counted.words, [&](std::string_view word) {
        return words.find(word) != std::string::npos;
      }))
    return std::nullopt;
  const Figure& spent = told.figure(told.said(count.about));
  const Figure& number = told.figure(told.said(index));
  if (!spent.is_number() || !number.is_number()) return std::nullopt;
  const bool nothing_spent = spent.value().is_zero(), nothing_counted = number.value().is_zero();
  Obligation obligation = told.blank(index, ObligationKind::form);
  obligation.met =
      nothing_spent == nothing_counted || (counted.cost_needs_count_only && nothing_spent);
  const std::string item(counted.item), cost_text = spent.text(), count_text = number.text();
  const std::string& measure = counted_at(told, index).measure;
  obligation.requirement = {
      item + "与所列数量应同为 0 或同不为 0：费用印“" + cost_text + "”，数量印“" + count_text +
          measure + "”",
      item + " and what is counted are 0 together or not at all: the cost is \"" + cost_text +
          "\", the count \"" + count_text + measure + "\""};
  obligation.places = {at(told.dossier(), told.said(index)).place,
                       at(told.dossier(), told.said(count.about)).place};
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

bool counts_groups(std::string_view measure) {
  return measure == "批次" || measure == "批" || measure == "个批次";
}

}  // namespace

std::vector<Obligation> guests_received(const Told& told) {
  std::vector<Obligation> made = all_together(told, guests);
  for (int i = 1; i < told.size(); ++i) {
    const Claim& persons = told.claim(i);
    const Claim& groups = told.claim(i - 1);
    if (persons.kind != ClaimKind::count || groups.kind != ClaimKind::count ||
        persons.passage != groups.passage || counted_at(told, i).measure != "人次" ||
        !counts_groups(counted_at(told, i - 1).measure))
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

std::vector<Obligation> journeys_and_cars(const Told& told) {
  return all_together(told, journeys);
}

}  // namespace budget::inline v1::detail::claims
