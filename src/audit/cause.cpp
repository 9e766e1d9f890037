// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/cause.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace budget::inline v1 {

std::string_view to_string(Cause cause) noexcept {
  switch (cause) {
    case Cause::unknown: return "unknown";
    case Cause::sign: return "sign";
    case Cause::transposition: return "transposition";
    case Cause::decimal_slip: return "decimal_slip";
    case Cause::unit_slip: return "unit_slip";
    case Cause::neighbouring_column: return "neighbouring_column";
    case Cause::neighbouring_row: return "neighbouring_row";
    case Cause::truncated: return "truncated";
    case Cause::wrong_base: return "wrong_base";
    case Cause::plugged_remainder: return "plugged_remainder";
    case Cause::stale_figure: return "stale_figure";
    case Cause::copied_clause: return "copied_clause";
    case Cause::omitted_row: return "omitted_row";
    case Cause::doubled_row: return "doubled_row";
    case Cause::displaced_rows: return "displaced_rows";
    case Cause::dropped_digit: return "dropped_digit";
    case Cause::added_digit: return "added_digit";
    case Cause::changed_digit: return "changed_digit";
    case Cause::missing_part: return "missing_part";
    case Cause::unstated_total: return "unstated_total";
    case Cause::rounding: return "rounding";
    case Cause::not_present: return "not_present";
    case Cause::stale_year: return "stale_year";
    case Cause::form: return "form";
    case Cause::table_not_read: return "table_not_read";
    case Cause::year_not_read: return "year_not_read";
    case Cause::part_not_read: return "part_not_read";
    case Cause::unit_not_printed: return "unit_not_printed";
  }
  return "";
}

namespace {

constexpr std::size_t most_digits = 16;  // so that a shift by 10^8 keeps within 38
constexpr int most_scale = 12;

// The digits of a figure's magnitude, and how many of them stand after the point.
struct Digits {
  std::string text;
  int scale = 0;
  bool negative = false;

