// SPDX-License-Identifier: Apache-2.0
#include "claim/statements.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "claim/filled.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// A file with as many of either is a whole disclosure and no part of one.
constexpr std::size_t fewest_tables = 5, fewest_headings = 3;

bool is_whole(const Disclosure& disclosure) {
  const auto headings = std::ranges::count_if(disclosure.narrative.passages, &Passage::heading);
  return disclosure.tables.size() >= fewest_tables &&
         static_cast<std::size_t>(headings) >= fewest_headings;
}

bool has_amounts(const Table* table) {
  if (table == nullptr) return false;
  for (int r = 0; r < static_cast<int>(table->rows.size()); ++r)
    if (is_filled(*table, r)) return true;
  return false;
}

}  // namespace

std::vector<Obligation> statements_made(const Told& told) {
  const Disclosure& disclosure = told.dossier().current();
  std::vector<Obligation> made;
  if (!disclosure.year || !is_whole(disclosure)) return made;
  std::string text;
  for (const Passage& passage : disclosure.narrative.passages)
    text += subject_key(passage.text) + "\n";
  for (const ClaimWords::StatementLine& line : told.words().statements()) {
    if (line.kind != disclosure.kind || *disclosure.year < line.from_year) continue;
    Obligation obligation;
    obligation.id = line.id;
    obligation.kind = ObligationKind::presence;
    obligation.met = std::ranges::any_of(line.words, [&](const std::string& word) {
      return text.find(subject_key(word)) != std::string::npos;
    });
    obligation.requirement = {"文字说明应有" + line.name.zh + "（" + line.source + "）",
                              "the narrative gives " + line.name.en + " (" + line.source + ")"};
    if (!obligation.met && line.if_table && !has_amounts(disclosure.find(*line.if_table)))
      obligation.undecided = Undecided::condition_open;
    made.push_back(std::move(obligation));
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
