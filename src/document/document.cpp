// SPDX-License-Identifier: Apache-2.0
#include <budget/document/document.hpp>

namespace budget::inline v1 {

Place Document::place(std::size_t line) const {
  const Line& at = lines.at(line);
  return Place{source, at.page, at.number, 0, {}};
}

}  // namespace budget::inline v1
