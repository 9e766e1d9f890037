// SPDX-License-Identifier: Apache-2.0
// A document as it was read, for a page that shows it: tables cell by cell, tables of targets and the
// narrative with its figures. Private to render.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include <nlohmann/json.hpp>

namespace budget::inline v1::detail {

/// Left, top, right and bottom in points to two digits; 0 where it is not known.
[[nodiscard]] nlohmann::ordered_json box_of(const Place&);

/// Which of the document's files, from 0, its page and line.
[[nodiscard]] nlohmann::ordered_json place_of(const Place&, const Disclosure&);

/// What the document prints, part by part, each with its page and line.
[[nodiscard]] nlohmann::ordered_json document_view(const Disclosure&);

}  // namespace budget::inline v1::detail
