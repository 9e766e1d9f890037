// SPDX-License-Identifier: Apache-2.0
#include "claim/lead.hpp"

#include <budget/base/text.hpp>

#include "claim/clauses.hpp"

#include <algorithm>
#include <array>

namespace budget::inline v1::detail::claims {

Phrase leading(const PhraseReader& phrases, std::string_view text) {
  constexpr std::u32string_view ends = U"，。；：";
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (i > 0 && ends.find(point.value) != std::u32string_view::npos) text = text.substr(0, i);
    i += point.length;
  }
  Phrase phrase = phrases.read(text);
  // Prose that names no subject says nothing of what follows it.
  if (phrase.quantity.subject.empty() && !phrase.understood) return {};
  return phrase;
}

std::optional<Phrase> new_lead(const PhraseReader& phrases, std::string_view between,
                               const QuantityName& before) {
  const std::size_t begin = end_of_last(between, std::array<std::string_view, 3>{"。", "；", ";"});
  if (begin == std::string_view::npos) return std::nullopt;
  std::string_view name = between.substr(begin);
  const std::size_t end = std::min(name.find("："), name.find(':'));
  if (end == std::string_view::npos) return std::nullopt;
  name = name.substr(0, end);
  Phrase phrase = phrases.read(name);
  std::vector<std::string>& subject = phrase.quantity.subject;
  if (subject.empty() || phrase.claim) return std::nullopt;
  const std::size_t above = before.subject.size();
  if (subject.size() < above && name.find("（类）") == std::string_view::npos)
    subject.insert(subject.begin(), before.subject.begin(),
                   before.subject.end() - static_cast<std::ptrdiff_t>(subject.size()));
  return phrase;
}

}  // namespace budget::inline v1::detail::claims
