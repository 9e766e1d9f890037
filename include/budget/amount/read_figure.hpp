// SPDX-License-Identifier: Apache-2.0
// read_figure: one printed text → Reading. Knows every form in which tables and sentences print a
// number, and tells what is none from what only failed to be one.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/figure_mark.hpp>
#include <budget/amount/plain_number.hpp>
#include <budget/amount/reading.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/text.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// Reads one text whole. Never throws, never allocates.
///
/// Numbers: digits in half or full width; groups of three by `,` `，` or spaces; spaces beside any
/// mark; `+ - − －`, brackets, △ ▲ for the sign; ¥ before; `%`, `‰` or a unit of money behind.
[[nodiscard]] constexpr Reading read_figure(std::string_view text) noexcept;

// ---- details ----

namespace detail {

constexpr Reading unreadable(Unreadable why, std::size_t position) noexcept {
  Reading reading;
  reading.state = FigureState::unreadable;
  reading.why = why;
  reading.position = position;
  return reading;
}

constexpr Reading of_state(FigureState state) noexcept {
  Reading reading;
  reading.state = state;
  return reading;
}

// What one look over a whole text shows.
struct Survey {
  std::size_t visible = 0, dashes = 0, hashes = 0, digits = 0;
  std::optional<std::size_t> control;  // byte of the first that is no text
};

constexpr Survey survey(std::string_view text) noexcept {
  Survey seen;
  for (Symbol at = symbol_at(text, 0); at.mark != Mark::end; at = symbol_at(text, at.end)) {
    ++seen.visible;
    if (at.is_dash()) ++seen.dashes;
    if (at.mark == Mark::hash) ++seen.hashes;
    if (at.mark == Mark::digit) ++seen.digits;
    if (at.mark == Mark::control && !seen.control) seen.control = at.begin;
  }
  return seen;
}

// A spreadsheet's error value, which begins with '#' and a capital: #REF! #DIV/0! #N/A #NAME?
constexpr bool is_formula_error(std::string_view text) noexcept {
  const std::string_view word = strip(text);
  for (const std::string_view error :
       {"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NUM!", "#NULL!", "#VALUE!"}) {
    if (word == error) return true;
  }
  return false;
}

// Reads one text that holds at least one digit. The parts of a number are taken from left to right;
// the first fault is remembered, because a label (1.2.3日) is recognised only by what follows.
class NumberReader {
 public:
  constexpr explicit NumberReader(std::string_view text) noexcept
      : text_(text), at_(symbol_at(text, 0)) {}

  constexpr Reading read() noexcept {
    read_signs();
    read_digits();
    if (!any_digit_) return of_state(FigureState::label);
    read_suffixes();
    return conclude();
  }

 private:
  constexpr void advance() noexcept { at_ = symbol_at(text_, at_.end); }
  constexpr Symbol following() const noexcept { return symbol_at(text_, at_.end); }

  constexpr void fault(Unreadable why) noexcept {
    if (why_ == Unreadable::none) {
      why_ = why;
      position_ = at_.begin;
    }
  }

  constexpr void read_signs() noexcept {
    for (;; advance()) {
      switch (at_.mark) {
        case Mark::plus:
        case Mark::minus:
        case Mark::triangle:
        case Mark::long_dash:
          // A long dash is no sign: it is a dash cell that ran into its neighbour, or a page mark.
          if (signs_++ > 0 || open_ || at_.mark == Mark::long_dash)
            fault(Unreadable::misplaced_sign);
          if (at_.is_dash()) dash_before_ = true;
          negative_ = negative_ || at_.mark != Mark::plus;
          break;
        case Mark::open:
          if (open_) fault(Unreadable::unbalanced_bracket);
          if (signs_ > 0) fault(Unreadable::misplaced_sign);
          open_ = negative_ = true;
          break;
        case Mark::currency: break;
        default: return;
      }
    }
  }

