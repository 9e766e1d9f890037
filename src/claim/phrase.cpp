// SPDX-License-Identifier: Apache-2.0
#include "claim/phrase.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "claim/wording.hpp"

#include <algorithm>
#include <array>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::u32string_view phrase_marks = U"，。；：、！？（）()《》〈〉,.;:/“”\"'- ·";
constexpr std::array<std::u32string_view, 4> levels{U"（类）", U"（款）", U"（项）", U"（部门）"};
constexpr std::u32string_view expenditure = U"支出", revenue = U"收入";
constexpr char32_t class_sign = U'类';
constexpr std::size_t class_digits = 3;  // of a functional code
constexpr std::u32string_view ends_of_places = U"省市区县州盟旗";

/// A year, with 年 or 年度 behind it or without: its value and length; 0 for none.
std::size_t year_at(std::u32string_view text, int& year) {
  if (text.size() < 4 || (text.size() > 4 && is_digit(text[4]))) return 0;
  int value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_digit(text[i])) return 0;
    value = value * 10 + static_cast<int>(text[i] - U'0');
  }
  if (value < 1949 || value > 2199) return 0;
  year = value;
  const std::u32string_view rest = text.substr(4);
  return rest.starts_with(U"年度") ? 6 : rest.starts_with(U"年") ? 5 : 4;
}

std::string utf8(std::u32string_view text) {
  std::string result;
  for (const char32_t code : text) append_utf8(result, code);
  return result;
}

/// The length of the word of a level in brackets that a text begins with; 0 for none.
std::size_t level_at(std::u32string_view text) {
  const auto level = std::ranges::find_if(levels, [&](auto l) { return text.starts_with(l); });
  return level == levels.end() ? 0 : level->size();
}

/// Whether words that nobody knows may be the name of a body.
bool may_be_body(std::u32string_view unknown) {
  return unknown.size() > 2 && ends_of_bodies.find(unknown.back()) != std::u32string_view::npos;
}

