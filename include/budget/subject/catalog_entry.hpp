// SPDX-License-Identifier: Apache-2.0
// CatalogEntry: one name of one code, how far it is known, the years it is known for, and what came
// after it.
#pragma once

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>
#include <budget/subject/code_text.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

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
  std::string_view code;  ///< as the catalog writes it; of the official ones a SubjectCode
  std::string_view name;  ///< official name
  CatalogStatus status = CatalogStatus::unverified;
  std::optional<int> from_year;     ///< first year a document read prints it; before it: not known
  std::optional<int> to_year;       ///< its proven end; nothing: not proven
  std::optional<int> seen_in_year;  ///< a year in which it was read
  std::string_view successor;       ///< what followed, see successors(); "" where nothing is known
  std::string_view source;          ///< where code and name were read
  std::string_view years_source;    ///< where the years come from; "" without years
};

/// Whether the name had ended before `year`: past its proven end. Before `from_year` nothing is
/// proven, so a name is never too early.
[[nodiscard]] constexpr bool is_retired(const CatalogEntry& entry, int year) noexcept {
  return entry.to_year && year > *entry.to_year;
}

/// A name that followed another.
struct Successor {
  std::string_view code;  ///< that of the entry, or another one
  std::string_view name;  ///< "" where only the code is told
};

/// What followed a name. `successor` holds one or, where a subject was split, several of them set
/// apart by `|`: a name (the code stays), `CODE NAME`, or a code alone.
[[nodiscard]] inline std::vector<Successor> successors(const CatalogEntry& entry);

/// How a name ended.
enum class NameEnd : std::uint8_t {
  open,     ///< no end is known
  renamed,  ///< another name of the same code follows
  moved,    ///< the subject goes on under another code
  split,    ///< several subjects follow
  retired,  ///< it ended, and nothing is known to follow
};

/// Stable word for it: "open", "renamed", ….
[[nodiscard]] constexpr std::string_view to_string(NameEnd) noexcept;
/// How this name ended, in whichever year.
[[nodiscard]] inline NameEnd end_of(const CatalogEntry& entry);

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

inline std::vector<Successor> successors(const CatalogEntry& entry) {
  std::vector<Successor> found;
  if (entry.successor.empty()) return found;
  for (std::string_view part : split(entry.successor, '|')) {
    part = strip(part);
    const std::size_t digits = part.find_first_not_of("0123456789.-/_");
    if (part.empty() || digits == 0) {
      found.push_back({entry.code, part});
    } else {
      found.push_back({strip(part.substr(0, digits)), {}});
      if (digits != std::string_view::npos) found.back().name = strip(part.substr(digits));
    }
  }
  return found;
}

constexpr std::string_view to_string(NameEnd end) noexcept {
  switch (end) {
    case NameEnd::open: return "open";
    case NameEnd::renamed: return "renamed";
    case NameEnd::moved: return "moved";
    case NameEnd::split: return "split";
    case NameEnd::retired: return "retired";
  }
  return "";
}

inline NameEnd end_of(const CatalogEntry& entry) {
  const std::vector<Successor> next = successors(entry);
  if (next.empty()) return entry.to_year ? NameEnd::retired : NameEnd::open;
  if (next.size() > 1) return NameEnd::split;
  return next.front().code == entry.code ? NameEnd::renamed : NameEnd::moved;
}

}  // namespace budget::inline v1