  constexpr bool lookalike_here() const noexcept {
    if (at_.mark != Mark::lookalike) return false;
    const Mark next = following().mark;
    const bool goes_on = next == Mark::digit || next == Mark::point || next == Mark::separator ||
                         next == Mark::lookalike;
    const bool like_zero_or_one = at_.code != U'S' && at_.code != U'B' && at_.code != U'Z';
    return like_zero_or_one || (any_digit_ && goes_on);
  }

  constexpr void take_digit(unsigned digit) noexcept {
    if (at_.after_space && digit_before_) {
      // Only spaces part two digits: they group, as a comma would.
      if (point_) fault(Unreadable::misplaced_separator);
      end_group(Mark::space);
    }
    if (group_ == 0 && groups_ == 0) zero_first_ = digit == 0;
    ++group_;
    any_digit_ = digit_before_ = true;
    if (significant_ > 0 || digit != 0) ++significant_;
    if (point_) ++scale_;
    if (significant_ > Decimal::max_digits || scale_ > Decimal::max_scale) {
      fault(Unreadable::too_long);
      return;
    }
    coefficient_ = coefficient_ * 10 + digit;
  }

  // A group of the whole part ends at a separator of the kind given, or at the point or the end.
  constexpr void end_group(Mark kind) noexcept {
    const bool last = kind == Mark::end;
    const bool first = groups_ == 0;
    const bool right_size = first ? group_ >= 1 && group_ <= 3 && !zero_first_ : group_ == 3;
    if (!(last && first) && !right_size) fault(Unreadable::misplaced_separator);
    if (!last) {
      if (!first && kind != separator_) fault(Unreadable::misplaced_separator);
      separator_ = kind;
      ++groups_;
    }
    group_ = 0;
  }

  constexpr void take_point() noexcept {
    if (point_)
      fault(Unreadable::two_points);
    else
      end_group(Mark::end);
    point_ = true;
    digit_before_ = false;
  }

  constexpr void read_digits() noexcept {
    for (;; advance()) {
      if (at_.mark == Mark::digit) {
        if (letters_ > 0) digit_after_letter_ = true;
        digit_seen_ = true;
        take_digit(static_cast<unsigned>(at_.code - U'0'));
      } else if (at_.mark == Mark::separator) {
        if (point_) fault(Unreadable::misplaced_separator);
        end_group(Mark::separator);
        digit_before_ = false;
      } else if (at_.mark == Mark::point) {
        take_point();
      } else if (at_.mark == Mark::wrong_point && digit_before_ &&
                 following().mark == Mark::digit) {
        fault(Unreadable::wrong_point);
        take_point();
      } else if (lookalike_here()) {
        ++letters_;
        if (digit_seen_) letter_after_digit_ = true;
        fault(Unreadable::letter_among_digits);
        take_digit(0);
      } else if (exponent_here()) {
        return;
      } else {
        break;
      }
    }
    if (point_ && !digit_before_) fault(Unreadable::missing_digits);
    if (!point_) end_group(Mark::end);
  }

  // E or e, an optional sign and digits up to the end of the text.
  constexpr bool exponent_here() noexcept {
    if ((at_.code != U'e' && at_.code != U'E') || !digit_before_) return false;
    Symbol next = following();
    const bool sign = next.mark == Mark::plus || next.mark == Mark::minus;
    if (sign) next = symbol_at(text_, next.end);
    if (next.mark != Mark::digit || (!sign && !point_)) return false;  // 1E5 may be a code
    while (next.mark == Mark::digit) next = symbol_at(text_, next.end);
    if (next.mark != Mark::end) return false;
    fault(Unreadable::exponent);
    at_ = next;
    return true;
  }

