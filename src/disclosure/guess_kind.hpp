// SPDX-License-Identifier: Apache-2.0
// The kind of a table whose title no vocabulary has: by the words of the title, and only where its
// columns or rows are those of that kind.
#pragma once

#include <budget/disclosure/table.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/subject/code.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail {

/// Whether a title is one of a government's own budget (转移支付, 债务限额, 社会保险基金, 收支平衡), which the
/// tables of a body never are.
[[nodiscard]] bool titles_government(std::string_view title);

/// Whether a text holds all of these words.
[[nodiscard]] bool contains_all(std::string_view text, const std::vector<std::string>& words);

/// The classification that most subject codes of a table are of; nothing where it prints none.
[[nodiscard]] std::optional<Classification> classification_of(const Table&);

/// Whether a table's codes are those of its kind: 30101 in a table by functional subject makes it
/// another one, whatever its title. A table without codes fits.
[[nodiscard]] bool codes_fit(const Table&);

/// The kind of a table by its title's words and its columns; `other` where they do not agree.
[[nodiscard]] TableKind guess_kind(const Table&, const Vocabulary&);

}  // namespace budget::inline v1::detail
