// SPDX-License-Identifier: Apache-2.0
// SubjectCode: the code of a budget subject (科目编码), three digits for the class and two more for
// every level below it: 208 · 20805 · 2080501. Codes of departments and units (021, 021001) are
// another thing: they begin with 0 or count other digits, and are refused here.
#pragma once

#include <budget/base/chars.hpp>
#include <budget/base/error.hpp>
#include <budget/base/text.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// How deep a code goes. Expenditure by function has Class, Group and Item, by economic nature
/// Class and Group, revenue Class to SubItem.
enum class SubjectLevel : std::uint8_t {
  Class = 1,  ///< 类, 3 digits
  Group,      ///< 款, 5 digits
  Item,       ///< 项, 7 digits
  SubItem,    ///< 目, 9 digits
  Detail,     ///< 11 digits: a body's own split of a SubItem
};

/// The classification that a code belongs to, told by its first digit.
enum class Classification : std::uint8_t {
  functional,           ///< 支出功能分类, 2…
  economic_department,  ///< 部门预算支出经济分类, 3…
  economic_government,  ///< 政府预算支出经济分类, 5…
  revenue,              ///< 收入分类, 1…
};

/// Stable English word for it: "functional", "economic_department", ….
[[nodiscard]] constexpr std::string_view to_string(Classification) noexcept;
/// Stable English word for it: "class", "group", "item", "sub_item", "detail".
[[nodiscard]] constexpr std::string_view to_string(SubjectLevel) noexcept;

/// A subject's code. Invariant: 3, 5, 7, 9 or 11 digits, the first of them not 0.
/// Order is that of a printed list: a code, then what lies below it, then the next one.
class SubjectCode {
 public:
  static constexpr std::size_t max_digits = 11;  ///< longest code

  /// Reads "2010601": half-width digits and nothing else. Throws ParseError (id "subject.code").
  [[nodiscard]] static constexpr SubjectCode parse(std::string_view text);

  /// Same, or nothing.
  [[nodiscard]] static constexpr std::optional<SubjectCode> try_parse(
      std::string_view text) noexcept;

  /// Reads a code as documents print it: blanks at both ends, full-width digits, levels set apart by
  /// blanks, `-`, `.`, `/`, `_` or `·` (201-01-01, 201.01.01, 201 01 01), a level of one digit unpadded
  /// (201-1-1), a level that repeats what stands before it (201 20101 2010101). Throws ParseError
  /// (id "subject.code"), reason "not_a_digit", "leading_zero", "too_long", "wrong_length" or
  /// "empty_part" (nothing between two separators).
  [[nodiscard]] static constexpr SubjectCode parse_printed(std::string_view text);

  /// Same, or nothing.
  [[nodiscard]] static constexpr std::optional<SubjectCode> try_parse_printed(
      std::string_view text) noexcept;

  /// Puts 类, 款 and 项 columns together: ("201", "06", "01"), ("201", "6", ""), or with each column
  /// printing the whole code so far ("201", "20106", "2010601"). Blanks around a part do not count;
  /// trailing parts may be empty. Nothing where that gives no code.
  [[nodiscard]] static constexpr std::optional<SubjectCode> from_parts(
      std::string_view class_part, std::string_view group_part = {},
      std::string_view item_part = {}) noexcept;

  [[nodiscard]] constexpr SubjectLevel level() const noexcept;  ///< by its number of digits
  [[nodiscard]] constexpr std::size_t digits() const noexcept { return packed_ & 0xFU; }  ///< 3…11

  /// The code one level up; nothing for a class.
  [[nodiscard]] constexpr std::optional<SubjectCode> parent() const noexcept;
  /// This code or the one above it at `level`; nothing where `level` is deeper than this one.
  [[nodiscard]] constexpr std::optional<SubjectCode> at(SubjectLevel level) const noexcept;
  /// Whether `other` lies below this code, at any depth. No code lies below itself.
  [[nodiscard]] constexpr bool is_ancestor_of(SubjectCode other) const noexcept;

