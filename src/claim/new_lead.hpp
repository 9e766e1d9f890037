// SPDX-License-Identifier: Apache-2.0
// An item that goes on to another subject: …缴费支出（项）：…；职业年金缴费支出（项）：支出决算为….
#pragma once

#include "claim/phrase.hpp"

#include <optional>
#include <string_view>

namespace budget::inline v1::detail::claims {

/// What the text between two figures names, behind a full stop or semicolon and before a colon, as the
/// new subject of what follows: a subject of the same 款 as the one before, unless it names its own.
/// Nothing where it names no subject.
[[nodiscard]] std::optional<Phrase> new_lead(const PhraseReader&, std::string_view between,
                                             const QuantityName& before);

}  // namespace budget::inline v1::detail::claims
