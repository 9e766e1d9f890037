// SPDX-License-Identifier: Apache-2.0
// Correspondence: which subjects of the department's economic classification (30101 基本工资) are paid
// from which of the government's (50101 工资奖金津补贴). One side's code may have several partners.
#pragma once

#include <budget/base/order.hpp>
#include <budget/base/shared.hpp>
#include <budget/subject/catalog_entry.hpp>
#include <budget/subject/code.hpp>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// One pair. Only a `verified` one may be held against a document as more than a note. The source is
/// a view that whoever loads the pairs keeps alive.
struct CorrespondingPair {
  SubjectCode government;  ///< 5…, a group
  /// 3…, a group; or a class, for every subject of it; nothing for every subject of all.
  std::optional<SubjectCode> department;
  CatalogStatus status = CatalogStatus::unverified;
  std::string_view source;
};

/// All pairs, immutable. Invariant: in the order of (government, department), no pair twice.
class Correspondence {
 public:
  /// Pairs in any order; of a pair given twice the better status stays. `owner` keeps the sources
  /// alive; empty for texts that live as long as the program.
  explicit Correspondence(std::vector<CorrespondingPair> pairs, Keeper owner = {});

  [[nodiscard]] const std::vector<CorrespondingPair>& pairs() const noexcept { return pairs_; }
  /// Pairs that speak of a code of either classification, in order, those of its class included;
  /// empty where none is known.
  [[nodiscard]] std::vector<CorrespondingPair> of(SubjectCode code) const;
  /// How far the pair is known, by its own row, else by that of the department's class, else by that
  /// of all subjects; nothing where none is listed.
  [[nodiscard]] std::optional<CatalogStatus> status(SubjectCode government,
                                                    SubjectCode department) const noexcept;

 private:
  std::vector<CorrespondingPair> pairs_;
  Keeper owner_;
};

// ---- details ----

namespace detail {

constexpr bool speaks_of(const CorrespondingPair& pair, SubjectCode department) noexcept {
  if (!pair.department) return department.classification() == Classification::economic_department;
  return *pair.department == department || pair.department->is_ancestor_of(department);
}

}  // namespace detail

inline Correspondence::Correspondence(std::vector<CorrespondingPair> pairs, Keeper owner)
    : owner_(std::move(owner)) {
  detail::sort_items(pairs, [](const CorrespondingPair& a, const CorrespondingPair& b) {
    if (a.government != b.government) return a.government < b.government;
    return a.department != b.department ? a.department < b.department : a.status < b.status;
  });
  for (const CorrespondingPair& next : pairs) {
    const bool twin = !pairs_.empty() && pairs_.back().government == next.government &&
                      pairs_.back().department == next.department;
    if (!twin) pairs_.push_back(next);
  }
}

inline std::vector<CorrespondingPair> Correspondence::of(SubjectCode code) const {
  std::vector<CorrespondingPair> found;
  const bool of_department = code.classification() == Classification::economic_department;
  for (const CorrespondingPair& pair : pairs_) {
    if (of_department ? detail::speaks_of(pair, code) : pair.government == code) {
      found.push_back(pair);
    }
  }
  return found;
}

inline std::optional<CatalogStatus> Correspondence::status(SubjectCode government,
                                                           SubjectCode department) const noexcept {
  const CorrespondingPair* best = nullptr;
  for (const CorrespondingPair& pair : pairs_) {
    if (pair.government != government || !detail::speaks_of(pair, department)) continue;
    // A row of a longer code speaks of fewer subjects, and goes first; no code is the shortest.
    const auto digits = [](const CorrespondingPair& p) {
      return p.department ? p.department->digits() : 0;
    };
    if (best == nullptr || digits(pair) > digits(*best)) best = &pair;
  }
  return best == nullptr ? std::nullopt : std::optional(best->status);
}

}  // namespace budget::inline v1