  /// The classification by the first digit; nothing for 4, 6, 7, 8 and 9, which none uses.
  [[nodiscard]] constexpr std::optional<Classification> classification() const noexcept;

  friend constexpr bool operator==(SubjectCode, SubjectCode) noexcept = default;  ///< same digits
  /// Printed order, see above.
  friend constexpr std::strong_ordering operator<=>(SubjectCode, SubjectCode) noexcept = default;

  /// One number a code, in the order of codes: for hashing and sorting.
  [[nodiscard]] constexpr std::uint64_t packed() const noexcept { return packed_; }

 private:
  constexpr explicit SubjectCode(std::uint64_t packed) noexcept : packed_(packed) {}
  // The digits, filled up with 0 to eleven, times 16, plus how many there are.
  std::uint64_t packed_;
};

/// Reads the whole range, see SubjectCode::parse. No allocation.
constexpr FromCharsResult from_chars(const char* first, const char* last,
                                     std::optional<SubjectCode>& value) noexcept;

/// Writes the digits; 11 characters always suffice.
constexpr ToCharsResult to_chars(char* first, char* last, SubjectCode code) noexcept;

/// The digits.
[[nodiscard]] inline std::string to_string(SubjectCode code);

/// The digits with `separator` between the levels: 2010601 with "-" gives 201-06-01.
[[nodiscard]] inline std::string to_string(SubjectCode code, std::string_view separator);

/// Prints the digits.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             SubjectCode code) {
  return stream << std::string_view(to_string(code));
}

// ---- details ----

namespace detail {

// 10^(11 − digits) for each possible number of digits.
constexpr std::uint64_t code_scale(std::size_t digits) noexcept {
  std::uint64_t scale = 1;
  for (std::size_t i = digits; i < SubjectCode::max_digits; ++i) scale *= 10;
  return scale;
}

// Where reading a code fails, or npos; and why.
struct CodeFault {
  std::size_t position = std::string_view::npos;
  std::string_view reason;
};

constexpr CodeFault code_fault(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return {i, "not_a_digit"};
    if (i == 0 && text[i] == '0') return {0, "leading_zero"};
    if (i == SubjectCode::max_digits) return {i, "too_long"};
  }
  if (text.size() < 3 || text.size() % 2 == 0) return {text.size(), "wrong_length"};
  return {};
}

[[noreturn]] inline void refuse_code(std::string_view text, CodeFault fault) {
  raise(ParseError("subject.code", std::string(text), fault.reason,
                   {"科目编码应为 3、5、7、9 或 11 位数字，首位不为 0",
                    "a subject code has 3, 5, 7, 9 or 11 digits, the first not 0"},
                   fault.position));
}

}  // namespace detail

constexpr std::string_view to_string(Classification classification) noexcept {
  switch (classification) {
    case Classification::functional: return "functional";
    case Classification::economic_department: return "economic_department";
    case Classification::economic_government: return "economic_government";
    case Classification::revenue: return "revenue";
  }
  return "";
}

constexpr std::string_view to_string(SubjectLevel level) noexcept {
  switch (level) {
    case SubjectLevel::Class: return "class";
    case SubjectLevel::Group: return "group";
    case SubjectLevel::Item: return "item";
    case SubjectLevel::SubItem: return "sub_item";
    case SubjectLevel::Detail: return "detail";
  }
  return "";
}

constexpr std::optional<SubjectCode> SubjectCode::try_parse(std::string_view text) noexcept {
  if (detail::code_fault(text).position != std::string_view::npos) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return SubjectCode(((value * detail::code_scale(text.size())) << 4U) | text.size());
}

constexpr SubjectCode SubjectCode::parse(std::string_view text) {
  const auto code = try_parse(text);
  if (!code) detail::refuse_code(text, detail::code_fault(text));
  return *code;
}

