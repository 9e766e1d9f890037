// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/outcome.hpp>

namespace budget::inline v1 {

std::string_view to_string(Status status) noexcept {
  switch (status) {
    case Status::exact: return "exact";
    case Status::rounding: return "rounding";
    case Status::violated: return "violated";
    case Status::not_applicable: return "not_applicable";
    case Status::not_read: return "not_read";
    case Status::not_decided: return "not_decided";
  }
  return "";
}

}  // namespace budget::inline v1
