// SPDX-License-Identifier: Apache-2.0
#include "claim/levels.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

struct Level {
  std::string_view word;
  std::size_t digits = 0;  // of a functional code
  Bilingual name;
};
const std::array<Level, 3>& known_levels() {
  static const std::array<Level, 3> levels{
      {{"类", 3, {"类", "class"}}, {"款", 5, {"款", "group"}}, {"项", 7, {"项", "item"}}}};
  return levels;
}

/// The lengths of the codes that the tables print a name with.
using Levels = std::map<std::string, std::set<std::size_t>>;

std::string stem(std::string name) {
  constexpr std::string_view expenditure = "支出";
  if (name.size() > expenditure.size() && name.ends_with(expenditure))
    name.resize(name.size() - expenditure.size());
  return name;
}

Levels levels_of(const Dossier& dossier) {
  Levels levels;
  for (const Disclosure& disclosure : dossier.disclosures)
    for (const Table& table : disclosure.tables)
      for (const Row& row : table.rows)
        for (const RowLabel& label : row.labels) {
          // Codes of functional subjects begin with 2.
          if (label.code.empty() || label.code.front() != '2' || label.key.empty()) continue;
          levels[stem(label.key)].insert(label.code.size());
        }
  return levels;
}

/// The name that ends where a text ends, back to the mark before it; levels.end() where the tables do
/// not print it.
Levels::const_iterator name_before(std::string_view text, const Levels& levels) {
  constexpr std::u32string_view marks = U"，。；：、“”\"（）() ,;:》《…．.";
  constexpr std::size_t longest = 90;  // bytes
  std::size_t begin = text.size() > longest ? text.size() - longest : 0;
  while (is_inside_character(text, begin)) ++begin;
  for (std::size_t i = begin; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    if (marks.find(point.value) != std::u32string_view::npos || is_digit(point.value)) begin = i;
  }
  return levels.find(stem(subject_key(text.substr(begin))));
}

}  // namespace

std::vector<Obligation> levels_named(const Told& told) {
  const Levels levels = levels_of(told.dossier());
  std::vector<Obligation> made;
  if (levels.empty()) return made;
  for (const Passage& passage : told.narrative().passages) {
    const std::string_view text = passage.text;
    for (const Level& level : known_levels())
      for (const std::string_view bracket : {"（", "("}) {
        const std::string sign = std::string(bracket).append(level.word);
        for (std::size_t at = text.find(sign); at != std::string_view::npos;
             at = text.find(sign, at + sign.size())) {
          const std::string_view behind = text.substr(at + sign.size());
          if (!behind.starts_with("）") && !behind.starts_with(")")) continue;
          const auto named = name_before(text.substr(0, at), levels);
          if (named == levels.end()) continue;
          // A code of six or nine digits tells another form; nothing is known of its levels.
          const auto told_by_code = [](std::size_t digits) {
            return digits == 3 || digits == 5 || digits == 7;
          };
          if (!std::ranges::all_of(named->second, told_by_code)) continue;
          Obligation obligation;
          obligation.id = named->first + "#" + std::to_string(made.size());
          obligation.kind = ObligationKind::form;
          obligation.met = named->second.contains(level.digits);
          Bilingual right;
          for (const Level& other : known_levels())
            if (named->second.contains(other.digits)) right = other.name;
          obligation.requirement = {
              "“" + named->first + "”在表中是" + right.zh + "级科目，文中写作" + level.name.zh,
              "\"" + named->first + "\" is a " + right.en + " in the tables, the text calls it a " +
                  level.name.en};
          obligation.places = {place_in(passage, at)};
          made.push_back(std::move(obligation));
        }
      }
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
