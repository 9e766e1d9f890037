// SPDX-License-Identifier: Apache-2.0
// Cells named for a reader and for a hash. Private to audit.
#pragma once

#include <budget/audit/finding.hpp>

#include <string>
#include <string_view>

namespace budget::inline v1::detail {

/// The labels, ids, text and place of a cell.
[[nodiscard]] FindingPlace place_of(const Dossier&, const CellRef&);
/// A place without a cell.
[[nodiscard]] FindingPlace place_of(const Place&);

/// Kind, code or name, and header of a cell: what identifies it from one printing to the next.
[[nodiscard]] std::string identity_of(const Dossier&, const CellRef&);

/// The 64-bit FNV-1a hash as 16 hex digits.
[[nodiscard]] std::string hash_of(std::string_view text);

}  // namespace budget::inline v1::detail
