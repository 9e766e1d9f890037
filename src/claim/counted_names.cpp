// SPDX-License-Identifier: Apache-2.0
#include "claim/counted_names.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "claim/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

using Words = std::u32string_view;

constexpr Words ends_of_offices = U"科股组司署庭级关场";  // beside those of bodies
constexpr Words opening_brackets = U"（(〔[", closing_brackets = U"）)〕]";
constexpr Words clause_ends = U"。；;：:，,";
constexpr std::array<std::string_view, 2> measures{"个", "家"};
// What opens a list behind a count and what was counted.
constexpr std::array<Words, 10> list_openings{U"：",         U":",       U"，分别是", U"，分别为",
                                              U"，即",       U"，包括",  U"，具体为", U"，具体是",
                                              U"，具体包括", U"，它们是"};
constexpr std::array<Words, 6> inclusions{U"含", U"包括", U"包含", U"其中", U"不", U"除"};
constexpr std::array<Words, 4> joins{U"以及", U"和", U"及", U"与"};
constexpr std::array<Words, 10> kinds_of_bodies{U"科室", U"处室", U"股室",   U"机构", U"部门",
                                                U"单位", U"中心", U"委员会", U"科",   U"处"};
constexpr std::size_t longest_kind = 8;  // characters between the measure and what opens a list

bool is_one_of(char32_t c, Words set) {
  return set.find(c) != Words::npos;
}

template <std::size_t Count>
bool begins_with_any(Words text, const std::array<Words, Count>& words) {
  return std::ranges::any_of(words, [&](Words word) { return text.starts_with(word); });
}

/// Where the first character of a set stands outside of brackets; the end without one, or where a
/// bracket closes that did not open.
std::size_t find_outside(Words text, Words set, std::size_t from = 0) {
  int depth = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (is_one_of(text[i], opening_brackets)) ++depth;
    if (is_one_of(text[i], closing_brackets) && --depth < 0) return i;
    if (depth == 0 && is_one_of(text[i], set)) return i;
  }
  return text.size();
}

/// A name without what stands in brackets, and without blanks.
std::u32string bare(Words name) {
  std::u32string result;
  int depth = 0;
  for (const char32_t c : name) {
    if (is_one_of(c, opening_brackets)) ++depth;
    if (depth == 0 && c != U' ' && c != U'\u3000') result += c;
    if (is_one_of(c, closing_brackets)) --depth;
  }
  return result;
}

bool is_name(Words name) {
  return name.size() > 1 &&
         (is_one_of(name.back(), ends_of_bodies) || is_one_of(name.back(), ends_of_offices)) &&
         std::ranges::none_of(name, [](char32_t c) { return is_digit(c); });
}

/// How many names a word of joining makes of one: 2 of 国库科和人事科, 1 of 卫生和计划生育局; 0 where that is
/// open, as of 党委和政府办公室.
int names_joined(Words name) {
  constexpr std::size_t shortest = 3;
  for (const Words join : joins) {
    const std::size_t at = name.rfind(join);
    if (at == Words::npos || !is_name(name.substr(0, at)) ||
        !is_name(name.substr(at + join.size())))
      continue;
    return at < shortest ? 0 : 2;
  }
  return 1;
}

/// How many names a list has; nothing where it is no list of names only.
struct NamesListed {
  int count = 0;
  bool open = false;  // ends in 等
};
std::optional<NamesListed> names_in(Words text) {
  constexpr Words others = U"等";
  NamesListed listed;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = find_outside(text, U"、", begin);
    std::u32string name = bare(text.substr(begin, end - begin));
    if (end == text.size() && name.ends_with(others)) {
      listed.open = true;
      name.resize(name.size() - others.size());
    }
    const int joined = names_joined(name);
    // 人事科和国库科、预算科: in the middle of a list the pair may be one name.
    if (!is_name(name) || joined == 0 || (joined == 2 && end != text.size())) return std::nullopt;
    listed.count += joined;
    begin = end + 1;
  }
  return listed;
}

