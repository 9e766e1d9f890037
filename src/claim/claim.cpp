// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim.hpp>

namespace budget::inline v1 {

std::string_view to_string(ClaimKind kind) noexcept {
  switch (kind) {
    case ClaimKind::amount: return "amount";
    case ClaimKind::share: return "share";
    case ClaimKind::change: return "change";
    case ClaimKind::growth: return "growth";
    case ClaimKind::completion: return "completion";
    case ClaimKind::held: return "held";
    case ClaimKind::compared: return "compared";
    case ClaimKind::count: return "count";
    case ClaimKind::points: return "points";
    case ClaimKind::multiple: return "multiple";
    case ClaimKind::other: return "other";
  }
  return {};
}

std::string_view to_string(Unbound why) noexcept {
  switch (why) {
    case Unbound::none: return "none";
    case Unbound::not_understood: return "not_understood";
    case Unbound::in_reason: return "in_reason";
    case Unbound::other_period: return "other_period";
    case Unbound::no_cell: return "no_cell";
    case Unbound::no_base: return "no_base";
  }
  return {};
}

}  // namespace budget::inline v1
