// SPDX-License-Identifier: Apache-2.0
#include "claim/sums.hpp"

#include <budget/base/text.hpp>

#include "claim/divided.hpp"
#include "claim/wording.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

using PartsLine = ClaimWords::PartsLine;

/// Whether a part says of everything else the same as its whole.
bool differs_only_in(Slot slot, const QuantityName& part, QuantityName whole) {
  whole[slot] = part[slot];
  return part == whole;
}

/// Whether an amount, or what its passage begins with, names what it is of: 公务接待费预算3万元，决算2万元.
bool is_named(const Told& told, int index, Slot slot) {
  const Claim& amount = told.claim(index);
  if (amount.names) return true;
  int first = index;
  while (first > 0 && first > index - nearby && told.claim(first - 1).passage == amount.passage)
    --first;
  return told.claim(first).names && told.claim(first).quantity[slot] == amount.quantity[slot];
}

/// A part that an item of its own tells behind the whole, in the same section; −1 none.
int told_below(const Told& told, int whole, Slot slot, const std::string& value) {
  const Claim& of = told.claim(whole);
  const int section = heading_of(told.narrative(), of.passage);
  const int end = std::min(told.size(), whole + nearby);
  for (int i = whole + 1; i < end; ++i) {
    const Claim& part = told.claim(i);
    if (heading_of(told.narrative(), part.passage) != section) break;
    if (part.kind == ClaimKind::amount && !part.in_reason && part.understood &&
        is_named(told, i, slot) && part.quantity[slot] == value &&
        differs_only_in(slot, completed(part.quantity, of.quantity), of.quantity))
      return i;
  }
  return -1;
}

/// The parts of a line that are told of a whole; each −1 where it is not.
std::vector<int> told_parts(const Told& told, int whole, const PartsLine& line) {
  // 一般公共预算拨款 behind 上年结转 need not be part of it: money by its source is so in lists only.
  const bool is_below = line.all && line.slot != Slot::fund;
  std::vector<int> found;
  for (const std::string& part : line.parts) {
    const int listed = told.part_of(whole, line.slot, part);
    found.push_back(listed >= 0 || !is_below ? listed : told_below(told, whole, line.slot, part));
  }
  return found;
}

/// Whether the list of a whole has a part of its own for the same question beside those.
bool tells_another(const Told& told, int whole, Slot slot, const std::vector<int>& parts) {
  const QuantityName& of = told.claim(whole).quantity;
  const int end = std::min(told.size(), whole + nearby);
  for (int i = whole + 1; i < end; ++i) {
    const Claim& part = told.claim(i);
    if (part.kind == ClaimKind::amount && part.whole == whole && part.understood &&
        !part.in_reason && part.quantity[slot] != of[slot] &&
        differs_only_in(slot, part.quantity, of) && std::ranges::none_of(parts, [&](int other) {
          return told.claim(other).quantity[slot] == part.quantity[slot];
        }))
      return true;
  }
  return false;
}

/// By the first line whose parts are all told, else by the one with the most of them.
TellsParts best_parts(const Told& told, int whole, Slot slot) {
  const QuantityName& quantity = told.claim(whole).quantity;
  TellsParts best;
  for (const PartsLine& line : told.words().parts()) {
    if (line.slot != slot || line.whole != quantity[slot]) continue;
    std::vector<int> parts = told_parts(told, whole, line);
    if (line.all && std::ranges::find(parts, -1) == parts.end() &&
        (slot == Slot::item || !tells_another(told, whole, slot, parts)))
      return {std::move(parts), true};
    std::erase_if(parts, [&](int part) {
      return part < 0 || !differs_only_in(slot, told.claim(part).quantity, quantity);
    });
    if (parts.size() > best.parts.size()) best.parts = std::move(parts);
  }
  return best;
}