  [[nodiscard]] std::size_t whole() const noexcept {
    return text.size() - static_cast<std::size_t>(scale);
  }
  [[nodiscard]] Decimal value() const {
    Int128 coefficient = 0;
    for (const char digit : text) coefficient = coefficient * 10 + (digit - '0');
    return Decimal::scaled(negative ? -coefficient : coefficient, scale);
  }
};

Digits digits_of(const Decimal& printed) {
  Digits result{{}, printed.scale(), printed.is_negative()};
  for (Int128 rest = abs(printed).coefficient(); rest != 0; rest /= 10)
    result.text += static_cast<char>('0' + static_cast<int>(rest % 10));
  while (result.text.size() <= static_cast<std::size_t>(result.scale)) result.text += '0';
  std::reverse(result.text.begin(), result.text.end());
  return result;
}

void add(std::vector<Origin>& list, Cause cause, const Decimal& value) {
  list.push_back({cause, value, value});
}

// Digits side by side, the point between them or not: exchanges at a distance are no slip of a hand.
void add_transposed(std::vector<Origin>& list, const Digits& printed) {
  for (std::size_t i = 0; i + 1 < printed.text.size(); ++i) {
    if (printed.text[i] == printed.text[i + 1]) continue;
    Digits other = printed;
    std::swap(other.text[i], other.text[i + 1]);
    add(list, Cause::transposition, other.value());
  }
}

// The figure stands for `printed` half a unit of its last digit either side; shifted by a power of
// ten and printed anew, it may end in any digits that the shift has lost.
Origin shifted(Cause cause, const Decimal& printed, int scale, int exponent) {
  const Decimal half = Decimal::scaled(5, printed.scale() + 1);
  const Decimal target_half = Decimal::scaled(5, scale + 1);
  const auto shift = [exponent](const Decimal& value) {
    return exponent >= 0 ? value * Decimal::scaled(detail::power_of_ten(exponent), 0)
                         : Decimal::scaled(value.coefficient(), value.scale() - exponent);
  };
  return {cause, (shift(printed - half) - target_half).rescaled(scale, Rounding::ceiling),
          (shift(printed + half) + target_half).rescaled(scale, Rounding::floor)};
}

// A shift is claimed where at least two digits agree, by one place also for one digit: one digit
// anywhere could be almost anything.
void add_shifts(std::vector<Origin>& list, const Digits& digits, const Decimal& printed,
                int scale) {
  const std::size_t significant = digits.text.size() - digits.text.find_first_not_of('0');
  const Decimal ten_units = Decimal::scaled(10, scale);
  for (const auto& [cause, exponent] :
       {std::pair{Cause::decimal_slip, 1}, std::pair{Cause::decimal_slip, -1},
        std::pair{Cause::decimal_slip, 2}, std::pair{Cause::decimal_slip, -2},
        std::pair{Cause::unit_slip, 4}, std::pair{Cause::unit_slip, -4},
        std::pair{Cause::unit_slip, 3}, std::pair{Cause::unit_slip, -3},
        std::pair{Cause::unit_slip, 8}, std::pair{Cause::unit_slip, -8}}) {
    const Origin origin = shifted(cause, printed, scale, exponent);
    const Decimal least = std::min(abs(origin.low), abs(origin.high));
    if (exponent > 0 ? significant >= 2 : least >= ten_units) {
      list.push_back(origin);
    } else if (exponent == 1) {
      add(list, cause, (printed * Decimal::of(10)).rescaled(scale, Rounding::half_away));
    } else if (exponent == -1 && !least.is_zero()) {
      list.push_back(origin);
    }
  }
}

// A figure with `scale` digits after the point has lost none there where it prints as many.
void add_dropped(std::vector<Origin>& list, const Digits& printed, int scale) {
  for (std::size_t at = 0; at <= printed.text.size(); ++at) {
    // At the point a digit can have stood on either side of it.
    for (const bool after_point : {false, true}) {
      if (after_point ? at < printed.whole() : at > printed.whole()) continue;
      for (char digit = '0'; digit <= '9'; ++digit) {
        if (at == 0 && digit == '0') continue;
        Digits other = printed;
        other.text.insert(at, 1, digit);
        if (after_point && ++other.scale > scale) continue;
        add(list, Cause::dropped_digit, other.value());
      }
    }
  }
}

void add_added(std::vector<Origin>& list, const Digits& printed) {
  for (std::size_t at = 0; at < printed.text.size(); ++at) {
    if (printed.whole() == 1 && at == 0) continue;
    Digits other = printed;
    other.text.erase(at, 1);
    if (at >= printed.whole()) --other.scale;
    add(list, Cause::added_digit, other.value());
  }
}

void add_changed(std::vector<Origin>& list, const Digits& printed) {
  for (std::size_t at = 0; at < printed.text.size(); ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == printed.text[at]) continue;
      Digits other = printed;
      other.text[at] = digit;
      add(list, Cause::changed_digit, other.value());
    }
  }
}

}  // namespace

std::vector<Origin> origins(const Decimal& printed, int scale) {
  std::vector<Origin> list;
  if (printed.scale() > most_scale || scale < 0 || scale > most_scale) return list;
  const Digits digits = digits_of(printed);
  if (digits.text.size() > most_digits || printed.is_zero()) return list;

  add(list, Cause::sign, -printed);
  add_transposed(list, digits);
  add_shifts(list, digits, printed, scale);
  const Decimal unit = Decimal::scaled(printed.is_negative() ? -1 : 1, printed.scale());
  add(list, Cause::truncated, printed + unit);
  if (scale > printed.scale()) {
    const Decimal half = Decimal::scaled(printed.is_negative() ? -5 : 5, printed.scale() + 1);
    const Decimal last = printed + unit - Decimal::scaled(printed.is_negative() ? -1 : 1, scale);
    list.push_back(
        {Cause::truncated, std::min(printed + half, last), std::max(printed + half, last)});
  }
  add_dropped(list, digits, scale);
  add_added(list, digits);
  add_changed(list, digits);
  std::erase_if(list, [&](const Origin& one) { return one.low <= printed && printed <= one.high; });
  return list;
}

}  // namespace budget::inline v1
