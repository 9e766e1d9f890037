// SPDX-License-Identifier: Apache-2.0
// Catalog: the codes of one classification with their names by year, the official ones or a body's own.
// Immutable, cheap to copy, safe to read from many threads. It answers what is known and how well; it
// passes no verdict.
#pragma once

#include <budget/base/shared.hpp>
#include <budget/subject/catalog_entry.hpp>
#include <budget/subject/code.hpp>
#include <budget/subject/code_range.hpp>
#include <budget/subject/code_text.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// How a printed name fits its code in its year.
enum class NameFit : std::uint8_t {
  fits,           ///< a name of the code that had not ended
  abbreviation,   ///< such a name without its ending 支出
  retired,        ///< a name of the code, past its proven end
  other_name,     ///< not a name of the code, though the code's printed names are known
  unproven,       ///< only suggestions are known about this code or this name: no verdict
  code_unknown,   ///< the catalog does not have the code, but one above it
  class_unknown,  ///< nor any code above it: no such class
  wrong_parent,   ///< the code does not lie below the one that it is said to lie below
};

/// Stable word for it: "fits", "abbreviation", ….
[[nodiscard]] constexpr std::string_view to_string(NameFit) noexcept;

/// Answer of Catalog::check.
struct NameCheck {
  NameFit fit = NameFit::class_unknown;
  const CatalogEntry* found = nullptr;    ///< the entry with the printed name, if any
  const CatalogEntry* current = nullptr;  ///< the name to be expected in the year, if any
};

/// A name near to one that was asked for.
struct NearName {
  const CatalogEntry* entry = nullptr;  ///< first entry with that name, in code order
  std::size_t distance = 0;             ///< characters to change, see edit_distance
};

/// Codes of one classification. A code lies below another that it begins with; where codes have
/// separators (1.2.3), only from one separator on. Its parent is the nearest of those that the
/// catalog has, so any digits a level and any number of levels will do.
/// Invariant: entries in code order (a code, what lies below it, the next one), the names of one
/// code oldest first; no code has a name twice. Pointers, views and spans live as long as any copy.
class Catalog {
 public:
  /// Entries in any order. Two entries with one code and one name are made one: the better status,
  /// and years and successor from whichever has them. With a classification every code must be a
  /// SubjectCode of it; without, codes are any texts. `owner` keeps alive what the texts view; empty
  /// for texts that live as long as the program. Throws DomainError (id "subject.catalog.entry") for
  /// another code, an empty code or name, or years that end before they begin.
  explicit Catalog(std::optional<Classification> classification, std::vector<CatalogEntry> entries,
                   Keeper owner = {});

  /// What its codes classify; nothing for a body's own codes.
  [[nodiscard]] std::optional<Classification> classification() const noexcept;
  [[nodiscard]] std::span<const CatalogEntry> entries() const noexcept;  ///< all, in code order
  /// The names of a code, oldest first; empty for an unknown code. O(log n).
  [[nodiscard]] std::span<const CatalogEntry> entries(CodeText code) const noexcept;
  [[nodiscard]] bool contains(CodeText code) const noexcept;  ///< whether it has the code
  [[nodiscard]] std::vector<std::string_view> codes() const;  ///< each code once, in order
  /// Those in a range, in order.
  [[nodiscard]] std::vector<std::string_view> codes(CodeRange range) const;

  /// The name to be expected in a year (without year: the latest); null for an unknown code, or where
  /// all its names had ended.
  [[nodiscard]] const CatalogEntry* name_of(CodeText code,
                                            std::optional<int> year = {}) const noexcept;

  /// Every entry with this name, in code order; names are compared by subject_key.
  [[nodiscard]] std::vector<const CatalogEntry*> with_name(std::string_view printed) const;

  /// Different names near to `printed`, best first, at most `limit`: those reached by changing at
  /// most half of its characters. Printed names come before suggestions at the same distance.
  [[nodiscard]] std::vector<NearName> nearest(std::string_view printed,
                                              std::size_t limit = 3) const;
  /// Codes near to one that the catalog does not have, best first, at most `limit`: those reached by
  /// changing at most two of its characters, then the nearest one above it.
  [[nodiscard]] std::vector<std::string_view> nearest_codes(CodeText code,
                                                            std::size_t limit = 3) const;

  /// How a printed name fits a code in a year, and the code the one that it is printed below. Without
  /// a year no name has ended.
  [[nodiscard]] NameCheck check(CodeText code, std::string_view printed,
                                std::optional<int> year = {},
                                std::optional<CodeText> under = {}) const;

  /// Whether a code would lie below another, at any depth, whether or not the catalog has them.
  [[nodiscard]] bool lies_below(CodeText code, CodeText above) const noexcept;
  /// The nearest code above one, which the catalog need not have; nothing where there is none.
  [[nodiscard]] std::optional<std::string_view> parent(CodeText code) const noexcept;
  [[nodiscard]] std::vector<std::string_view> children(
      CodeText code) const;                                     ///< whose parent it is
  [[nodiscard]] std::vector<std::string_view> classes() const;  ///< codes that have no parent
  /// How many codes stand from the outermost one down to this one; 0 for an unknown code.
  [[nodiscard]] int level(CodeText code) const noexcept;

 private:
  struct Data;
  Shared<Data> data_;
};

/// `own` over `base`: of a code that both have the names of `own` stand alone. It has the
/// classification of `base` where all codes of `own` are of it.
[[nodiscard]] inline Catalog overlaid(const Catalog& base, const Catalog& own);

}  // namespace budget::inline v1

#include <budget/subject/catalog_build.hpp>
