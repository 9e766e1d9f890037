// SPDX-License-Identifier: Apache-2.0
// The list of contents (目录) of a document.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/document/document.hpp>

#include <cstddef>
#include <vector>

namespace budget::inline v1::detail {

/// The lines of the list, from first to before end, and the tables that it names, in its order; all
/// empty where there is none.
struct Contents {
  std::size_t first = 0, end = 0;
  std::vector<ListedTable> tables;
};
[[nodiscard]] Contents contents_of(const Document&, const Vocabulary&);

}  // namespace budget::inline v1::detail
