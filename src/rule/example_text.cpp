// SPDX-License-Identifier: Apache-2.0
#include "rule/example_text.hpp"

#include <budget/disclosure/vocabulary.hpp>
#include <budget/obligation/judge.hpp>

#include "disclosure/narrative.hpp"

#include <algorithm>
#include <utility>

namespace budget::inline v1::detail::rules {
namespace {

/// A disclosure of 2024 that says nothing but the sentence.
Dossier saying(const Example& example) {
  static const Vocabulary counting({}, {}, {}, {}, {},
                                   {"个", "辆", "台", "人次", "批次", "平方米"});
  Passage passage;
  passage.text = example.text;
  passage.lines.push_back({0, example.place});
  Disclosure disclosure;
  disclosure.year = 2024;
  if (example.text.find("决算") != std::string::npos)
    disclosure.kind = DisclosureKind::final_account;
  disclosure.narrative.passages.push_back(std::move(passage));
  detail::read_figures(disclosure.narrative, counting);
  return {{std::move(disclosure)}};
}

}  // namespace

bool has_text_figure(const Example& example) {
  return !saying(example).current().narrative.figures.empty();
}

std::optional<Status> run_sentence(ClaimDemand demand, const Example& example,
                                   const ReferenceLists& lists) {
  const Dossier dossier = saying(example);
  std::optional<Status> gravest;
  for (const ClaimObligation& made :
       claim_obligations(dossier, lists.words, read_claims(dossier, lists.words))) {
    if (made.demand != demand) continue;
    const Status status = judge(made.obligation, dossier).status;
    const bool decided =
        status == Status::exact || status == Status::rounding || status == Status::violated;
    if (decided && (!gravest || status > *gravest)) gravest = status;
  }
  // Where nothing is told of a base of 0 there is nothing to find.
  if (!gravest && demand == ClaimDemand::base) return Status::exact;
  return gravest;
}

}  // namespace budget::inline v1::detail::rules
