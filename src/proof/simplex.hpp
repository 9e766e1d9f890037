// SPDX-License-Identifier: Apache-2.0
// Simplex: a tableau of exact numbers whose bounds may be changed between questions. Every row of a
// system is a variable of its own (the sum of its terms) with bounds; basic variables are sums of the
// others. After Dutertre and de Moura, "A fast linear-arithmetic solver for DPLL(T)" (2006): Bland's order
// makes it end, and a variable that cannot be moved into its bounds is its own certificate. Private.
#pragma once

#include "proof/number.hpp"

#include <budget/proof/system.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace budget::inline v1::proof {

/// Steps that are left; nothing is decided once they are spent.
class Meter {
 public:
  explicit Meter(Work work) : left_(work.steps) {}
  /// False once the work is spent.
  bool spend(std::uint64_t steps) {
    left_ = steps < left_ ? left_ - steps : 0;
    return left_ > 0;
  }
  [[nodiscard]] bool spent() const noexcept { return left_ == 0; }

 private:
  std::uint64_t left_;
};

/// A value within its bounds, ends and value nudged.
struct NudgedBounds {
  Nudged value;
  std::optional<Nudged> low, high;
};
/// Exact values that keep within the bounds, the infinitely small made small enough.
[[nodiscard]] std::vector<Rational> without_nudges(const std::vector<NudgedBounds>&);

enum class Feasible : std::uint8_t { yes, no, open };

/// Variables 0 … unknowns − 1 are those of the system, behind them one a row.
class Simplex {
 public:
  Simplex(const LinearSystem&, const std::vector<Rational>& start);

  /// Whether the variables can be moved into their bounds; moves them.
  [[nodiscard]] Feasible check(Meter&);
  /// Of a tableau that cannot: the variables that stand against each other, with their multipliers;
  /// positive for the upper end, negative for the lower.
  [[nodiscard]] const std::vector<std::pair<std::size_t, Number>>& conflict() const noexcept {
    return conflict_;
  }
  /// Changes what a variable is bound by.
  void set_bounds(std::size_t variable, const Bounds&);

  /// The greatest (or least) value of a variable, the tableau being feasible; nothing where there is
  /// none or the work is spent. The tableau stays feasible.
  [[nodiscard]] std::optional<End> extreme(std::size_t variable, bool greatest, Meter&);

  /// Values of the system's unknowns, the infinitely small made small enough.
  [[nodiscard]] std::vector<Rational> values() const;

 private:
  struct Entry {
    std::size_t variable;
    Number factor;
  };
  struct Row {
    std::size_t basic = 0;
    std::vector<Entry> entries;  // by variable; of nonbasic variables only
  };
  struct Variable {
    Nudged value;
    std::optional<Nudged> low, high;
    std::ptrdiff_t row = -1;  // of a basic variable
    bool queued = false;
  };

  [[nodiscard]] bool below(const Variable& v) const { return v.low && v.value < *v.low; }
  [[nodiscard]] bool above(const Variable& v) const { return v.high && *v.high < v.value; }
  [[nodiscard]] const Number& factor_in(const Row&, std::size_t variable) const;
  [[nodiscard]] const std::optional<Nudged>& end_towards(const Entry&, bool increase) const;
  [[nodiscard]] bool can_move(const Entry&, bool increase) const;
  /// Index of the first entry that can move, from one on; past the last if none can.
  [[nodiscard]] std::size_t entering(const Row&, bool increase, std::size_t from, Meter&) const;
  [[nodiscard]] std::optional<std::size_t> entering_behind_flips(std::size_t row, bool increase,
                                                                 Meter&);
  void note_conflict(const Row&, bool increase);
  void move(std::size_t nonbasic, const Nudged& by);
  void pivot(std::size_t row, std::size_t entering, Meter&);
  void add_multiple(std::size_t row, const Number& factor, const Row& of, std::size_t gone);
  void rows_with(std::size_t variable, std::vector<std::size_t>& found);
  void queue(std::size_t variable);
  [[nodiscard]] std::optional<std::size_t> next_violated();

  std::size_t unknowns_ = 0;
  std::vector<Variable> variables_;
  std::vector<Row> rows_;
  std::vector<std::vector<std::size_t>> columns_;  // rows that may hold a variable
  std::vector<std::uint64_t> seen_;                // rows, by the last question that met them
  std::uint64_t question_ = 0;
  std::vector<std::size_t> heap_;  // basic variables that may be out of bounds, least first
  std::vector<std::pair<std::size_t, Number>> conflict_;
  std::vector<std::size_t> scratch_;
};

}  // namespace budget::inline v1::proof
