// SPDX-License-Identifier: Apache-2.0
// Range: all values between two bounds, each included, excluded or absent. What a target asks for:
// ≥ 95 %, more than 3, below 10 000元. An Interval, whose ends are always included, is one of them.
#pragma once

#include <budget/amount/interval.hpp>
#include <budget/base/error.hpp>

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// What an end of a range is.
enum class Bound : std::uint8_t {
  closed,     ///< the end belongs to the range
  open,       ///< everything up to the end, not the end itself
  unbounded,  ///< there is no end
};

/// All values between two bounds. Empty where none lies there: (3, 3), or what two ranges without
/// a common value intersect to; all empty ranges are equal. Values are taken as dense: over Money,
/// (1分, 2分) is not empty, though no 分 lies in it.
template <Exact T>
class Range {
 public:
  /// Every value.
  constexpr Range() noexcept = default;
  /// low..high with the kinds of its ends. Throws DomainError ("amount.interval_reversed") for
  /// low > high. An end that is unbounded has its value ignored.
  constexpr Range(const T& low, Bound low_bound, const T& high, Bound high_bound);
  /// The same values.
  constexpr Range(const Interval<T>& interval) noexcept  // NOLINT: implicit because exact
      : low_(interval.low()),
        high_(interval.high()),
        low_bound_(Bound::closed),
        high_bound_(Bound::closed) {}

  [[nodiscard]] static constexpr Range at_least(const T& value) noexcept;   ///< [value, ∞)
  [[nodiscard]] static constexpr Range more_than(const T& value) noexcept;  ///< (value, ∞)
  [[nodiscard]] static constexpr Range at_most(const T& value) noexcept;    ///< (−∞, value]
  [[nodiscard]] static constexpr Range less_than(const T& value) noexcept;  ///< (−∞, value)
  [[nodiscard]] static constexpr Range exactly(const T& value) noexcept;    ///< [value, value]

  [[nodiscard]] constexpr Bound low_bound() const noexcept { return low_bound_; }    ///< lower end
  [[nodiscard]] constexpr Bound high_bound() const noexcept { return high_bound_; }  ///< upper end
  /// The lower end; nothing where there is none.
  [[nodiscard]] constexpr std::optional<T> low() const noexcept;
  /// The upper end; nothing where there is none.
  [[nodiscard]] constexpr std::optional<T> high() const noexcept;

  /// Whether no value lies in it.
  [[nodiscard]] constexpr bool is_empty() const noexcept;
  /// Whether `value` lies in it.
  [[nodiscard]] constexpr bool contains(const T& value) const noexcept;
  /// Whether all of `other` lies in it; the empty range lies in every one.
  [[nodiscard]] constexpr bool contains(const Range& other) const noexcept;
  /// The same values as an interval; nothing unless both ends are closed and it is not empty.
  [[nodiscard]] constexpr std::optional<Interval<T>> closed() const noexcept;

  /// Same values.
  friend constexpr bool operator==(const Range& a, const Range& b) noexcept {
    return a.contains(b) && b.contains(a);
  }

  /// What lies in both; it may be empty.
  friend constexpr Range intersect(const Range& a, const Range& b) noexcept {
    Range result = a;
    if (a.reaches_lower_than(b)) {
      result.low_ = b.low_;
      result.low_bound_ = b.low_bound_;
    }
    if (a.reaches_higher_than(b)) {
      result.high_ = b.high_;
      result.high_bound_ = b.high_bound_;
    }
    return result;
  }

 private:
  constexpr Range(Bound low_bound, const T& low, const T& high, Bound high_bound) noexcept
      : low_(low), high_(high), low_bound_(low_bound), high_bound_(high_bound) {}
  // Whether values lie in this one, seen from its lower (upper) end alone, and not in `other`.
  [[nodiscard]] constexpr bool reaches_lower_than(const Range& other) const noexcept;
  [[nodiscard]] constexpr bool reaches_higher_than(const Range& other) const noexcept;

  T low_{};
  T high_{};
  Bound low_bound_ = Bound::unbounded;
  Bound high_bound_ = Bound::unbounded;
};

/// "(low, high]"; an end that is absent is ∞, and the empty range "∅".
template <Exact T>
[[nodiscard]] std::string to_string(const Range<T>& value);