/// The list behind a count: 3个局属单位：甲中心、乙中心…; empty without one.
Words list_behind(Words text) {
  std::size_t begin = 0;
  while (begin < text.size() && begin <= longest_kind && !is_one_of(text[begin], clause_ends) &&
         !is_one_of(text[begin], opening_brackets) && text[begin] != U'、')
    ++begin;
  const Words rest = text.substr(begin);
  if (!rest.empty() && is_one_of(rest.front(), opening_brackets)) {
    // （甲中心、乙中心) lists what was counted; of one name, as in （含机关）, that cannot be told.
    const Words list = rest.substr(1, find_outside(rest, {}, 1) - 1);
    return find_outside(list, U"、") < list.size() && !begins_with_any(list, inclusions) ? list
                                                                                         : Words();
  }
  const auto opened =
      std::ranges::find_if(list_openings, [&](Words word) { return rest.starts_with(word); });
  if (opened == list_openings.end()) return {};
  Words list = rest.substr(opened->size());
  for (const Words colon : {Words(U"："), Words(U":")})
    if (list.starts_with(colon)) list.remove_prefix(colon.size());
  const std::size_t end = find_outside(list, clause_ends);
  // Names that commas part go on behind the first: how many they are is not tried.
  const bool goes_on =
      end < list.size() && is_one_of(list[end], U"，,") &&
      is_name(bare(list.substr(end + 1, find_outside(list, clause_ends, end + 1) - end - 1)));
  return goes_on ? Words() : list.substr(0, end);
}

/// The list in front of a count, where bodies are counted: 设有甲科、乙科和丙科3个科室.
Words list_in_front(Words before, Words behind) {
  const std::size_t kind_end = find_outside(behind, clause_ends);
  const Words kind = behind.substr(0, std::min(kind_end, behind.find(U'、')));
  if (kind.size() > longest_kind ||
      std::ranges::none_of(kinds_of_bodies, [&](Words word) { return kind.ends_with(word); }))
    return {};
  std::size_t begin = 0;
  for (std::size_t i = find_outside(before, clause_ends); i < before.size();
       i = find_outside(before, clause_ends, begin))
    begin = i + 1;
  const Words list = before.substr(begin);
  return find_outside(list, U"、") < list.size() ? list : Words();
}

/// Counts that a list of names bears out, or not.
Obligation judged(const Told& told, const std::vector<int>& counts, int own,
                  const NamesListed& listed) {
  Obligation obligation = told.blank(counts.front(), ObligationKind::form);
  obligation.id += "/names";
  Decimal sum = Decimal::of(own);
  std::string said = own == 0 ? "" : std::to_string(own);
  for (const int index : counts) {
    const Figure& figure = told.figure(told.said(index));
    obligation.left.push_back({1, told.said(index)});
    sum = sum + figure.value();
    said += (said.empty() ? "" : " + ") + figure.text();
  }
  const Decimal count = Decimal::of(listed.count);
  obligation.met = listed.open ? sum >= count : sum == count;
  const std::string names = std::to_string(listed.count);
  obligation.requirement = {"所写个数应与所列名称一致：列出 " + names + " 个，文中写作 " + said,
                            "a count is that of the names listed with it: " + names +
                                " are listed, the text says " + said};
  obligation.places = {at(told.dossier(), told.said(counts.front())).place};
  return obligation;
}

/// An item of a list without its ordinal and the mark behind it.
std::u32string name_of_item(const Passage& item) {
  std::u32string text = bare(name_code_points(item.text));
  while (!text.empty() && is_one_of(text.back(), clause_ends)) text.pop_back();
  const std::size_t begin = text.find_first_not_of(U"0123456789.．、）)");
  return begin == std::u32string::npos ? std::u32string() : text.substr(begin);
}

/// The bodies that the items right below a passage list, and whether the department itself is one of them; nothing
/// where they list something else.
struct BodiesListed {
  NamesListed names;
  bool own = false;
};
std::optional<BodiesListed> bodies_below(const Narrative& narrative, std::size_t passage) {
  constexpr std::array<Words, 3> own_ends{U"本部", U"本级", U"机关"};
  BodiesListed listed;
  const std::vector<Passage>& all = narrative.passages;
  for (std::size_t p = passage + 1; p < all.size(); ++p) {
    const Passage& item = all[p];
    if (item.ordinal == OrdinalStyle::none || item.ordinal != all[passage + 1].ordinal ||
        item.number != listed.names.count + 1)
      break;
    const std::u32string name = name_of_item(item);
    const bool of_own_end =
        std::ranges::any_of(own_ends, [&](Words end) { return Words(name).ends_with(end); });
    if (!is_name(name) && !of_own_end) return std::nullopt;
    ++listed.names.count;
    listed.own = listed.own || of_own_end || contains_any(item.text, {"本级", "机关"});
  }
  constexpr int fewest = 2;
  return listed.names.count < fewest ? std::nullopt : std::optional(listed);
}