constexpr std::optional<SubjectCode> SubjectCode::from_parts(std::string_view class_part,
                                                             std::string_view group_part,
                                                             std::string_view item_part) noexcept {
  char digits[7]{};
  std::size_t size = 0;
  bool ended = false;
  for (std::string_view part : {class_part, group_part, item_part}) {
    part = detail::strip_blanks(part);
    const std::size_t wanted = size == 0 ? 3 : 2;
    if (part.empty()) {
      ended = true;
      continue;
    }
    if (ended) return std::nullopt;  // a part under a missing one
    if (size != 0 && part.size() == size + 2 && part.starts_with(std::string_view(digits, size))) {
      part.remove_prefix(size);
    }
    if (part.size() > wanted || (size == 0 && part.size() != wanted)) return std::nullopt;
    if (part.size() < wanted) digits[size++] = '0';
    for (const char c : part) digits[size++] = c;
  }
  return try_parse(std::string_view(digits, size));
}

constexpr SubjectLevel SubjectCode::level() const noexcept {
  return static_cast<SubjectLevel>((digits() - 1) / 2);
}

constexpr std::optional<SubjectCode> SubjectCode::at(SubjectLevel level) const noexcept {
  const std::size_t wanted = static_cast<std::size_t>(level) * 2 + 1;
  if (wanted < 3 || wanted > digits()) return std::nullopt;
  const std::uint64_t scale = detail::code_scale(wanted);
  const std::uint64_t value = (packed_ >> 4U) / scale * scale;
  return SubjectCode((value << 4U) | wanted);
}

constexpr std::optional<SubjectCode> SubjectCode::parent() const noexcept {
  return at(static_cast<SubjectLevel>(static_cast<int>(level()) - 1));
}

constexpr bool SubjectCode::is_ancestor_of(SubjectCode other) const noexcept {
  return digits() < other.digits() && other.at(level()) == *this;
}

constexpr std::optional<Classification> SubjectCode::classification() const noexcept {
  switch ((packed_ >> 4U) / detail::code_scale(1)) {
    case 1: return Classification::revenue;
    case 2: return Classification::functional;
    case 3: return Classification::economic_department;
    case 5: return Classification::economic_government;
    default: return std::nullopt;
  }
}

constexpr FromCharsResult from_chars(const char* first, const char* last,
                                     std::optional<SubjectCode>& value) noexcept {
  const std::string_view text(first, static_cast<std::size_t>(last - first));
  const detail::CodeFault fault = detail::code_fault(text);
  if (fault.position == std::string_view::npos) {
    value = SubjectCode::try_parse(text);
    return {last, std::errc{}};
  }
  return {first + fault.position, fault.reason == "too_long" ? std::errc::result_out_of_range
                                                             : std::errc::invalid_argument};
}

constexpr ToCharsResult to_chars(char* first, char* last, SubjectCode code) noexcept {
  const std::size_t size = code.digits();
  if (static_cast<std::size_t>(last - first) < size) return {last, std::errc::value_too_large};
  std::uint64_t value = (code.packed() >> 4U) / detail::code_scale(size);
  for (std::size_t i = size; i > 0; --i, value /= 10) {
    first[i - 1] = static_cast<char>('0' + value % 10);
  }
  return {first + size, std::errc{}};
}

inline std::string to_string(SubjectCode code) {
  char buffer[SubjectCode::max_digits];
  return {buffer, to_chars(buffer, buffer + sizeof buffer, code).ptr};
}

inline std::string to_string(SubjectCode code, std::string_view separator) {
  const std::string digits = to_string(code);
  std::string text = digits.substr(0, 3);
  for (std::size_t i = 3; i < digits.size(); i += 2) text.append(separator).append(digits, i, 2);
  return text;
}

}  // namespace budget::inline v1

/// Hashes a code by its digits.
template <>
struct std::hash<budget::SubjectCode> {
  std::size_t operator()(budget::SubjectCode code) const noexcept {
    return static_cast<std::size_t>(code.packed() ^ (code.packed() >> 32U));
  }
};

#include <budget/subject/code_printed.hpp>
