// SPDX-License-Identifier: Apache-2.0
// The audit: rules are bound to a dossier, every obligation is judged, what was checked is counted,
// and what cannot be true is explained. Reads nothing and prints nothing; same dossier and packs,
// same report.
#pragma once

#include <budget/audit/report.hpp>
#include <budget/rule/pack.hpp>

#include <span>
#include <vector>

namespace budget::inline v1 {

/// Audits the current disclosure of a dossier by the rules of all packs. Throws DomainError
/// ("audit.empty_dossier") where the dossier holds no disclosure. Loose figures are placed before, by
/// placed_by_arithmetic; those left loose make their statements not read.
[[nodiscard]] Report audit(const Dossier&, std::span<const Pack>, const ReferenceLists& = {});

/// Same, by obligations that are bound already. `rules` are the ids that the coverage ledger lists
/// even where they bound nothing.
[[nodiscard]] Report audit(const Dossier&, std::vector<Obligation>,
                           std::span<const std::string> rules);

/// The same without its findings, its verdict and its coverage: every obligation over figures with its
/// outcome. For who asks what became of each figure and not why.
[[nodiscard]] Report judged(const Dossier&, std::span<const Pack>, const ReferenceLists& = {});

/// Tables that every disclosure must have: 地方预决算公开操作规程 (财预〔2016〕143号) names three of all
/// revenue and expenditure and five of fiscal appropriation. In this order.
[[nodiscard]] std::span<const TableKind> required_tables() noexcept;

}  // namespace budget::inline v1
