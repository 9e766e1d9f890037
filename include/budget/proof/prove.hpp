// SPDX-License-Identifier: Apache-2.0
// prove: named printed figures and rows between them: can they all be true? Anything that prints rounded
// numbers can be asked: a budget, a tax table, a balance sheet. With a proof if not, and with what would
// repair it. The intervals follow XBRL Calculations 1.1 where it applies.
#pragma once

#include <budget/amount/unit.hpp>
#include <budget/base/lookup_error.hpp>
#include <budget/proof/localise.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::proof {

/// How digits were lost in printing.
enum class PrintedRounding : std::uint8_t {
  nearest,   ///< half a unit of the last digit either side, ends included
  truncate,  ///< cut off: towards 0
};

/// One value as printed, plain decimal notation.
struct PrintedValue {
  std::string text;
  std::optional<int> decimals;  ///< digits that count, may be negative; nothing: as printed
  bool exact = false;           ///< "INF": the value itself and nothing beside it
};

/// A figure: the values that are printed for it (all of one amount), and how much it takes to doubt it.
struct PrintedFigure {
  std::string name;
  std::vector<PrintedValue> values;  ///< none: a missing value, free
  PrintedRounding rounding = PrintedRounding::nearest;
  Bounds bounds;  ///< what it is bound by whatever is printed
  std::int64_t weight = 1;
};

struct Question {
  std::vector<PrintedFigure> figures;
  std::vector<std::string> rows;
  /// Of money: its ends are moved inward to whole 分. unknown: numbers of any kind.
  Unit unit = Unit::unknown;
  Work work;
};

/// The answer.
struct Proof {
  LinearSystem system;            ///< unknown i is figures[i] of the question
  std::optional<bool> feasible;   ///< nothing: not decided
  std::string reason;             ///< why it is not decided; "" otherwise
  std::vector<Rational> witness;  ///< of a feasible system: amounts that print so
  Certificate certificate;        ///< of an infeasible one
  std::string sum;                ///< the certificate as a sum that can be redone on paper
  std::vector<Bounds> intervals;  ///< what the rows leave of each figure
  Localisation repairs;           ///< of an infeasible one
};

/// The amounts that a value stands for, ends as in XBRL Calculations 1.1. Throws ParseError where the
/// text is no plain number, PrecisionError where digits other than 0 stand beyond its decimals.
[[nodiscard]] Bounds interval_of(const PrintedValue&, PrintedRounding);

/// Throws RuleError for a row that cannot be read, LookupError for a name that is no figure, DomainError
/// for a name that is given twice, a weight below 1 or no figure at all.
[[nodiscard]] Proof prove(const Question&);

/// A number as decimal text where it has one, else p/q.
[[nodiscard]] std::string plain(const Rational&);

}  // namespace budget::inline v1::proof
