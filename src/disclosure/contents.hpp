// SPDX-License-Identifier: Apache-2.0
// The list of contents (目录) of a document.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/document/document.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {

/// The tables that the list of contents names, in its order.
[[nodiscard]] std::vector<ListedTable> contents_of(const Document&, const Vocabulary&);

/// Indices of the first line of the list and of the one past its last; equal where there is none.
[[nodiscard]] std::pair<std::size_t, std::size_t> lines_of_contents(const Document&,
                                                                    const Vocabulary&);

}  // namespace budget::inline v1::detail
