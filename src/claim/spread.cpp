// SPDX-License-Identifier: Apache-2.0
#include "claim/spread.hpp"

#include <budget/base/text.hpp>

#include <algorithm>
#include <array>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::string_view each = "分别", comma = "、";
constexpr std::array<std::string_view, 4> joins{"以及", "和", "及", "与"};

/// How many figures of one kind stand one behind the other from `first` on, with nothing between them
/// but what lists them.
std::size_t figures_listed(const Narrative& narrative, std::size_t first) {
  const std::vector<TextFigure>& figures = narrative.figures;
  const TextFigure& one = figures[first];
  const std::string_view text = narrative.passages[static_cast<std::size_t>(one.passage)].text;
  std::size_t count = 1;
  for (std::size_t next = first + 1; next < figures.size(); ++next, ++count) {
    const TextFigure& figure = figures[next];
    if (figure.passage != one.passage || figure.kind != one.kind) break;
    const std::size_t end = figures[next - 1].end;
    const std::string_view between = strip(text.substr(end, figure.begin - end));
    if (between != comma && std::ranges::find(joins, between) == joins.end()) break;
  }
  return count;
}

/// The names of a list; those that one word joins at its end count as two where `count` asks for that.
std::vector<std::string> names_of(std::string_view list, std::size_t count) {
  std::vector<std::string> names;
  for (;;) {
    const std::size_t end = list.find(comma);
    names.emplace_back(list.substr(0, end));
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + comma.size());
  }
  if (names.size() + 1 != count) return names;
  const std::string last = names.back();
  for (const std::string_view join : joins) {
    const std::size_t at = last.rfind(join);
    if (at == std::string::npos || at == 0) continue;
    names.back() = last.substr(0, at);
    names.push_back(last.substr(at + join.size()));
    break;
  }
  return names;
}

}  // namespace

void Spread::put_amount(Claim& claim, std::size_t figure, std::span<const Claim> before) const {
  if (of == Of::names) return;
  std::vector<int> amounts;  // from the last
  const std::size_t wanted = of == Of::amounts ? words.size() : 0;
  for (int i = static_cast<int>(before.size()) - 1; i >= 0 && amounts.size() < wanted; --i) {
    const Claim& told = before[static_cast<std::size_t>(i)];
    if (told.passage != claim.passage) break;
    if (told.kind == ClaimKind::amount && told.quantity[Slot::period].empty()) amounts.push_back(i);
  }
  const bool all = wanted > 0 && amounts.size() == wanted;
  claim.about = all ? amounts[wanted - 1 - (figure - first)] : -1;
  if (!all) return;
  const Claim& about = before[static_cast<std::size_t>(claim.about)];
  claim.quantity = about.quantity;
  claim.whole = about.whole;
}

std::optional<Spread> spread_at(const Narrative& narrative, std::size_t first,
                                std::string_view clause, const PhraseReader& phrases) {
  const std::size_t at = clause.find(each);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t count = figures_listed(narrative, first);
  if (count < 2) return std::nullopt;
  Spread spread;
  spread.first = first;
  const std::string_view front = clause.substr(0, at);
  const std::string_view behind = clause.substr(at + each.size());
  const auto names_something = [](Phrase phrase) {
    phrase.quantity[Slot::period].clear();
    return !phrase.quantity.empty();
  };
  const std::vector<std::string> names = names_of(front, count);
  if (names.size() == count && std::ranges::all_of(names, [&](const std::string& name) {
        return names_something(phrases.read(name));
      })) {
    spread.of = Spread::Of::names;
    for (const std::string& name : names) spread.words.push_back(name + std::string(behind));
    return spread;
  }
  const Phrase phrase = phrases.read(front);
  spread.of =
      phrase.understood && !names_something(phrase) ? Spread::Of::amounts : Spread::Of::unknown;
  spread.words.assign(count, std::string(clause));
  return spread;
}

}  // namespace budget::inline v1::detail::claims
