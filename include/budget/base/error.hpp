// SPDX-License-Identifier: Apache-2.0
// Error: the one root of everything the library throws, and its few children.
// A caller tells errors apart by type, by `id()` and by the fields, never by the message,
// which exists in both languages and may change.
#pragma once

#include <budget/base/language.hpp>
#include <budget/base/place.hpp>

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1 {

/// Root of all errors. `id` is stable, such as "amount.overflow".
class Error : public std::exception {
 public:
  /// `id` must live as long as the program (a string literal).
  Error(std::string_view id, Bilingual message, Place place = {})
      : id_(id), message_(std::move(message)), place_(std::move(place)) {}

  /// Stable name of the error, "<layer>.<what>".
  [[nodiscard]] std::string_view id() const noexcept { return id_; }
  /// What happened, in both languages.
  [[nodiscard]] const Bilingual& message() const noexcept { return message_; }
  /// Where it happened; unknown parts are 0 or empty.
  [[nodiscard]] const Place& place() const noexcept { return place_; }
  /// The English message.
  [[nodiscard]] const char* what() const noexcept override { return message_.en.c_str(); }

 private:
  std::string_view id_;
  Bilingual message_;
  Place place_;
};

/// A result does not fit its type. Nothing is ever wrapped or clipped instead.
class OverflowError : public Error {
 public:
  /// `operation` is a word such as "add"; the operands are given as text. In a column, `index` is
  /// the element that does not fit.
  OverflowError(std::string_view id, std::string operation, std::string left, std::string right,
                std::optional<std::size_t> index = std::nullopt)
      : Error(id, text(operation, left, right, index)),
        operation_(std::move(operation)),
        left_(std::move(left)),
        right_(std::move(right)),
        index_(index) {}

  [[nodiscard]] const std::string& operation() const noexcept { return operation_; }  ///< "add", …
  [[nodiscard]] const std::string& left() const noexcept { return left_; }    ///< first operand
  [[nodiscard]] const std::string& right() const noexcept { return right_; }  ///< second, or empty
  /// Element of a column, from 0; nothing outside columns.
  [[nodiscard]] std::optional<std::size_t> index() const noexcept { return index_; }

 private:
  static Bilingual text(const std::string& operation, const std::string& left,
                        const std::string& right, std::optional<std::size_t> index);

  std::string operation_, left_, right_;
  std::optional<std::size_t> index_;
};

/// Two units that do not go together, or a unit that is not known where one is needed.
class UnitMismatch : public Error {
 public:
  /// The units as printed; an unknown unit is an empty text.
  UnitMismatch(std::string_view id, std::string left, std::string right)
      : Error(id, text(left, right)), left_(std::move(left)), right_(std::move(right)) {}

  [[nodiscard]] const std::string& left() const noexcept { return left_; }    ///< unit found
  [[nodiscard]] const std::string& right() const noexcept { return right_; }  ///< unit needed

 private:
  static Bilingual text(const std::string& left, const std::string& right);

  std::string left_, right_;
};

/// A text is not what it should be: not a number, not an amount, not a code.
class ParseError : public Error {
 public:
  /// `reason` is a stable word (a literal) such as "two_points"; `explanation` says it in words;
  /// `position` is the byte of `source_text` where reading failed, from 0.
  ParseError(std::string_view id, std::string source_text, std::string_view reason,
             const Bilingual& explanation, std::size_t position)
      : Error(id, message_for(source_text, explanation)),
        text_(std::move(source_text)),
        reason_(reason),
        position_(position) {}

  [[nodiscard]] const std::string& text() const noexcept { return text_; }    ///< the text given
  [[nodiscard]] std::string_view reason() const noexcept { return reason_; }  ///< stable word
  [[nodiscard]] std::size_t position() const noexcept { return position_; }   ///< byte, from 0

 private:
  static Bilingual message_for(const std::string& source_text, const Bilingual& explanation);

  std::string text_;
  std::string_view reason_;
  std::size_t position_;
};

/// A file or document could not be read: encoding, empty, no table, too large.
class ReadError : public Error {
 public:
  using Error::Error;
};

/// A rule file is wrong at a place; `expected` says what would have been right there.
class RuleError : public Error {
 public:
  RuleError(std::string_view id, Bilingual message, Place place, std::string expected)
      : Error(id, std::move(message), std::move(place)), expected_(std::move(expected)) {}

  [[nodiscard]] const std::string& expected() const noexcept { return expected_; }  ///< may be ""

 private:
  std::string expected_;
};

/// A quotient by zero was asked for.
class DivisionByZero : public Error {
 public:
  explicit DivisionByZero(std::string dividend)
      : Error("amount.division_by_zero",
              {"除数为零：" + dividend + " ÷ 0", "division by zero: " + dividend + " / 0"}),
        dividend_(std::move(dividend)) {}

  [[nodiscard]] const std::string& dividend() const noexcept { return dividend_; }  ///< as text

 private:
  std::string dividend_;
};

/// An argument outside what a function is defined for; `argument` is its text.
class DomainError : public Error {
 public:
  DomainError(std::string_view id, Bilingual message, std::string argument)
      : Error(id, std::move(message)), argument_(std::move(argument)) {}

  [[nodiscard]] const std::string& argument() const noexcept { return argument_; }  ///< as text

 private:
  std::string argument_;
};

/// Weights that nothing can be split by.
class WeightError : public Error {
 public:
  /// `index` is the place of the weight at fault in the list, from 0; nothing where all are.
  WeightError(std::string_view id, Bilingual message, std::optional<std::size_t> index)
      : Error(id, std::move(message)), index_(index) {}

  [[nodiscard]] std::optional<std::size_t> index() const noexcept { return index_; }  ///< from 0

 private:
  std::optional<std::size_t> index_;
};

/// A figure with digits other than 0 beyond the precision that is stated for it.
class PrecisionError : public Error {
 public:
  PrecisionError(std::string text, int decimals)
      : Error("proof.precision",
              {"“" + text + "”在第 " + std::to_string(decimals) + " 位小数之后还有不为 0 的数字",
               "\"" + text + "\" has digits other than 0 beyond " + std::to_string(decimals) +
                   " decimals"}),
        text_(std::move(text)),
        decimals_(decimals) {}

  [[nodiscard]] const std::string& text() const noexcept { return text_; }  ///< as printed
  [[nodiscard]] int decimals() const noexcept { return decimals_; }         ///< that count

 private:
  std::string text_;
  int decimals_;
};

// ---- details ----

namespace detail {

// The only place that throws. Without exceptions a throwing call does not compile, so a program
// built so is held to the calls that return an optional or an error code.
#if defined(__cpp_exceptions)
template <class Thrown>
[[noreturn, gnu::cold, gnu::noinline]] void raise(Thrown error) {
  throw error;
}
#else
template <class Thrown>
[[noreturn]] void raise(Thrown) __attribute__((error("this call throws; exceptions are off")));
#endif

}  // namespace detail

inline Bilingual OverflowError::text(const std::string& operation, const std::string& left,
                                     const std::string& right, std::optional<std::size_t> index) {
  const std::string operands = left + (right.empty() ? "" : ", " + right);
  const std::string at = index ? std::to_string(*index) : "";
  return {
      "结果超出可表示的范围（" + operation + (index ? "，下标 " + at : "") + "）：" + operands,
      "result out of range in " + operation + (index ? " at index " + at : "") + ": " + operands};
}

inline Bilingual UnitMismatch::text(const std::string& left, const std::string& right) {
  return {"单位不符：" + (left.empty() ? "单位未知" : left) + "，需要 " +
              (right.empty() ? "已知单位" : right),
          "units do not match: " + (left.empty() ? "unit not known" : left) + ", needed " +
              (right.empty() ? "a known unit" : right)};
}

inline Bilingual ParseError::message_for(const std::string& source_text,
                                         const Bilingual& explanation) {
  // A hostile text may be megabytes long: the message shows its beginning, cut between characters.
  constexpr std::size_t shown = 60;
  std::string head = source_text.substr(0, shown);
  if (source_text.size() > shown) {
    while (!head.empty() && (static_cast<unsigned char>(source_text[head.size()]) & 0xC0U) == 0x80U)
      head.pop_back();
    head += "…";
  }
  return {"无法读取“" + head + "”：" + explanation.zh,
          "cannot read \"" + head + "\": " + explanation.en};
}

}  // namespace budget::inline v1
