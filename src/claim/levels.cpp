// SPDX-License-Identifier: Apache-2.0
#include "claim/levels.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "claim/clauses.hpp"
#include "claim/wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
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

/// A name as the tables print it, and the codes they print it with.
struct Subject {
  std::string name;
  std::set<std::string> codes;
};
/// By the stems of their names.
using Subjects = std::map<std::string, Subject>;

bool has_level(const Subject& subject, std::size_t digits) {
  return std::ranges::any_of(subject.codes,
                             [&](const auto& code) { return code.size() == digits; });
}

Subjects subjects_of(const Dossier& dossier) {
  Subjects subjects;
  for (const Disclosure& disclosure : dossier.disclosures)
    for (const Table& table : disclosure.tables)
      for (const Row& row : table.rows)
        for (const RowLabel& label : row.labels) {
          // Codes of functional subjects begin with 2.
          if (label.code.empty() || label.code.front() != '2' || label.key.empty()) continue;
          Subject& subject = subjects[std::string(stem_of(label.key))];
          subject.name = label.key;
          subject.codes.insert(label.code);
        }
  return subjects;
}

/// A name that the text prints: where it begins, and the subject of the tables; the end where they do not print
/// it.
struct Named {
  std::size_t begin = 0;
  std::string said;
  Subjects::const_iterator found;
};

/// The name that ends where a text ends, back to the mark before it.
Named name_before(std::string_view text, const Subjects& subjects) {
  constexpr std::u32string_view marks = U"，。；：、“”\"（）() ,;:》《…．.";
  constexpr std::size_t longest = 90;  // bytes
  std::size_t begin = text.size() > longest ? text.size() - longest : 0;
  while (is_inside_character(text, begin)) ++begin;
  for (std::size_t i = begin; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    if (marks.find(point.value) != std::u32string_view::npos || is_digit(point.value)) begin = i;
  }
  std::string said = subject_key(text.substr(begin));
  const auto found = subjects.find(std::string(stem_of(said)));
  return {begin, std::move(said), found};
}

/// The name before the sign of a level with which a text ends: 司法（款）.
Named above(std::string_view text, std::string_view level, const Subjects& subjects) {
  for (const auto& [open, close] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
    const std::string sign = std::string(open).append(level).append(close);
    if (text.ends_with(sign))
      return name_before(text.substr(0, text.size() - sign.size()), subjects);
  }
  return {0, {}, subjects.end()};
}

/// A code of six or nine digits tells another form; nothing is known of its levels.
bool has_known_levels(const Subject& subject) {
  return std::ranges::all_of(subject.codes, [](const std::string& code) {
    return code.size() == 3 || code.size() == 5 || code.size() == 7;
  });
}

/// Whether a text has a name of the tables, cut off at a mark within it or without what it has in brackets.
bool is_same_name(std::string_view said, std::string_view printed) {
  const std::string_view stem = stem_of(said);
  return stem_of(printed).ends_with(stem) ||
         stem_of(without_brackets(printed)).ends_with(stem_of(without_brackets(said)));
}

/// The names that the tables print with the codes one level above those of a subject.
std::set<std::string> names_above(const Subject& subject, std::size_t level,
                                  const Subjects& subjects) {
  std::set<std::string> names;
  for (const std::string& code : subject.codes) {
    if (code.size() != known_levels()[level].digits) continue;
    const std::string upper = code.substr(0, known_levels()[level - 1].digits);
    for (const auto& [stem, other] : subjects)
      if (other.codes.contains(upper)) names.insert(other.name);
  }
  return names;
}

/// 其他公共安全支出（项） is told of the group before it: whether the tables have it there. Nothing where no group is
/// told, or the tables print one of the two at another level.
std::optional<Obligation> below_its_own(const Named& named, std::size_t level,
                                        std::string_view text, const Subjects& subjects) {
  if (level == 0) return std::nullopt;
  const Level& own = known_levels()[level];
  const Level& upper = known_levels()[level - 1];
  const Named group = above(text.substr(0, named.begin), upper.word, subjects);
  if (group.said.empty() || !has_level(named.found->second, own.digits)) return std::nullopt;
  const std::set<std::string> right = names_above(named.found->second, level, subjects);
  if (right.empty()) return std::nullopt;
  Obligation obligation;
  obligation.kind = ObligationKind::form;
  if (group.found == subjects.end()) {
    if (right.size() > 1 || is_same_name(group.said, *right.begin())) return std::nullopt;
    obligation.met = false;
    obligation.requirement = {"文中的“" + group.said + "”（" + upper.name.zh +
                                  "）在表中没有，其下科目在表中属于“" + *right.begin() + "”",
                              "no table prints the " + upper.name.en + " \"" + group.said +
                                  "\" of the text; the tables have what is told below it in \"" +
                                  *right.begin() + "\""};
    return obligation;
  }
  if (!has_known_levels(group.found->second) || !has_level(group.found->second, upper.digits))
    return std::nullopt;
  obligation.met = right.contains(group.found->second.name);
  obligation.requirement = {
      "“" + named.found->second.name + "”在表中属于“" + *right.begin() + "”" + upper.name.zh +
          "，文中写在“" + group.found->second.name + "”" + upper.name.zh + "下",
      "\"" + named.found->second.name + "\" belongs to the " + upper.name.en + " \"" +
          *right.begin() + "\" in the tables, the text has it below \"" + group.found->second.name +
          "\""};
  return obligation;
}

}  // namespace

std::vector<Obligation> levels_named(const Told& told) {
  const Subjects subjects = subjects_of(told.dossier());
  std::vector<Obligation> made;
  if (subjects.empty()) return made;
  const auto add = [&](Obligation obligation, const Named& named, Place place) {
    obligation.id = named.found->first + "#" + std::to_string(made.size());
    obligation.places = {std::move(place)};
    made.push_back(std::move(obligation));
  };
  for (const Passage& passage : told.narrative().passages) {
    const std::string_view text = passage.text;
    for (std::size_t l = 0; l < known_levels().size(); ++l) {
      const Level& level = known_levels()[l];
      for (const std::string_view bracket : {"（", "("}) {
        const std::string sign = std::string(bracket).append(level.word);
        for (std::size_t at = text.find(sign); at != std::string_view::npos;
             at = text.find(sign, at + sign.size())) {
          const std::string_view behind = text.substr(at + sign.size());
          if (!behind.starts_with("）") && !behind.starts_with(")")) continue;
          const Named named = name_before(text.substr(0, at), subjects);
          if (named.found == subjects.end() || !has_known_levels(named.found->second)) continue;
          Obligation obligation;
          obligation.kind = ObligationKind::form;
          obligation.met = has_level(named.found->second, level.digits);
          Bilingual right;
          for (const Level& other : known_levels())
            if (has_level(named.found->second, other.digits)) right = other.name;
          obligation.requirement = {"“" + named.found->second.name + "”在表中是" + right.zh +
                                        "级科目，文中写作" + level.name.zh,
                                    "\"" + named.found->second.name + "\" is a " + right.en +
                                        " in the tables, the text calls it a " + level.name.en};
          add(std::move(obligation), named, place_in(passage, at));
          if (auto below = below_its_own(named, l, text, subjects))
            add(std::move(*below), named, place_in(passage, at));
        }
      }
    }
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
