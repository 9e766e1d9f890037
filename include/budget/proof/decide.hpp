// SPDX-License-Identifier: Apache-2.0
// Whether amounts exist that lie within their bounds and satisfy every row: exactly, with a witness or a
// certificate.
#pragma once

#include <budget/proof/certificate.hpp>

#include <optional>
#include <vector>

namespace budget::inline v1::proof {

/// What was decided. Neither witness nor certificate: the work was spent first.
struct Decision {
  std::optional<std::vector<Rational>> witness;  ///< a value for every unknown
  std::optional<Certificate> certificate;  ///< no part can be left out; another may be shorter

  [[nodiscard]] bool decided() const noexcept { return witness || certificate; }
};

/// Decides each connected part of a system by itself. `start` is where the search begins, the printed
/// values where they are known: the nearer to a solution, the less work.
[[nodiscard]] Decision decide(const LinearSystem&, const std::vector<Rational>& start = {},
                              Work = {});

/// Bounds of every unknown that follow from the rows, each row taken by itself until nothing changes
/// or the work is spent. An unknown with empty bounds shows that the system is impossible.
[[nodiscard]] std::vector<Bounds> propagate(const LinearSystem&, Work = {});

}  // namespace budget::inline v1::proof
