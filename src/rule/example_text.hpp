// SPDX-License-Identifier: Apache-2.0
// Examples of rules on the narrative: sentences, read as those of a document are.
#pragma once

#include <budget/claim/claim_obligations.hpp>
#include <budget/obligation/outcome.hpp>
#include <budget/rule/bind_rules.hpp>
#include <budget/rule/syntax.hpp>

#include <optional>

namespace budget::inline v1::detail::rules {

/// Whether a sentence prints a figure.
bool has_text_figure(const Example&);

/// What the judge says of a sentence: the gravest outcome of what it demands; nothing where it demands
/// nothing of the kind, or the words of sentences are not given.
std::optional<Status> run_sentence(ClaimDemand, const Example&, const ReferenceLists&);

}  // namespace budget::inline v1::detail::rules
