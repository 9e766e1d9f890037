// SPDX-License-Identifier: Apache-2.0
// Arithmetic of whole columns, element by element. What is missing on either side is missing in
// the result; what leaves 64 bits throws an OverflowError with the index.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/amount/money_array.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/amount/rounding.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// Element by element. Throws OverflowError, or DomainError ("amount.length") for unequal sizes.
[[nodiscard]] inline MoneyArray operator+(const MoneyArray& a, const MoneyArray& b);
/// As +.
[[nodiscard]] inline MoneyArray operator-(const MoneyArray& a, const MoneyArray& b);
/// `b` added to every element. Throws OverflowError.
[[nodiscard]] inline MoneyArray operator+(const MoneyArray& a, Money b);
/// `b` taken from every element. Throws OverflowError.
[[nodiscard]] inline MoneyArray operator-(const MoneyArray& a, Money b);
/// `a` added to every element. Throws OverflowError.
[[nodiscard]] inline MoneyArray operator+(Money a, const MoneyArray& b);
/// Every element taken from `a`. Throws OverflowError.
[[nodiscard]] inline MoneyArray operator-(Money a, const MoneyArray& b);
/// Every element negated. Throws OverflowError for the least amount.
[[nodiscard]] inline MoneyArray operator-(const MoneyArray& a);
/// The magnitude of every element. Throws OverflowError for the least amount.
[[nodiscard]] inline MoneyArray abs(const MoneyArray& a);
/// A whole multiple of every element. Throws OverflowError.
template <WholeNumber T>
[[nodiscard]] MoneyArray operator*(const MoneyArray& a, T factor);
/// As the other way round.
template <WholeNumber T>
[[nodiscard]] MoneyArray operator*(T factor, const MoneyArray& a) {
  return a * factor;
}
/// Every element times an exact ratio, rounded to whole 分. Throws OverflowError.
[[nodiscard]] inline MoneyArray times(const MoneyArray& a, const Ratio& ratio, Rounding rounding);

/// 1 where the order of the element to `b` is one that `holds`, such as std::is_lt; 0 elsewhere and
/// where the element is missing.
template <class Holds>
[[nodiscard]] std::vector<std::uint8_t> compare(const MoneyArray& a, Money b, Holds holds);
/// 1 where both are there and their order is one that `holds`. Throws DomainError ("amount.length").
template <class Holds>
[[nodiscard]] std::vector<std::uint8_t> compare(const MoneyArray& a, const MoneyArray& b,
                                                Holds holds);

/// Every amount as to_string prints it in `unit`, "" where missing. Throws UnitMismatch for unknown.
[[nodiscard]] inline std::vector<std::string> to_strings(const MoneyArray& amounts, Unit unit);

// ---- details ----

namespace detail {

// A bitmap that says "there" where both say so; empty when nothing is missing.
inline std::vector<std::uint8_t> present_in_both(const MoneyArray& a, const MoneyArray& b) {
  std::vector<std::uint8_t> validity;
  if (a.validity() == nullptr && b.validity() == nullptr) return validity;
  validity = all_valid(a.size());
  for (std::size_t byte = 0; byte < validity.size(); ++byte) {
    const unsigned left = a.validity() == nullptr ? 0xFFU : a.validity()[byte];
    const unsigned right = b.validity() == nullptr ? 0xFFU : b.validity()[byte];
    validity[byte] = static_cast<std::uint8_t>(left & right);
  }
  return validity;
}

// result[i] = step(i) wrapped to 64 bits, where `step` says whether it fits. No branch in the loop:
// most columns fit. A misfit counts only at an element that is there.
template <class Step, class Other>
MoneyArray mapped(const char* operation, const MoneyArray& a, std::vector<std::uint8_t> validity,
                  Step step, Other other) {
  const std::size_t size = a.size();
  std::vector<std::int64_t> fen(size);
  bool misfit = false;
  for (std::size_t i = 0; i < size; ++i) misfit |= step(i, fen[i]);
  if (misfit || !validity.empty()) {
    for (std::size_t i = 0; i < size; ++i) {
      if (!validity.empty() && !bit_at(validity.data(), i))
        fen[i] = 0;
      else if (misfit && step(i, fen[i]))
        raise(OverflowError("amount.overflow", operation, to_string(*a[i]), other(i), i));
    }
  }
  return MoneyArray::of_fen(std::move(fen), std::move(validity));
}

template <class Step>
MoneyArray combined(const char* operation, const MoneyArray& a, const MoneyArray& b, Step step) {
  if (a.size() != b.size()) raise_length(a.size(), b.size());
  const auto left = a.fen(), right = b.fen();
  return mapped(
      operation, a, present_in_both(a, b),
      [=](std::size_t i, std::int64_t& result) { return step(left[i], right[i], result); },
      [&](std::size_t i) { return to_string(*b[i]); });
}

template <class Step>
MoneyArray changed(const char* operation, const MoneyArray& a, const std::string& other,
                   Step step) {
  const auto left = a.fen();
  return mapped(
      operation, a, present_in_both(a, a),
      [=](std::size_t i, std::int64_t& result) { return step(left[i], result); },
      [&](std::size_t) { return other; });
}

}  // namespace detail

