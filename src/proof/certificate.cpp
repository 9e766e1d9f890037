// SPDX-License-Identifier: Apache-2.0
#include <budget/proof/certificate.hpp>

#include <map>

namespace budget::inline v1::proof {

bool is_proof(const Certificate& certificate, const LinearSystem& system) {
  // All parts as "… ≤ 0" or "… < 0", added up: the unknowns must vanish, what is left be false.
  std::map<std::size_t, Rational> sum;
  Rational rest = 0;
  bool strict = false;
  for (const RowPart& part : certificate.rows) {
    if (part.row >= system.rows.size() || part.multiplier == 0) return false;
    const LinearRow& row = system.rows[part.row];
    if (row.relation != RowRelation::equal && part.multiplier < 0) return false;
    for (const auto& [unknown, coefficient] : row.terms)
      sum[unknown] += part.multiplier * coefficient;
    rest -= part.multiplier * row.constant;
    strict = strict || row.relation == RowRelation::less;
  }
  for (const EndPart& part : certificate.ends) {
    if (part.unknown >= system.unknowns.size() || part.multiplier <= 0) return false;
    const Bounds& bounds = system.unknowns[part.unknown];
    const auto& end = part.high ? bounds.high : bounds.low;
    if (!end) return false;
    sum[part.unknown] += part.high ? part.multiplier : Rational(-part.multiplier);
    rest += part.high ? Rational(-part.multiplier * end->value)
                      : Rational(part.multiplier * end->value);
    strict = strict || !end->closed;
  }
  for (const auto& [unknown, coefficient] : sum)
    if (coefficient != 0) return false;
  return rest > 0 || (rest == 0 && strict);
}

}  // namespace budget::inline v1::proof
