// SPDX-License-Identifier: Apache-2.0
// NumberFormat: how a spreadsheet shows a number under a format code such as
// `#,##0.00_ ;[Red]-#,##0.00`. A figure is what is shown, not what the cell holds.
// Source of the codes: ECMA-376 part 1, 18.8.30 and 18.8.31.
#pragma once

#include <budget/amount/decimal.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// A format code, read once. Immutable.
class NumberFormat {
 public:
  /// Any code; "" and "General" are the same.
  explicit NumberFormat(std::string_view code);

  /// Whether it shows dates or times: a number under it is no figure.
  [[nodiscard]] bool is_date() const noexcept { return date_; }

  /// A number as it is shown. `number` is written as files have it, `3296.2999999999997` or `1.5E-3`;
  /// like the programs that show it, it is first rounded to 15 digits, then half away from zero to the
  /// digits of the code. A number under a code of dates, fractions, exponents or Chinese numerals is
  /// shown as under General. What is no number is returned as it is.
  [[nodiscard]] std::string shown(std::string_view number) const;

 private:
  struct Condition {
    std::string compare;  // one of < <= = <> >= >
    Decimal with;
    [[nodiscard]] bool holds(const Decimal& value) const;
  };
  struct Section {
    std::string before;  // text before the digits
    std::string after;   // and after them
    int whole = 0;       // least digits before the point
    int decimals = 0;    // most digits after it
    int kept = 0;        // least digits after it
    int shift = 0;  // powers of ten that the value is multiplied by: % has 2, a scaling comma −3
    bool grouped = false;
    bool digits = false;  // shows the number at all
    bool general = false;
    bool other = false;  // dates, fractions, exponents, numerals
    std::optional<Condition> condition;
  };

  [[nodiscard]] const Section& section_for(const Decimal& value) const;

  std::vector<Section> sections_;
  bool date_ = false;
};

}  // namespace budget::inline v1
