// SPDX-License-Identifier: Apache-2.0
// Catalog: the codes of one classification with their names by year. Immutable, cheap to copy, safe
// to read from many threads. It answers what is known and how well; it passes no verdict.
#pragma once

#include <budget/subject/catalog_entry.hpp>
#include <budget/subject/code.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// How a printed name fits its code in its year.
enum class NameFit : std::uint8_t {
  fits,          ///< a name of the code that had not ended
  abbreviation,  ///< such a name without its ending 支出
  retired,       ///< a name of the code, past its proven end
  other_name,    ///< not a name of the code, though the code's printed names are known
  unproven,      ///< only suggestions are known about this code or this name: no verdict
  code_unknown,  ///< the catalog does not have the code
};

/// Answer of Catalog::check.
struct NameCheck {
  NameFit fit = NameFit::code_unknown;
  const CatalogEntry* found = nullptr;    ///< the entry with the printed name, if any
  const CatalogEntry* current = nullptr;  ///< the name to be expected in the year, if any
};

/// A name near to one that was asked for.
struct NearName {
  const CatalogEntry* entry = nullptr;  ///< first entry with that name, in code order
  std::size_t distance = 0;             ///< characters to change, see edit_distance
};

/// Codes of one classification. Invariant: entries in code order, the names of one code oldest first;
/// no code has a name twice. Pointers and spans live as long as any copy of the catalog.
class Catalog {
 public:
  /// Entries in any order. Two entries with one code and one name are made one: the better status,
  /// and years and successor from whichever has them. `owner` keeps alive what the texts view; empty
  /// for texts that live as long as the program. Throws DomainError (id "subject.catalog.entry") for
  /// a code of another classification, an empty name, or years that end before they begin.
  explicit Catalog(Classification classification, std::vector<CatalogEntry> entries,
                   std::shared_ptr<const void> owner = {});

  [[nodiscard]] Classification classification() const noexcept;  ///< what its codes classify
  [[nodiscard]] std::span<const CatalogEntry> entries() const noexcept;  ///< all, in code order
  /// The names of a code, oldest first; empty for an unknown code. O(log n).
  [[nodiscard]] std::span<const CatalogEntry> entries(SubjectCode code) const noexcept;
  [[nodiscard]] bool contains(SubjectCode code) const noexcept;  ///< whether it has the code

  /// The name to be expected in a year (without year: the latest); null for an unknown code, or where
  /// all its names had ended.
  [[nodiscard]] const CatalogEntry* name_of(SubjectCode code,
                                            std::optional<int> year = {}) const noexcept;

  /// Every entry with this name, in code order; names are compared by subject_key.
  [[nodiscard]] std::vector<const CatalogEntry*> with_name(std::string_view printed) const;

  /// Different names near to `printed`, best first, at most `limit`: those reached by changing at
  /// most half of its characters. Printed names come before suggestions at the same distance.
  [[nodiscard]] std::vector<NearName> nearest(std::string_view printed,
                                              std::size_t limit = 3) const;

  /// How a printed name fits a code in a year. Without a year no name has ended.
  [[nodiscard]] NameCheck check(SubjectCode code, std::string_view printed,
                                std::optional<int> year = {}) const;

  /// Codes one level below, in order; those of deeper levels whose parent is missing do not count.
  [[nodiscard]] std::vector<SubjectCode> children(SubjectCode code) const;
  [[nodiscard]] std::vector<SubjectCode> classes() const;  ///< codes of the outermost level

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace budget::inline v1

#include <budget/subject/catalog_build.hpp>
