// SPDX-License-Identifier: Apache-2.0
// Result: a value or the reason why there is none, for calls where failing is an ordinary answer.
#pragma once

#include <budget/base/language.hpp>
#include <budget/base/place.hpp>

#include <string_view>
#include <utility>
#include <variant>

namespace budget::inline v1 {

/// A copyable reason: stable id (a literal), words in both languages, and where.
struct Failure {
  std::string_view id;  ///< stable name, "<layer>.<what>"
  Bilingual message;    ///< what went wrong
  Place place;          ///< where; unknown parts are 0 or empty

  /// Equal when all parts are.
  friend bool operator==(const Failure&, const Failure&) = default;
};

/// Either a T or an E, never both and never neither. T and E are different types.
template <class T, class E = Failure>
class [[nodiscard]] Result {
 public:
  using value_type = T;  ///< what is there on success
  using error_type = E;  ///< what is there on failure

  constexpr Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: meant
  constexpr Result(E error) : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: meant

  /// Whether there is a value.
  [[nodiscard]] constexpr bool has_value() const noexcept { return held_.index() == 0; }
  constexpr explicit operator bool() const noexcept { return has_value(); }  ///< has_value()

  /// The value. Precondition: has_value().
  [[nodiscard]] constexpr const T& value() const& noexcept { return *std::get_if<0>(&held_); }
  [[nodiscard]] constexpr T& value() & noexcept { return *std::get_if<0>(&held_); }  ///< same
  [[nodiscard]] constexpr T&& value() && noexcept {
    return std::move(*std::get_if<0>(&held_));
  }                                                                    ///< same
  constexpr const T& operator*() const& noexcept { return value(); }   ///< value()
  constexpr const T* operator->() const noexcept { return &value(); }  ///< value()

  /// The reason. Precondition: !has_value().
  [[nodiscard]] constexpr const E& error() const noexcept { return *std::get_if<1>(&held_); }

  /// The value, or `other` where there is none.
  [[nodiscard]] constexpr T value_or(T other) const {
    return has_value() ? value() : std::move(other);
  }

 private:
  std::variant<T, E> held_;
};

}  // namespace budget::inline v1
