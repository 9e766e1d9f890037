// SPDX-License-Identifier: Apache-2.0
#include "claim/fund_notes.hpp"

#include <budget/subject/name.hpp>

#include "claim/filled.hpp"
#include "claim/wording.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// The funds that can be empty in a disclosure and have tables and sections of their own for it.
bool is_apart(const std::string& fund) {
  return fund == "政府性基金预算" || fund == "国有资本经营预算";
}

using Funds = std::set<std::string>;

/// The funds that have tables of their own and that a text names.
Funds funds_in(std::string_view text, const ClaimWords& words) {
  const std::u32string plain = name_code_points(subject_key(text));
  Funds funds;
  for (std::size_t at = 0; at < plain.size();) {
    const auto found = words.quantity_word(std::u32string_view(plain).substr(at));
    if (found.meaning != nullptr && found.meaning->slot == Slot::fund &&
        is_apart(found.meaning->value))
      funds.insert(found.meaning->value);
    at += std::max<std::size_t>(found.length, 1);
  }
  return funds;
}

bool is_empty(const Table& table) {
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r)
    if (is_filled(table, r)) return false;
  return true;
}

class Notes {
 public:
  explicit Notes(const Told& told) : told_(told) {}

  std::vector<Obligation> run() {
    for (const Table& table : told_.dossier().current().tables)
      if (is_empty(table)) of_table(table);
    of_sections();
    return std::move(made_);
  }

 private:
  void of_table(const Table& table) {
    const QuantityName* const of = told_.words().table(table.kind);
    if (of == nullptr || !is_apart((*of)[Slot::fund])) return;
    Funds named;
    for (const TableNote& note : table.notes) named.merge(funds_in(note.text, told_.words()));
    if (!named.empty()) add(table.id, (*of)[Slot::fund], named, table.notes.front().place);
  }

  /// Sections whose headings name one fund and that say of one that there is nothing.
  void of_sections() {
    const Narrative& narrative = told_.narrative();
    int heading = -1, says = -1;
    Funds named;
    const auto close = [&] {
      if (heading < 0 || says < 0 || named.empty()) return;
      const Passage& above = narrative.passages[static_cast<std::size_t>(heading)];
      const Funds own = funds_in(above.text, told_.words());
      if (own.size() == 1)
        add("p" + std::to_string(says), *own.begin(), named,
            place_in(narrative.passages[static_cast<std::size_t>(says)], 0));
    };
    for (int i = 0; i < static_cast<int>(narrative.passages.size()); ++i) {
      const Passage& passage = narrative.passages[static_cast<std::size_t>(i)];
      if (passage.heading) {
        close();
        heading = i;
        says = -1;
        named.clear();
        continue;
      }
      Funds here = funds_in(passage.text, told_.words());
      if (says < 0 && !here.empty() &&
          contains_any(passage.text, told_.words().sentence(SentenceWord::nothing_there)))
        says = i;
      named.merge(here);
    }
    close();
  }

  void add(const std::string& where, const std::string& own, const Funds& named, Place place) {
    if (named.size() > 1) return;
    const std::string& other = *named.begin();
    Obligation obligation;
    obligation.id = own + "#" + where;
    obligation.kind = ObligationKind::form;
    obligation.met = other == own;
    obligation.requirement = {"此处说的应是“" + own + "”，写的是“" + other + "”",
                              "what is said here is of " + own + ", the words are " + other};
    obligation.places = {std::move(place)};
    made_.push_back(std::move(obligation));
  }

  const Told& told_;
  std::vector<Obligation> made_;
};

}  // namespace

std::vector<Obligation> funds_of_notes(const Told& told) {
  return Notes(told).run();
}

}  // namespace budget::inline v1::detail::claims