/// 行政单位1家，事业单位4家，具体包括： above a list of bodies, and 本部以及下属4家单位 before that.
class CountsAboveLists {
 public:
  explicit CountsAboveLists(const Told& told) : told_(told) {}

  std::vector<Obligation> run() {
    const std::vector<Passage>& all = told_.narrative().passages;
    for (std::size_t p = 0; p + 1 < all.size(); ++p) {
      const std::u32string text = bare(name_code_points(all[p].text));
      if (!text.ends_with(U'：') && !text.ends_with(U':')) continue;
      const auto bodies = bodies_below(told_.narrative(), p);
      if (bodies) take(static_cast<int>(p), *bodies);
    }
    return std::move(made_);
  }

 private:
  void take(int passage, const BodiesListed& bodies) {
    std::vector<int> sorts;
    bool with_department = false;  // which is an administrative body
    for (int i = 0; i < told_.size(); ++i) {
      const Claim& claim = told_.claim(i);
      if (claim.kind != ClaimKind::count || claim.passage > passage || claim.passage < passage - 1)
        continue;
      const std::string_view words = told_.text_of(claim);
      if (counts_below_department(words)) {
        add({i}, 1, bodies);
      } else if (claim.passage == passage && names_sort(words)) {
        sorts.push_back(i);
        with_department = with_department || words.find("事业") == std::string_view::npos;
      }
    }
    if (!sorts.empty()) add(sorts, with_department && !bodies.own ? -1 : 0, bodies);
  }

  /// Counts with the department itself added, or taken off. It may be listed by its mere name, or left out: where the
  /// list does not name it as such, the counts alone will do as well.
  void add(const std::vector<int>& counts, int department, const BodiesListed& bodies) {
    Obligation with = judged(told_, counts, department, bodies.names);
    Obligation without = judged(told_, counts, 0, bodies.names);
    const bool either = department < 0 || !bodies.own;
    made_.push_back(either && (without.met || !with.met) ? std::move(without) : std::move(with));
  }

  /// 下属4, 所属4: bodies below the department, itself aside.
  [[nodiscard]] static bool counts_below_department(std::string_view words) {
    return contains_any(words, {"下属", "所属", "直属"});
  }
  [[nodiscard]] static bool names_sort(std::string_view words) {
    return contains_any(words, {"行政单位", "事业单位", "参公单位", "企业单位", "机关单位"});
  }

  const Told& told_;
  std::vector<Obligation> made_;
};

}  // namespace

std::vector<Obligation> counted_names(const Told& told) {
  std::vector<Obligation> made;
  const std::vector<TextFigure>& figures = told.narrative().figures;
  for (int i = 0; i < told.size(); ++i) {
    if (told.claim(i).kind != ClaimKind::count) continue;
    const auto row = static_cast<std::size_t>(told.claim(i).figure);
    const TextFigure& figure = figures[row];
    if (std::ranges::find(measures, figure.measure) == measures.end()) continue;
    const std::string& text =
        told.narrative().passages[static_cast<std::size_t>(figure.passage)].text;
    const std::size_t begin =
        row > 0 && figures[row - 1].passage == figure.passage ? figures[row - 1].end : 0;
    const std::size_t end = row + 1 < figures.size() && figures[row + 1].passage == figure.passage
                                ? figures[row + 1].begin
                                : text.size();
    const std::u32string before = name_code_points(text.substr(begin, figure.begin - begin));
    std::u32string behind = name_code_points(text.substr(figure.end, end - figure.end));
    if (const std::u32string measure = name_code_points(figure.measure);
        behind.starts_with(measure))
      behind.erase(0, measure.size());
    // A list that the next figure interrupts is none of names.
    const Words listed = list_behind(behind);
    const bool interrupted =
        end < text.size() && listed.data() + listed.size() == behind.data() + behind.size();
    auto names = listed.empty() || interrupted ? std::nullopt : names_in(listed);
    if (!names)
      if (const Words list = list_in_front(before, behind); !list.empty()) names = names_in(list);
    if (names) made.push_back(judged(told, {i}, 0, *names));
  }
  for (Obligation& obligation : CountsAboveLists(told).run()) made.push_back(std::move(obligation));
  return made;
}

}  // namespace budget::inline v1::detail::claims