/// Public money is spent on two natures alone, 基本支出 and 项目支出.
bool are_natures_of_public_money(const Told& told, int whole, const TellsParts& told_parts) {
  const std::string& fund = told.claim(whole).quantity[Slot::fund];
  const bool is_public = fund == "财政拨款" || fund == "一般公共预算" || fund == "政府性基金预算";
  const auto tells = [&](std::string_view nature) {
    return std::ranges::any_of(told_parts.parts, [&](int part) {
      return told.claim(part).quantity[Slot::nature] == nature;
    });
  };
  return is_public && told_parts.parts.size() == 2 && tells("基本支出") && tells("项目支出");
}

/// By how much an amount changed: as it is told, else as all its parts of one item are.
std::optional<std::vector<Term>> change_told(const Told& told, int amount, int depth = 0) {
  constexpr int deepest = 2;
  auto change = told.change_of(amount);
  if (change || depth == deepest) return change;
  const TellsParts parts = best_parts(told, amount, Slot::item);
  if (!parts.all) return std::nullopt;
  std::vector<Term> sum;
  for (const int part : parts.parts) {
    const auto of_part = change_told(told, part, depth + 1);
    if (!of_part) return std::nullopt;
    sum.insert(sum.end(), of_part->begin(), of_part->end());
  }
  return sum;
}

/// Where the whole and every part says by how much it changed, the changes add up too.
std::optional<Obligation> changes_of(const Told& told, int whole, const std::vector<int>& parts) {
  const auto total = told.change_of(whole);
  if (!total || total->empty()) return std::nullopt;
  Obligation obligation = told.blank(whole, ObligationKind::linear);
  obligation.id += "±";
  obligation.left = *total;
  for (const int part : parts) {
    const auto change = change_told(told, part);
    if (!change) return std::nullopt;
    obligation.right.insert(obligation.right.end(), change->begin(), change->end());
  }
  if (obligation.right.empty()) return std::nullopt;
  return obligation;
}

/// Whether nothing is counted in both of two amounts.
bool are_disjoint(const QuantityName& a, const QuantityName& b, const ClaimWords& words) {
  if (a[Slot::side] != b[Slot::side]) return false;
  for (const Slot slot : {Slot::fund, Slot::extent, Slot::nature, Slot::item})
    if (words.are_disjoint(slot, a[slot], b[slot])) return true;
  // Subjects of one depth that are told down to the class or to the item.
  const auto depth = a.subject.size();
  return depth == b.subject.size() && (depth == 1 || depth == 3) && a.subject != b.subject;
}

/// The parts of a list that exclude one another, by side.
std::vector<std::vector<int>> disjoint_parts(const Told& told, int whole) {
  std::vector<std::vector<int>> sets;
  const int end = std::min(told.size(), whole + nearby);
  for (int i = whole + 1; i < end; ++i) {
    const Claim& part = told.claim(i);
    if (part.kind != ClaimKind::amount || part.whole != whole || part.in_reason ||
        !part.understood || !part.quantity[Slot::period].empty() ||
        !told.words().may_be_part(part.quantity, told.claim(whole).quantity))
      continue;
    const auto fits = [&](const std::vector<int>& set) {
      return std::ranges::all_of(set, [&](int other) {
        return are_disjoint(part.quantity, told.claim(other).quantity, told.words());
      });
    };
    const auto set = std::ranges::find_if(sets, fits);
    if (set == sets.end())
      sets.push_back({i});
    else
      set->push_back(i);
  }
  return sets;
}

/// 其中：…，其他…: a list that holds what is left over, of names that nobody has to know. It is all
/// there is where that closes it: behind 工程建设其他费用1213.29万元 more may follow. Empty where none is.
TellsParts list_with_rest(const Told& told, int whole) {
  constexpr std::size_t longest = 20;
  constexpr std::string_view rest = "其他";
  TellsParts list;
  bool has_rest = false;
  for (int i = whole + 1; i < told.size() && list.parts.size() < longest; ++i) {
    const Claim& part = told.claim(i);
    if (part.passage != told.claim(whole).passage) break;
    if (part.kind != ClaimKind::amount || part.whole != whole) {
      if (!list.parts.empty()) break;
      continue;
    }
    if (part.in_reason || !part.quantity[Slot::period].empty()) break;
    list.parts.push_back(i);
    list.all = told.text_of(part).find(rest) != std::string_view::npos;
    has_rest = has_rest || list.all;
  }
  return has_rest && list.parts.size() > 1 ? list : TellsParts{};
}

