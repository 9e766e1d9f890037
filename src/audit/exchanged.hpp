// SPDX-License-Identifier: Apache-2.0
// Two figures of a table that stand in each other's cells. Private to audit.
#pragma once

#include "audit/set_beside.hpp"

#include <span>
#include <vector>

namespace budget::inline v1::detail {

/// Pairs of cells of one row or column that each print what violated statements say of the other, with their
/// figures exchanged.
[[nodiscard]] std::vector<FiguresInPlace> exchanged(const Dossier&, std::span<const SetBeside>);

}  // namespace budget::inline v1::detail
