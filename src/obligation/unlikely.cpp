// SPDX-License-Identifier: Apache-2.0
#include "obligation/unlikely.hpp"

#include <optional>

namespace budget::inline v1::detail {

namespace {

// The sum of a side in units of the last digit.
struct Count {
  Int128 sum = 0;
  int numbers = 0;
  Unit unit = Unit::unknown;
  int digits = 0;
};

// Nothing where the side is no plain sum of figures of one precision.
std::optional<Count> count(std::span<const PrintedTerm> terms) {
  Count result;
  for (const PrintedTerm& term : terms) {
    const Figure& figure = term.figure;
    if (!figure.is_number()) continue;
    if (term.coefficient != 1 && term.coefficient != -1) return std::nullopt;
    if (result.numbers == 0) {
      result.unit = figure.unit();
      result.digits = figure.digits();
    } else if (figure.unit() != result.unit || figure.digits() != result.digits) {
      return std::nullopt;
    }
    const auto units = figure.value().rescaled(figure.digits(), Rounding::down).coefficient();
    const auto sum = checked_add(result.sum, units * term.coefficient);
    if (!sum) return std::nullopt;
    result.sum = *sum;
    ++result.numbers;
  }
  return result;
}

}  // namespace

bool unlikely_rounding(std::span<const PrintedTerm> total, std::span<const PrintedTerm> parts) {
  const auto whole = count(total);
  const auto sum = count(parts);
  if (!whole || !sum || whole->numbers != 1 || sum->numbers < 8) return false;
  if (whole->unit != sum->unit || whole->digits != sum->digits) return false;
  const Int128 difference = whole->sum - sum->sum;
  // A difference within rounding is at most half as large as the number of figures.
  if (difference > sum->numbers || -difference > sum->numbers) return false;
  return 12 * difference * difference > 25 * static_cast<Int128>(sum->numbers + 1);
}

}  // namespace budget::inline v1::detail