/// How an item of a list begins.
enum class ItemStart : std::uint8_t { none, first, next };

/// Whether a claim opens a list of parts, 其中：…, or the list that a colon right behind `whole` opens;
/// or is an item of one behind ； or 、.
ItemStart start_of(const Told& told, const Claim& whole, const Claim& claim) {
  const std::string_view text =
      told.narrative().passages[static_cast<std::size_t>(claim.passage)].text;
  std::string_view before = strip(text.substr(0, claim.begin));
  const std::string_view words = text.substr(claim.begin);
  if (before.ends_with("；") || before.ends_with(";") || words.starts_with("、"))
    return ItemStart::next;
  for (const std::string_view mark : {"：", ":", "，", ","})
    if (before.ends_with(mark)) before = strip(before.substr(0, before.size() - mark.size()));
  if (before.size() == whole.end) return ItemStart::first;
  const std::vector<std::string>& openings = told.words().sentence(SentenceWord::opens_parts);
  const bool opened = std::ranges::any_of(openings, [&](const std::string& opening) {
    return before.ends_with(opening) || words.starts_with(opening);
  });
  return opened ? ItemStart::first : ItemStart::none;
}

/// What is said of the whole of a thing rather than of its year.
constexpr std::array<std::string_view, 4> beyond_the_year{"总投资", "累计", "概算", "单价"};

/// 其中：道路改造50万元，用于…；桥梁养护20万元: the amounts that items of names that nobody knows begin
/// with; empty where a list stands within the list.
std::vector<int> separate_items(const Told& told, int whole) {
  std::vector<int> parts;
  for (int i = whole + 1; i < told.size(); ++i) {
    const Claim& part = told.claim(i);
    if (part.passage != told.claim(whole).passage) break;
    if (part.whole != whole) {
      if (parts.empty()) continue;  // said of the whole, before its list
      if (part.whole < whole) break;
      return {};
    }
    const ItemStart start = start_of(told, told.claim(whole), part);
    if (part.kind != ClaimKind::amount ||
        start != (parts.empty() ? ItemStart::first : ItemStart::next))
      continue;
    if (part.in_reason || part.understood || !part.quantity[Slot::period].empty() ||
        contains_any(told.text_of(part), beyond_the_year))
      return {};
    parts.push_back(i);
  }
  return parts;
}

/// 合计70万元：道路改造50万元、桥梁养护20万元。 A list that a colon right behind its whole opens is all
/// there is, but where it says that it is not.
bool is_all(const Told& told, int whole, const std::vector<int>& parts) {
  const Claim& of = told.claim(whole);
  const std::string_view text =
      told.narrative().passages[static_cast<std::size_t>(of.passage)].text;
  const std::string_view behind = text.substr(of.end);
  const std::size_t end = told.claim(parts.back()).end;
  const std::string_view list = text.substr(of.end, end - of.end);
  const std::string_view rest = text.substr(end);
  const bool some = contains_any(list, not_all) || list.find("等") != std::string_view::npos;
  return (behind.starts_with("：") || behind.starts_with(":")) && !some &&
         (rest.empty() || rest.starts_with("。"));
}

