// SPDX-License-Identifier: Apache-2.0
// What a paragraph says its figures are of before it says anything of them: 1.公务接待费：支出决算为…; and
// where it goes on to another subject: …；职业年金缴费支出（项）：支出决算为….
#pragma once

#include "claim/phrase.hpp"

#include <optional>
#include <string_view>

namespace budget::inline v1::detail::claims {

/// The quantity that a paragraph names, given its text before the first figure.
[[nodiscard]] Phrase leading(const PhraseReader&, std::string_view text);

/// What the text between two figures names, behind a full stop or semicolon and before a colon, as the
/// new subject of what follows: a subject of the same 款 as the one before, unless it names its own.
/// Nothing where it names no subject.
[[nodiscard]] std::optional<Phrase> new_lead(const PhraseReader&, std::string_view between,
                                             const QuantityName& before);

}  // namespace budget::inline v1::detail::claims
