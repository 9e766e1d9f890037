// SPDX-License-Identifier: Apache-2.0
// Binding: rules meet a dossier and become obligations about its cells. A name that no row or column
// carries, or that two carry, is never guessed: such an obligation says so and is not applicable.
#pragma once

#include <budget/claim/claim_words.hpp>
#include <budget/obligation/outcome.hpp>
#include <budget/rule/syntax.hpp>
#include <budget/subject/catalog.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// What rules are held against beside the document: pairs of names that belong together, by the name
/// of their list, the catalogs of subjects, one a classification, and the words of sentences. What is
/// absent is not judged.
struct ReferenceLists {
  std::map<std::string, std::set<std::pair<std::string, std::string>>> pairs;
  std::vector<Catalog> catalogs;
  ClaimWords words;  ///< by which sentences speak

  /// The catalog of 支出功能分类, or null.
  [[nodiscard]] const Catalog* functional() const noexcept {
    for (const Catalog& catalog : catalogs) {
      if (catalog.classification() == Classification::functional) return &catalog;
    }
    return nullptr;
  }
};

/// Every obligation that the rules make in the current disclosure of a dossier, in the order of the
/// rules and, within one, of the document. Rules of the other document kind make none. Ids are
/// unique. A rule whose table, row or column is missing, or whose condition fails, makes one
/// obligation that says why.
[[nodiscard]] std::vector<Obligation> bind(std::span<const Rule>, const Dossier&,
                                           const ReferenceLists& = {});

struct Pack;

/// Which obligations are wanted.
enum class Wanted : std::uint8_t {
  all,
  over_figures,  ///< those that speak of cells: presence and form are left out
};

/// The same by the rules of packs, in their order.
[[nodiscard]] std::vector<Obligation> bind(std::span<const Pack>, const Dossier&,
                                           const ReferenceLists& = {}, Wanted = Wanted::all);

/// A signed column of a row identity.
struct SignedColumn {
  std::int64_t coefficient = 1;
  int column = 0;
  friend bool operator==(const SignedColumn&, const SignedColumn&) = default;
};

/// A statement that must hold within every row of a table: sums of its columns are equal.
struct RowIdentity {
  std::string rule;
  std::vector<SignedColumn> left, right;
};

/// The identities between columns that the rules state for every row of a table of this kind, their
/// conditions left aside: for placing figures whose column is ambiguous.
[[nodiscard]] std::vector<RowIdentity> row_identities(std::span<const Rule>, const Table&);

}  // namespace budget::inline v1
