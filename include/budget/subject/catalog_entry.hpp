// SPDX-License-Identifier: Apache-2.0
// CatalogEntry: one name of one subject code, how far it is known, and the years it is known for.
#pragma once

#include <budget/subject/code.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// How far a code and its name are known. Only what `is_printed` may be held against a document.
enum class CatalogStatus : std::uint8_t {
  verified,    ///< printed by two bodies or more
  single,      ///< printed by one body
  name_only,   ///< class name printed in its place in the list, without its code beside it
  renamed,     ///< a name known from the list of renames only; its years say what is proven
  separate,    ///< code printed in one place, name in another
  inferred,    ///< follows from other entries
  code_seen,   ///< code in use, its name recalled
  unverified,  ///< recalled: a suggestion, no more
};

/// Stable word for it: "verified", "single", "name-only", ….
[[nodiscard]] constexpr std::string_view to_string(CatalogStatus) noexcept;
/// The status of a word, also of the long form "name-and-code-seen-separately"; nothing for others.
[[nodiscard]] constexpr std::optional<CatalogStatus> parse_catalog_status(
    std::string_view word) noexcept;

/// Whether the name was read beside its code, or in the code's place, in a published document.
[[nodiscard]] constexpr bool is_printed(CatalogStatus status) noexcept {
  return status <= CatalogStatus::name_only;
}

/// One name of one code. Texts are views: whoever loads a catalog keeps them alive.
struct CatalogEntry {
  SubjectCode code;
  std::string_view name;  ///< official name
  CatalogStatus status = CatalogStatus::unverified;
  std::optional<int> from_year;     ///< first year a document read prints it; before it: not known
  std::optional<int> to_year;       ///< its proven end; nothing: not proven
  std::optional<int> seen_in_year;  ///< a year in which it was read
  std::string_view successor;       ///< the name that followed; "" where none is known
  std::string_view source;          ///< where code and name were read
  std::string_view years_source;    ///< where the years come from; "" without years
};

/// Whether the name had ended before `year`: past its proven end. Before `from_year` nothing is
/// proven, so a name is never too early.
[[nodiscard]] constexpr bool is_retired(const CatalogEntry& entry, int year) noexcept {
  return entry.to_year && year > *entry.to_year;
}

// ---- details ----

constexpr std::string_view to_string(CatalogStatus status) noexcept {
  switch (status) {
    case CatalogStatus::verified: return "verified";
    case CatalogStatus::single: return "single";
    case CatalogStatus::name_only: return "name-only";
    case CatalogStatus::renamed: return "renamed";
    case CatalogStatus::separate: return "separate";
    case CatalogStatus::inferred: return "inferred";
    case CatalogStatus::code_seen: return "code-seen";
    case CatalogStatus::unverified: return "unverified";
  }
  return "";
}

constexpr std::optional<CatalogStatus> parse_catalog_status(std::string_view word) noexcept {
  for (auto status = CatalogStatus::verified; status <= CatalogStatus::unverified;
       status = static_cast<CatalogStatus>(static_cast<int>(status) + 1)) {
    if (to_string(status) == word) return status;
  }
  if (word == "name-and-code-seen-separately") return CatalogStatus::separate;
  return std::nullopt;
}

}  // namespace budget::inline v1
