// SPDX-License-Identifier: Apache-2.0
#include "audit/exchanged.hpp"

#include <algorithm>
#include <map>

namespace budget::inline v1::detail {
namespace {

// By cell what violated statements of it and one other figure say that it is.
using Said = std::map<CellRef, std::vector<const Figure*>>;

Said said_of_cells(const Dossier& dossier, std::span<const SetBeside> beside) {
  Said said;
  for (const auto& [cell, other, relation] : beside)
    if (relation == Relation::equal) said[cell].push_back(&at(dossier, other).figure);
  return said;
}

bool says(const std::vector<const Figure*>& figures, const Figure& printed) {
  return std::ranges::any_of(figures, [&](const Figure* figure) {
    return figure->is_number() && printed.is_number() && figure->unit() == printed.unit() &&
           figure->value() == printed.value();
  });
}

}  // namespace

std::vector<FiguresInPlace> exchanged(const Dossier& dossier, std::span<const SetBeside> beside) {
  constexpr std::size_t most_cells = 400;
  const Said said = said_of_cells(dossier, beside);
  std::vector<FiguresInPlace> pairs;
  if (said.size() > most_cells) return pairs;
  for (auto a = said.begin(); a != said.end(); ++a)
    for (auto b = std::next(a); b != said.end(); ++b) {
      const CellRef &first = a->first, &second = b->first;
      if (first.disclosure != second.disclosure || first.table != second.table ||
          (first.row != second.row && first.column != second.column))
        continue;
      const Figure& one = at(dossier, first).figure;
      const Figure& other = at(dossier, second).figure;
      if (says(a->second, other) && says(b->second, one))
        pairs.push_back({{first, other}, {second, one}});
    }
  return pairs;
}

}  // namespace budget::inline v1::detail