/// An amount that is part of one told before, outside its list: it is no more.
void add_within(const Told& told, int part, std::vector<Obligation>& made) {
  const Claim& claim = told.claim(part);
  if (claim.whole >= 0) return;
  for (const PartsLine& line : told.words().parts()) {
    if (line.slot != Slot::item || line.whole.empty() ||
        std::ranges::find(line.parts, claim.quantity[line.slot]) == line.parts.end())
      continue;
    QuantityName quantity = claim.quantity;
    quantity[line.slot] = line.whole;
    const int whole = told.last_of(quantity);
    if (whole < 0) continue;
    Obligation obligation = told.blank(part, ObligationKind::inequality);
    obligation.relation = Relation::at_most;
    obligation.id += "≤" + told.claim(whole).id;
    obligation.left = {{1, told.said(part)}};
    obligation.right = {{1, told.said(whole)}};
    made.push_back(std::move(obligation));
    return;
  }
}

/// Lists of names that nobody has to know; gives the parts of one that holds what is left over.
std::vector<int> add_named_lists(const Told& told, int whole, std::vector<Obligation>& made) {
  const TellsParts list = list_with_rest(told, whole);
  if (!list.parts.empty()) made.push_back(sum_of(told, whole, list));
  if (std::vector<int> parts = separate_items(told, whole);
      list.parts.empty() && parts.size() > 1) {
    const bool all = is_all(told, whole, parts);
    made.push_back(sum_of(told, whole, {std::move(parts), all}));
  }
  return list.parts;
}

}  // namespace

Obligation sum_of(const Told& told, int whole, const TellsParts& told_parts) {
  Obligation obligation =
      told.blank(whole, told_parts.all ? ObligationKind::linear : ObligationKind::inequality);
  std::vector<Term>& sum = told_parts.all ? obligation.right : obligation.left;
  (told_parts.all ? obligation.left : obligation.right) = {{1, told.said(whole)}};
  for (const int part : told_parts.parts) sum.push_back({1, told.said(part)});
  if (!told_parts.all) {
    obligation.relation = Relation::at_most;
    obligation.id += "≥" + told.claim(told_parts.parts.front()).id;
  }
  return obligation;
}

std::vector<Obligation> sums_of(const Told& told, int whole) {
  std::vector<Obligation> made;
  const Claim& claim = told.claim(whole);
  const std::string& period = claim.quantity[Slot::period];
  if (claim.in_reason || (!period.empty() && period != "上年")) return made;
  if (!claim.understood) {
    // Whatever else is said of it, a list of all its items, or of its natures, adds up to it.
    const auto is_listed = [&](int part) { return told.claim(part).whole == whole; };
    for (const Slot slot : {Slot::item, Slot::nature}) {
      TellsParts parts = best_parts(told, whole, slot);
      parts.all = parts.all || are_natures_of_public_money(told, whole, parts);
      if (!parts.all || !std::ranges::all_of(parts.parts, is_listed)) continue;
      made.push_back(sum_of(told, whole, parts));
      return made;
    }
    add_named_lists(told, whole, made);
    return made;
  }
  add_within(told, whole, made);
  std::set<int> summed;  // parts that are added up by what is known of them
  for (const Slot slot : {Slot::fund, Slot::extent, Slot::nature, Slot::item}) {
    TellsParts best = best_parts(told, whole, slot);
    if (best.parts.empty()) continue;
    best.all = best.all || are_natures_of_public_money(told, whole, best);
    made.push_back(sum_of(told, whole, best));
    summed.insert(best.parts.begin(), best.parts.end());
    if (!best.all) continue;
    if (auto changes = changes_of(told, whole, best.parts)) made.push_back(std::move(*changes));
  }
  for (const int part : add_named_lists(told, whole, made)) summed.insert(part);
  std::vector<std::vector<int>> sides = balanced_sides(told, whole);
  for (std::vector<int>& side : sides) made.push_back(sum_of(told, whole, {std::move(side), true}));
  if (!sides.empty()) return made;
  for (std::vector<int>& parts : disjoint_parts(told, whole)) {
    if (parts.size() < 2) continue;
    if (is_divided(told, parts))
      made.push_back(told.first_of(whole, ways_of_division(told, whole, parts)));
    else if (!std::ranges::all_of(parts, [&](int part) { return summed.contains(part); }))
      made.push_back(sum_of(told, whole, {std::move(parts), false}));
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
