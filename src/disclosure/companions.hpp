// SPDX-License-Identifier: Apache-2.0
// Which disclosures of a dossier are held against the current one, and whether two are of one body.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/subject/name.hpp>

#include <optional>
#include <string>

namespace budget::inline v1::detail {

/// The first disclosure beside the current one that is of this kind and year and of no unit.
[[nodiscard]] inline std::optional<int> companion(const Dossier& dossier, DisclosureKind kind,
                                                  int year) {
  for (std::size_t i = 1; i < dossier.disclosures.size(); ++i) {
    const Disclosure& other = dossier.disclosures[i];
    if (other.kind == kind && other.year == year && !dossier.is_unit(i)) return static_cast<int>(i);
  }
  return std::nullopt;
}

/// Whether a disclosure is held against the current one: a unit's, the year before's of either kind,
/// the budget of a final account; of several that are the same the first.
[[nodiscard]] inline bool takes_part(const Dossier& dossier, std::size_t index) {
  if (dossier.is_unit(index)) return true;
  const Disclosure& current = dossier.current();
  const Disclosure& other = dossier.disclosures[index];
  if (!current.year || !other.year) return false;
  const bool account = current.kind == DisclosureKind::final_account;
  const bool year_before =
      *other.year == *current.year - 1 && (!account || other.kind == DisclosureKind::final_account);
  const bool own_budget =
      account && other.kind == DisclosureKind::budget && *other.year == *current.year;
  return (year_before || own_budget) &&
         companion(dossier, other.kind, *other.year) == static_cast<int>(index);
}

/// Whether two names may be of one body: one of them may be short.
[[nodiscard]] inline bool is_same_body(const std::string& one, const std::string& other) {
  const std::string first = subject_key(one), second = subject_key(other);
  return first.find(second) != std::string::npos || second.find(first) != std::string::npos;
}

}  // namespace budget::inline v1::detail