  constexpr void read_suffixes() noexcept {
    for (;;) {
      if (at_.mark == Mark::close) {
        if (!open_ || closed_) fault(Unreadable::unbalanced_bracket);
        closed_ = true;
        advance();
      } else if (at_.mark == Mark::percent || at_.mark == Mark::permille) {
        if (suffix_ != Suffix::none || unit_ != Unit::unknown) fault(Unreadable::misplaced_mark);
        suffix_ = at_.mark == Mark::percent ? Suffix::percent : Suffix::permille;
        advance();
      } else if (const auto glued =
                     at_.mark == Mark::other ? unit_at(text_, at_.begin) : std::nullopt) {
        if (suffix_ != Suffix::none || unit_ != Unit::unknown) fault(Unreadable::misplaced_mark);
        unit_ = glued->unit;
        at_ = symbol_at(text_, glued->end);
      } else {
        return;
      }
    }
  }

  constexpr Reading conclude() noexcept {
    if (at_.is_dash() && following().mark == Mark::end && !dash_before_) {
      fault(Unreadable::misplaced_sign);
      return unreadable(why_, position_);
    }
    if (at_.mark != Mark::end) return of_state(FigureState::label);
    if (letters_ > 0 && !letters_stand_for_digits()) return of_state(FigureState::label);
    if (open_ && !closed_) fault(Unreadable::unbalanced_bracket);
    if (why_ != Unreadable::none) return unreadable(why_, position_);
    Reading reading;
    reading.state = FigureState::number;
    reading.suffix = suffix_;
    reading.unit = unit_;
    reading.value = *Decimal::checked_scaled(negative_ ? -coefficient_ : coefficient_, scale_);
    return reading;
  }

  // O.5 and 1O0 are misread digits; O5, 4l and I are names.
  constexpr bool letters_stand_for_digits() const noexcept {
    return digit_seen_ && (point_ || groups_ > 0 || (letter_after_digit_ && digit_after_letter_));
  }

  std::string_view text_;
  Symbol at_;
  Unreadable why_ = Unreadable::none;
  std::size_t position_ = 0;

  int signs_ = 0;
  bool negative_ = false, dash_before_ = false, open_ = false, closed_ = false;

  Int128 coefficient_ = 0;
  int significant_ = 0;  // digits from the first that is not 0
  int scale_ = 0;
  bool point_ = false, any_digit_ = false, digit_before_ = false;

  int groups_ = 0;  // groups that ended at a separator
  int group_ = 0;   // digits of the running group
  bool zero_first_ = false;
  Mark separator_ = Mark::end;

  int letters_ = 0;
  bool digit_seen_ = false, letter_after_digit_ = false, digit_after_letter_ = false;

  Suffix suffix_ = Suffix::none;
  Unit unit_ = Unit::unknown;
};

}  // namespace detail

constexpr Reading read_figure(std::string_view text) noexcept {
  if (const auto plain = detail::scan_plain(text.data(), text.data() + text.size()); plain.ok) {
    Reading number = detail::of_state(FigureState::number);
    number.value = *Decimal::checked_scaled(plain.coefficient, plain.scale);
    return number;
  }
  const detail::Survey seen = detail::survey(text);
  if (seen.control) return detail::unreadable(Unreadable::bad_encoding, *seen.control);
  if (seen.visible == 0) return detail::of_state(FigureState::blank);
  if (seen.visible == seen.dashes) return detail::of_state(FigureState::dash);
  const detail::Symbol first = detail::symbol_at(text, 0);
  if (seen.visible == 1 && (first.mark == detail::Mark::slash || first.code == 0x65E0))  // 无
    return detail::of_state(FigureState::dash);
  if (seen.visible == seen.hashes && seen.hashes > 1)
    return detail::unreadable(Unreadable::overflow_mark, first.begin);
  if (seen.hashes == 1 && detail::is_formula_error(text))
    return detail::unreadable(Unreadable::formula_error, first.begin);
  if (seen.digits == 0) return detail::of_state(FigureState::label);
  return detail::NumberReader(text).read();
}

}  // namespace budget::inline v1
