// SPDX-License-Identifier: Apache-2.0
// What covers, captions and part headings tell of a whole disclosure: whose it is, of which year, and
// whether it is a budget or a final account.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/document/document.hpp>

#include "disclosure/sections.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1::detail {

/// The key that was counted most often, the least of several; nothing where none was.
template <class Key>
[[nodiscard]] std::optional<Key> most_frequent(const std::map<Key, int>& counts) {
  const auto most = std::ranges::max_element(counts, {}, [](const auto& c) { return c.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

/// A body's name and its code in a budget system.
struct Body {
  std::string code;
  std::string name;
};

/// What a title of the whole disclosure says: 上海市普陀区财政局2024年度部门决算.
struct CoverTitle {
  std::string body;  ///< "" where the title does not begin with it
  int year = 0;
  DisclosureKind kind = DisclosureKind::budget;
  BodyScope scope = BodyScope::unknown;  ///< 部门预算, 单位预算
};

/// The title of a disclosure or of one of its parts that a line is, if it is one.
[[nodiscard]] std::optional<CoverTitle> cover_title(std::string_view line);

/// The titles among a document's lines, each with the name on the line above where it has none itself.
[[nodiscard]] std::vector<CoverTitle> cover_titles(const Document&);

/// The body that captions name most often, with its code wherever one is printed before that name; else
/// the one of the cover or of most titles.
[[nodiscard]] Body find_body(const std::vector<Section>&, const Document&,
                             const std::vector<CoverTitle>&);

/// Whether it is of a department or of a unit, as the titles of the whole and of its tables say:
/// 2025年部门预算, 预算单位收入预算总表. Unknown where they say both, or neither.
[[nodiscard]] BodyScope scope_of(const std::vector<CoverTitle>&, const std::vector<Section>&);

/// The year in the first short line that names a budget or final account, as covers print it.
[[nodiscard]] std::optional<int> year_of_cover(const Document&);

}  // namespace budget::inline v1::detail
