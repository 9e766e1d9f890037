// SPDX-License-Identifier: Apache-2.0
#include "claim/new_lead.hpp"

#include <budget/base/text.hpp>

#include <algorithm>

namespace budget::inline v1::detail::claims {

std::optional<Phrase> new_lead(const PhraseReader& phrases, std::string_view between,
                               const QuantityName& before) {
  std::size_t begin = std::string_view::npos;
  for (const std::string_view mark : {"。", "；"})
    if (const std::size_t found = between.rfind(mark); found != std::string_view::npos)
      begin = begin == std::string_view::npos ? found + mark.size()
                                              : std::max(begin, found + mark.size());
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