/// Prints as to_string.
template <class Traits, Exact T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Range<T>& value) {
  return stream << std::string_view(to_string(value));
}

/// The name as in the code: "closed".
[[nodiscard]] constexpr std::string_view symbol(Bound bound) noexcept {
  switch (bound) {
    case Bound::closed: return "closed";
    case Bound::open: return "open";
    case Bound::unbounded: return "unbounded";
  }
  return "";
}

// ---- details ----

template <Exact T>
constexpr Range<T>::Range(const T& low, Bound low_bound, const T& high, Bound high_bound)
    : Range(low_bound, low, high, high_bound) {
  const bool bounded = low_bound != Bound::unbounded && high_bound != Bound::unbounded;
  if (bounded && high < low) detail::raise_reversed(to_string(low), to_string(high));
}

template <Exact T>
constexpr Range<T> Range<T>::at_least(const T& value) noexcept {
  return Range(Bound::closed, value, T{}, Bound::unbounded);
}
template <Exact T>
constexpr Range<T> Range<T>::more_than(const T& value) noexcept {
  return Range(Bound::open, value, T{}, Bound::unbounded);
}
template <Exact T>
constexpr Range<T> Range<T>::at_most(const T& value) noexcept {
  return Range(Bound::unbounded, T{}, value, Bound::closed);
}
template <Exact T>
constexpr Range<T> Range<T>::less_than(const T& value) noexcept {
  return Range(Bound::unbounded, T{}, value, Bound::open);
}
template <Exact T>
constexpr Range<T> Range<T>::exactly(const T& value) noexcept {
  return Range(Bound::closed, value, value, Bound::closed);
}

template <Exact T>
constexpr std::optional<T> Range<T>::low() const noexcept {
  return low_bound_ == Bound::unbounded ? std::nullopt : std::optional<T>(low_);
}
template <Exact T>
constexpr std::optional<T> Range<T>::high() const noexcept {
  return high_bound_ == Bound::unbounded ? std::nullopt : std::optional<T>(high_);
}

template <Exact T>
constexpr bool Range<T>::is_empty() const noexcept {
  if (low_bound_ == Bound::unbounded || high_bound_ == Bound::unbounded) return false;
  if (low_ == high_) return low_bound_ == Bound::open || high_bound_ == Bound::open;
  return high_ < low_;
}

template <Exact T>
constexpr bool Range<T>::contains(const T& value) const noexcept {
  const bool above = low_bound_ == Bound::unbounded || low_ < value ||
                     (low_bound_ == Bound::closed && low_ == value);
  const bool below = high_bound_ == Bound::unbounded || value < high_ ||
                     (high_bound_ == Bound::closed && value == high_);
  return above && below;
}

template <Exact T>
constexpr bool Range<T>::contains(const Range& other) const noexcept {
  if (other.is_empty()) return true;
  return !other.reaches_lower_than(*this) && !other.reaches_higher_than(*this);
}

template <Exact T>
constexpr bool Range<T>::reaches_lower_than(const Range& other) const noexcept {
  if (other.low_bound_ == Bound::unbounded) return false;
  if (low_bound_ == Bound::unbounded || low_ < other.low_) return true;
  return low_ == other.low_ && low_bound_ == Bound::closed && other.low_bound_ == Bound::open;
}

template <Exact T>
constexpr bool Range<T>::reaches_higher_than(const Range& other) const noexcept {
  if (other.high_bound_ == Bound::unbounded) return false;
  if (high_bound_ == Bound::unbounded || other.high_ < high_) return true;
  return high_ == other.high_ && high_bound_ == Bound::closed && other.high_bound_ == Bound::open;
}

template <Exact T>
constexpr std::optional<Interval<T>> Range<T>::closed() const noexcept {
  if (low_bound_ != Bound::closed || high_bound_ != Bound::closed || is_empty())
    return std::nullopt;
  return Interval<T>(low_, high_);
}

template <Exact T>
std::string to_string(const Range<T>& value) {
  if (value.is_empty()) return "∅";
  const auto low = value.low();
  const auto high = value.high();
  return (value.low_bound() == Bound::closed ? "[" : "(") + (low ? to_string(*low) : "-∞") + ", " +
         (high ? to_string(*high) : "∞") + (value.high_bound() == Bound::closed ? "]" : ")");
}

}  // namespace budget::inline v1
