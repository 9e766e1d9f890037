// SPDX-License-Identifier: Apache-2.0
#include "claim/said_in_words.hpp"

#include "claim/clauses.hpp"
#include "claim/wording.hpp"

#include <algorithm>

namespace budget::inline v1::detail::claims {

bool names_other_period(std::string_view clause, const PhraseReader& phrases,
                        const ClaimWords& words) {
  return contains_any(clause, words.sentence(SentenceWord::other_period)) ||
         phrases.read(clause).year.has_value();
}

bool compares_anew(std::string_view text, const PhraseReader& phrases, const ClaimWords& words) {
  const std::size_t end = text.rfind("相比");
  if (end == std::string_view::npos) return false;
  const std::size_t begin = last_clause(text.substr(0, end));
  const std::string_view clause = text.substr(begin, end - begin);
  return begin > 0 && clause.starts_with("与") && names_other_period(clause, phrases, words);
}

Phrase with_compared(Phrase change, std::string_view before, const PhraseReader& phrases) {
  const std::size_t end = before.rfind("相比");
  if (!change.quantity.empty() || end == std::string_view::npos) return change;
  const std::string_view clause = before.substr(0, end).substr(last_clause(before.substr(0, end)));
  const std::size_t against = clause.rfind("与");
  if (against != std::string_view::npos)
    change.quantity = completed(phrases.read(clause.substr(0, against)).quantity, change.quantity);
  return change;
}

std::optional<SaidInWords> said_held(std::string_view text, const PhraseReader& phrases,
                                     const ClaimWords& words) {
  std::size_t end = std::string_view::npos;
  for (const std::string_view word : words.sentence(SentenceWord::held))
    if (const std::size_t found = text.find(word); found != std::string_view::npos)
      end = std::min(end, found + word.size());
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t begin = last_clause(text.substr(0, end));
  end += first_clause(text.substr(end));  // 等于 has it behind
  const std::string_view clause = text.substr(begin, end - begin);
  if (!names_other_period(clause, phrases, words) ||
      contains_any(clause, words.sentence(SentenceWord::held_about)))
    return std::nullopt;
  return SaidInWords{begin, end};
}

std::optional<SaidInWords> said_compared(std::string_view text, const ClaimWords& words) {
  for (const SentenceWord comparison : {SentenceWord::spent_less, SentenceWord::spent_more})
    for (const std::string& word : words.sentence(comparison))
      if (const std::size_t found = text.find(word); found != std::string_view::npos)
        return SaidInWords{found, found + word.size(),
                           comparison == SentenceWord::spent_less ? -1 : 1};
  return std::nullopt;
}

}  // namespace budget::inline v1::detail::claims
