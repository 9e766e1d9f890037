// SPDX-License-Identifier: Apache-2.0
#include "audit/printed_again.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t most_alike = 200, most_copies = 32;

// The coefficient of an unknown in a row; nothing where it has no part in it.
const Rational* coefficient_in(const SystemRow& row, std::size_t unknown) {
  const auto found =
      std::ranges::lower_bound(row.terms, unknown, {}, &std::pair<std::size_t, Rational>::first);
  return found == row.terms.end() || found->first != unknown ? nullptr : &found->second;
}

}  // namespace

PrintedAgain::PrintedAgain(const System& system, const Dossier& dossier)
    : system_(system), dossier_(dossier) {
  for (std::size_t i = 0; i < system.unknowns.size(); ++i)
    if (const Figure& figure = at(dossier, system.unknowns[i].cell).figure; figure.is_number())
      alike_[print_of(figure)].push_back(i);
}

PrintedAgain::Print PrintedAgain::print_of(const Figure& figure) {
  return {figure.unit(), figure.value().scale(), figure.value()};
}

std::vector<CellRef> PrintedAgain::operator()(const CellRef& cell) const {
  const auto first = unknown_at(system_, cell);
  if (!first) return {};
  const auto alike = alike_.find(print_of(at(dossier_, cell).figure));
  if (alike == alike_.end() || alike->second.size() > most_alike) return {};
  std::set<std::size_t> found{*first};
  std::vector<std::size_t> next{*first};
  while (!next.empty()) {
    const std::size_t one = next.back();
    next.pop_back();
    for (const std::size_t other : alike->second)
      if (!found.contains(other) && belong_together(one, other)) {
        found.insert(other);
        next.push_back(other);
      }
    if (found.size() > most_copies) return {};
  }
  std::vector<CellRef> cells;
  for (const std::size_t unknown : found) cells.push_back(system_.unknowns[unknown].cell);
  return cells;
}

bool PrintedAgain::is_wrong_in_text(std::size_t unknown) const {
  const Unknown& one = system_.unknowns[unknown];
  return one.cell.table == in_narrative &&
         std::ranges::any_of(one.rows, [&](std::size_t r) { return system_.rows[r].violated; });
}

bool PrintedAgain::belong_together(std::size_t a, std::size_t b) const {
  if (is_wrong_in_text(a) && is_wrong_in_text(b)) return true;
  return std::ranges::any_of(system_.unknowns[a].rows, [&](std::size_t r) {
    const Rational* const other = coefficient_in(system_.rows[r], b);
    return other != nullptr && *coefficient_in(system_.rows[r], a) == -*other;
  });
}

bool are_apart(const std::vector<CellRef>& cells) {
  return std::ranges::any_of(cells, [&](const CellRef& cell) {
    return cell.table != cells.front().table || cell.row != cells.front().row;
  });
}

}  // namespace budget::inline v1::detail