/// Whether the characters of a text stand in another in their order.
bool is_spread_in(std::u32string_view text, std::u32string_view in) {
  for (std::size_t at = 0; const char32_t code : text) {
    at = in.find(code, at);
    if (at++ == std::u32string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::optional<QuantityName> quantity_of(std::string_view words, const ClaimWords& known) {
  QuantityName quantity;
  const std::u32string key = name_code_points(subject_key(words));
  for (std::size_t i = 0; i < key.size();) {
    const std::u32string_view rest = std::u32string_view(key).substr(i);
    int year = 0;
    if (phrase_marks.find(rest.front()) != std::u32string_view::npos) {
      ++i;
    } else if (const std::size_t length = year_at(rest, year); length > 0) {
      i += length;
    } else if (const auto word = known.quantity_word(rest); word.meaning != nullptr) {
      word.meaning->put_into(quantity);
      i += word.length;
    } else {
      return std::nullopt;
    }
  }
  return quantity;
}

SubjectNames::SubjectNames(const Dossier& dossier, const ClaimWords& words) {
  for (const std::string& name : words.subject_classes())
    add(name_code_points(subject_key(name)), true);
  for (const Disclosure& disclosure : dossier.disclosures) {
    const std::string body = subject_key(disclosure.organisation);
    for (const Table& table : disclosure.tables) {
      if (words.table(table.kind) == nullptr) continue;
      for (const Row& row : table.rows)
        for (const RowLabel& label : row.labels) {
          if (label.key.empty() || label.level == 0 || quantity_of(label.key, words)) continue;
          if (!body.empty() && label.key.find(body) != std::string::npos) continue;
          const std::u32string name = name_code_points(label.key);
          // A summary names classes without their codes.
          const bool of_class = label.code.empty() ? names_.contains(name) && !is_below_class(name)
                                                   : label.code.size() == class_digits;
          add(name, of_class);
        }
    }
  }
}

void SubjectNames::add(std::u32string name, bool of_class) {
  const auto insert = [&](std::u32string known) {
    const auto [entry, first] = names_.emplace(std::move(known), of_class);
    entry->second = entry->second && of_class;
  };
  // 社会保障和就业（类）支出 names 社会保障和就业支出.
  if (name.ends_with(expenditure) && name.size() > expenditure.size() + 2)
    insert(name.substr(0, name.size() - expenditure.size()));
  longest_ = std::max(longest_, name.size());
  insert(std::move(name));
}

bool SubjectNames::is_below_class(std::u32string_view text) const {
  const auto found = names_.find(std::u32string(text));
  return found != names_.end() && !found->second;
}

std::size_t SubjectNames::starting(std::u32string_view text) const {
  for (std::size_t length = std::min(longest_, text.size()); length > 1; --length)
    if (names_.contains(std::u32string(text.substr(0, length)))) return length;
  return 0;
}

PhraseReader::PhraseReader(const Disclosure& disclosure, const ClaimWords& words,
                           const SubjectNames& names)
    : words_(words), names_(names), body_(name_code_points(subject_key(disclosure.organisation))) {}

std::size_t PhraseReader::body_at(std::u32string_view text) const {
  return !body_.empty() && text.starts_with(body_) ? body_.size() : 0;
}

/// The length of a number without a mark behind it that a text begins with, before a subject: 18“教育支出
/// （类）…”; 0 for none.
std::size_t PhraseReader::ordinal_of_item(std::u32string_view text) const {
  constexpr std::size_t longest = 3;
  const std::size_t digits = std::min(text.find_first_not_of(U"0123456789"), text.size());
  return digits <= longest && names_.starting(text.substr(digits)) > 0 ? digits : 0;
}

/// 市财政局 is 阳泉市财政局, 市财政学校 is not. Where the cover names nobody any name may be the own one.
bool PhraseReader::is_own(std::u32string_view body) const {
  return body_.empty() || is_spread_in(body, body_) || is_spread_in(body_, body);
}

/// A whole beside its part adds nothing: 面向中小企业 … 政府采购.
void PhraseReader::put(QuantityName& quantity, const QuantityWord& word) const {
  if (!words_.is_part(*word.slot, quantity[*word.slot], word.value)) word.put_into(quantity);
}

/// 民政管理事务（款）: the words back to the mark before them are a name, whatever they are; where the
/// tables print no such name. 教育 is no name of a group or an item within 小学教育（项）. For every place its length, 0 where none begins.
std::vector<std::size_t> PhraseReader::named_by_level(std::u32string_view key) const {
  std::vector<std::size_t> names(key.size(), 0);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < key.size();) {
    const std::size_t level = level_at(key.substr(i));
    if (level > 0) {
      bool known = i < begin + 2;
      for (std::size_t j = begin; j < i && !known; ++j)
        known = j == begin || key[i + 1] == class_sign
                    ? names_.starting(key.substr(j, i - j)) == i - j
                    : names_.is_below_class(key.substr(j, i - j));
      if (!known) names[begin] = i - begin;
      i += level;
      begin = i;
      continue;
    }
    if (phrase_marks.find(key[i]) != std::u32string_view::npos || is_digit(key[i])) begin = i + 1;
    ++i;
  }
  return names;
}

Phrase PhraseReader::read(std::string_view words) const {
  Phrase phrase;
  const std::u32string key = name_code_points(subject_key(words));
  std::u32string unknown;
  std::u32string_view side;  // that a word of another slot begins with
  const std::vector<std::size_t> level_names = named_by_level(key);
  bool first = true;  // nothing known was found yet
  const auto settle = [&] {
    if (!unknown.empty()) {
      const bool body = phrase.quantity.empty() && !phrase.claim && may_be_body(unknown);
      phrase.own_body = first && body && is_own(unknown);
      phrase.other_body = body && !is_own(unknown);
      phrase.understood = phrase.understood && phrase.own_body;
    }
    unknown.clear();
    first = false;
  };
  for (std::size_t i = 0; i < key.size();) {
    const std::u32string_view rest = std::u32string_view(key).substr(i);
    int year = 0;
    std::size_t length = 0;
    if (level_names[i] > 0) {
      length = level_names[i];
      settle();
      phrase.quantity.subject.push_back(utf8(rest.substr(0, length)));
    } else if ((length = level_at(rest)) > 0) {
      // What stands before it is a name.
    } else if (phrase_marks.find(rest.front()) != std::u32string_view::npos) {
      length = 1;
    } else if ((length = year_at(rest, year)) > 0) {
      phrase.year = year;
    } else if (i == 0 && (length = ordinal_of_item(rest)) > 0) {
      // The number of the item.
    } else if ((length = body_at(rest)) > 0) {
      // The body's own name says nothing of the quantity, nor does the place before it (上海市普陀区…局).
      if (!unknown.empty() && ends_of_places.find(unknown.back()) != std::u32string_view::npos)
        unknown.clear();
    } else {
      const auto word = words_.quantity_word(rest);
      const auto claim = words_.claim_word(rest);
      const std::size_t name = names_.starting(rest);
      length = std::max({word.length, claim.length, name});
      if (length == 0) {
        unknown += rest.front();
        ++i;
        continue;
      }
      settle();
      if (name == length && name > word.length) {
        phrase.quantity.subject.push_back(utf8(rest.substr(0, name)));
      } else if (word.length == length) {
        if (word.meaning->slot) put(phrase.quantity, *word.meaning);
        for (const std::u32string_view named : {expenditure, revenue})
          if (rest.starts_with(named)) side = named;
      } else {
        phrase.claim = *claim.meaning;
      }
      i += length;
      continue;
    }
    i += length;
  }
  settle();
  // 一般公共预算支出决算数: the stage names a side too; on its own it is of what stands above it.
  if (!phrase.quantity.empty() && phrase.quantity[Slot::side].empty() && !side.empty())
    phrase.quantity[Slot::side] = utf8(side);
  return phrase;
}

ClaimKind kind_of(TextFigureKind figure, const Phrase& phrase) {
  const bool changes = phrase.claim == ClaimWord::increase || phrase.claim == ClaimWord::decrease;
  switch (figure) {
    case TextFigureKind::amount: return changes ? ClaimKind::change : ClaimKind::amount;
    case TextFigureKind::percent:
      if (changes) return ClaimKind::growth;
      if (phrase.claim == ClaimWord::share) return ClaimKind::share;
      if (phrase.claim == ClaimWord::completion) return ClaimKind::completion;
      return ClaimKind::other;
    case TextFigureKind::count: return ClaimKind::count;
    case TextFigureKind::points: return ClaimKind::points;
    case TextFigureKind::multiple: return ClaimKind::multiple;
    case TextFigureKind::bare: break;
  }
  return ClaimKind::other;
}

}  // namespace budget::inline v1::detail::claims
