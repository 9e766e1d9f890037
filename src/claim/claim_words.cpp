// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim_words.hpp>

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <utility>

namespace budget::inline v1 {

void QuantityWord::put_into(Quantity& quantity) const {
  constexpr std::string_view any_budget = "预算数";
  if (!slot || (*slot == Slot::period && value == any_budget && !quantity[*slot].empty())) return;
  quantity[*slot] = value;
}

template <class Meaning>
void ClaimWords::Words<Meaning>::add(const std::string& word, const Meaning& meaning) {
  std::u32string key = detail::name_code_points(subject_key(word));
  longest = std::max(longest, key.size());
  meanings.emplace(std::move(key), meaning);
}

template <class Meaning>
ClaimWords::Found<Meaning> ClaimWords::Words<Meaning>::find(std::u32string_view text) const {
  for (std::size_t length = std::min(longest, text.size()); length > 0; --length) {
    const auto found = meanings.find(std::u32string(text.substr(0, length)));
    if (found != meanings.end()) return {&found->second, length};
  }
  return {};
}

ClaimWords::ClaimWords(const std::vector<QuantityLine>& quantities,
                       const std::vector<ClaimLine>& claims, const std::vector<TableLine>& tables,
                       std::vector<PartsLine> parts, std::vector<StatementLine> statements,
                       std::vector<SentenceLine> sentences)
    : parts_(std::move(parts)),
      statements_(std::move(statements)),
      sentence_lines_(std::move(sentences)) {
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

bool ClaimWords::is_part(Slot slot, const std::string& part, const std::string& whole) const {
  std::vector<std::string> above{part};
  for (std::size_t i = 0; i < above.size(); ++i)
    for (const PartsLine& line : parts_) {
      const bool named = line.slot == slot && !line.whole.empty() &&
                         std::ranges::find(line.parts, above[i]) != line.parts.end();
      if (!named || std::ranges::find(above, line.whole) != above.end()) continue;
      if (line.whole == whole) return true;
      above.push_back(line.whole);
    }
  return false;
}

const Quantity* ClaimWords::table(TableKind kind) const {
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
