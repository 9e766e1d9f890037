// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim_words.hpp>

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <utility>

namespace budget::inline v1 {

void QuantityWord::put_into(QuantityName& quantity) const {
  constexpr std::string_view any_budget = "预算数";
  if (!slot || (*slot == Slot::period && value == any_budget && !quantity[*slot].empty())) return;
  quantity[*slot] = value;
}

template <class Meaning>
void ClaimWords::Words<Meaning>::add(const std::string& word, const Meaning& meaning) {
  std::u32string key = detail::name_code_points(subject_key(word));
  if (key.empty()) return;
  std::vector<std::size_t>& known = lengths[key.front()];
  const auto at = std::ranges::lower_bound(known, key.size(), std::greater<>{});
  if (at == known.end() || *at != key.size()) known.insert(at, key.size());
  meanings.emplace(std::move(key), meaning);
}

template <class Meaning>
ClaimWords::Found<Meaning> ClaimWords::Words<Meaning>::find(std::u32string_view text) const {
  if (text.empty()) return {};
  const auto known = lengths.find(text.front());
  if (known == lengths.end()) return {};
  for (const std::size_t length : known->second) {
    if (length > text.size()) continue;
    const auto found = meanings.find(text.substr(0, length));
    if (found != meanings.end()) return {&found->second, length};
  }
  return {};
}

ClaimWords::ClaimWords(const std::vector<QuantityLine>& quantities,
                       const std::vector<ClaimLine>& claims, const std::vector<TableLine>& tables,
                       std::vector<PartsLine> parts, std::vector<StatementLine> statements,
                       std::vector<SentenceLine> sentences,
                       std::vector<std::string> subject_classes)
    : parts_(std::move(parts)),
      statements_(std::move(statements)),
      sentence_lines_(std::move(sentences)),
      subject_classes_(std::move(subject_classes)) {
  for (const QuantityLine& line : quantities)
    for (const std::string& word : line.words) quantities_.add(word, line.meaning);
  for (const ClaimLine& line : claims)
    for (const std::string& word : line.words) claims_.add(word, line.meaning);
  for (const TableLine& line : tables) tables_[line.kind][line.slot] = line.value;
  for (const SentenceLine& line : sentence_lines_) {
    std::vector<std::string>& words = sentences_[line.form];
    words.insert(words.end(), line.words.begin(), line.words.end());
  }
}

const std::vector<std::string>& ClaimWords::sentence(SentenceWord form) const {
  static const std::vector<std::string> none;
  const auto found = sentences_.find(form);
  return found == sentences_.end() ? none : found->second;
}

// A part, what it is part of, what that is part of, and so on.
std::vector<std::string> ClaimWords::with_wholes(Slot slot, const std::string& part) const {
  std::vector<std::string> above{part};
  for (std::size_t i = 0; i < above.size(); ++i)
    for (const PartsLine& line : parts_) {
      const bool named = line.slot == slot && !line.whole.empty() &&
                         std::ranges::find(line.parts, above[i]) != line.parts.end();
      if (named && std::ranges::find(above, line.whole) == above.end()) above.push_back(line.whole);
    }
  return above;
}

bool ClaimWords::is_part(Slot slot, const std::string& part, const std::string& whole) const {
  const std::vector<std::string> above = with_wholes(slot, part);
  return std::find(above.begin() + 1, above.end(), whole) != above.end();
}

bool ClaimWords::may_be_part(const QuantityName& part, const QuantityName& whole) const {
  const auto fits = [&](Slot slot) {
    return part[slot].empty() || whole[slot].empty() || part[slot] == whole[slot] ||
           is_part(slot, part[slot], whole[slot]);
  };
  return fits(Slot::fund) && fits(Slot::nature) && fits(Slot::item);
}

bool ClaimWords::are_disjoint(Slot slot, const std::string& a, const std::string& b) const {
  if (a.empty() || b.empty() || is_part(slot, a, b) || is_part(slot, b, a)) return false;
  const std::vector<std::string> of_a = with_wholes(slot, a), of_b = with_wholes(slot, b);
  return std::ranges::any_of(parts_, [&](const PartsLine& line) {
    if (line.slot != slot) return false;
    const auto in_line = [&](const std::string& name) {
      return std::ranges::find(line.parts, name) != line.parts.end();
    };
    const auto one = std::ranges::find_if(of_a, in_line);
    const auto other = std::ranges::find_if(of_b, in_line);
    return one != of_a.end() && other != of_b.end() && *one != *other;
  });
}

const QuantityName* ClaimWords::table(TableKind kind) const {
  const auto found = tables_.find(kind);
  return found == tables_.end() ? nullptr : &found->second;
}

ClaimWords::Found<QuantityWord> ClaimWords::quantity_word(std::u32string_view text) const {
  return quantities_.find(text);
}

ClaimWords::Found<ClaimWord> ClaimWords::claim_word(std::u32string_view text) const {
  return claims_.find(text);
}

}  // namespace budget::inline v1
