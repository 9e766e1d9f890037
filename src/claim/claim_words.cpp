// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim_words.hpp>

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>

namespace budget::inline v1 {

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
                       const std::vector<ClaimLine>& claims, const std::vector<TableLine>& tables) {
  for (const QuantityLine& line : quantities)
    for (const std::string& word : line.words) quantities_.add(word, line.meaning);
  for (const ClaimLine& line : claims)
    for (const std::string& word : line.words) claims_.add(word, line.meaning);
  for (const TableLine& line : tables) tables_[line.kind][line.slot] = line.value;
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