inline MoneyArray operator+(const MoneyArray& a, const MoneyArray& b) {
  return detail::combined("add", a, b, [](std::int64_t x, std::int64_t y, std::int64_t& result) {
    return __builtin_add_overflow(x, y, &result);
  });
}

inline MoneyArray operator-(const MoneyArray& a, const MoneyArray& b) {
  return detail::combined("subtract", a, b,
                          [](std::int64_t x, std::int64_t y, std::int64_t& result) {
                            return __builtin_sub_overflow(x, y, &result);
                          });
}

inline MoneyArray operator+(const MoneyArray& a, Money b) {
  return detail::changed("add", a, to_string(b),
                         [y = b.fen()](std::int64_t x, std::int64_t& result) {
                           return __builtin_add_overflow(x, y, &result);
                         });
}

inline MoneyArray operator-(const MoneyArray& a, Money b) {
  return detail::changed("subtract", a, to_string(b),
                         [y = b.fen()](std::int64_t x, std::int64_t& result) {
                           return __builtin_sub_overflow(x, y, &result);
                         });
}

inline MoneyArray operator+(Money a, const MoneyArray& b) {
  return b + a;
}

inline MoneyArray operator-(Money a, const MoneyArray& b) {
  return detail::changed("subtract_from", b, to_string(a),
                         [x = a.fen()](std::int64_t y, std::int64_t& result) {
                           return __builtin_sub_overflow(x, y, &result);
                         });
}

inline MoneyArray operator-(const MoneyArray& a) {
  return detail::changed("negate", a, "", [](std::int64_t x, std::int64_t& result) {
    return __builtin_sub_overflow(std::int64_t{0}, x, &result);
  });
}

inline MoneyArray abs(const MoneyArray& a) {
  return detail::changed("abs", a, "", [](std::int64_t x, std::int64_t& result) {
    result = x;
    return x < 0 && __builtin_sub_overflow(std::int64_t{0}, x, &result);
  });
}

template <WholeNumber T>
MoneyArray operator*(const MoneyArray& a, T factor) {
  return detail::changed("multiply", a, to_string(Int128{factor}),
                         [factor](std::int64_t x, std::int64_t& result) {
                           return __builtin_mul_overflow(x, factor, &result);
                         });
}

inline MoneyArray times(const MoneyArray& a, const Ratio& ratio, Rounding rounding) {
  return detail::changed("times", a, to_string(ratio), [&](std::int64_t x, std::int64_t& result) {
    const auto product = detail::scaled_fen(x, ratio, rounding);
    result = product.value_or(0);
    return !product;
  });
}

template <class Holds>
std::vector<std::uint8_t> compare(const MoneyArray& a, Money b, Holds holds) {
  std::vector<std::uint8_t> mask(a.size());
  const auto left = a.fen();
  for (std::size_t i = 0; i < mask.size(); ++i)
    mask[i] = static_cast<std::uint8_t>(holds(left[i] <=> b.fen()) && !a.is_missing(i));
  return mask;
}

template <class Holds>
std::vector<std::uint8_t> compare(const MoneyArray& a, const MoneyArray& b, Holds holds) {
  if (a.size() != b.size()) detail::raise_length(a.size(), b.size());
  std::vector<std::uint8_t> mask(a.size());
  const auto left = a.fen(), right = b.fen();
  for (std::size_t i = 0; i < mask.size(); ++i)
    mask[i] = static_cast<std::uint8_t>(holds(left[i] <=> right[i]) && !a.is_missing(i) &&
                                        !b.is_missing(i));
  return mask;
}

inline std::vector<std::string> to_strings(const MoneyArray& amounts, Unit unit) {
  if (unit == Unit::unknown) detail::raise_unit_unknown(Unit::yuan);
  std::vector<std::string> texts(amounts.size());
  detail::for_each_present(
      amounts, [&](std::size_t i) { texts[i] = to_string(Money::of_fen(amounts.fen()[i]), unit); });
  return texts;
}

}  // namespace budget::inline v1
