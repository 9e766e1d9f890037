// SPDX-License-Identifier: Apache-2.0
// The certificate of a tableau that cannot be moved into its bounds. Private to proof.
#pragma once

#include "proof/simplex.hpp"

#include <budget/proof/certificate.hpp>

namespace budget::inline v1::proof {

[[nodiscard]] Certificate certificate_of(const Simplex&, std::size_t unknowns);

}  // namespace budget::inline v1::proof
