// SPDX-License-Identifier: Apache-2.0
// Ordinals before names: 一、 （一） 1. （1） ① Ⅰ、 with the number they count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// How the ordinal before a name is written. Which style is the outer one differs between documents.
enum class OrdinalStyle : std::uint8_t {
  none,
  chinese,            ///< 一、
  chinese_bracketed,  ///< （一）, 一） or ㈠
  arabic,             ///< 1. or 1、 or ⒈
  arabic_bracketed,   ///< （1）, 1） or ⑴
  circled,            ///< ①
  roman,              ///< Ⅰ、
};

// ---- details ----

namespace detail {

constexpr int chinese_digit(char32_t c) noexcept {
  switch (c) {
    case U'〇':
    case U'零': return 0;
    case U'一': return 1;
    case U'二': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default: return -1;
  }
}

constexpr bool is_digit(char32_t c) noexcept {
  return c >= U'0' && c <= U'9';
}

constexpr bool starts_with_year(std::u32string_view text) noexcept {
  return text.size() > 4 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         is_digit(text[3]) && text[4] == U'年';
}

// A number at the start of a name: how many characters, which value, how written.
struct Numeral {
  std::size_t length = 0;
  int value = 0;
  OrdinalStyle style = OrdinalStyle::none;
};

inline Numeral chinese_numeral(std::u32string_view text) noexcept {
  // Up to 九十九: ordinals of tables and sections do not go further.
  std::size_t i = 0;
  int tens = 0, ones = -1;
  if (i < text.size() && chinese_digit(text[i]) > 0) ones = chinese_digit(text[i++]);
  if (i < text.size() && text[i] == U'十') {
    tens = ones < 0 ? 1 : ones;
    ones = 0;
    if (++i < text.size() && chinese_digit(text[i]) > 0) ones = chinese_digit(text[i++]);
  }
  if (i == 0) return {};
  return {i, tens * 10 + (ones > 0 ? ones : 0), OrdinalStyle::chinese};
}

inline Numeral plain_numeral(std::u32string_view text) noexcept {
  std::size_t i = 0;
  int value = 0;
  // Three digits and more are codes or years.
  while (i < text.size() && i < 3 && is_digit(text[i]))
    value = value * 10 + static_cast<int>(text[i++] - U'0');
  if (i == 1 || i == 2) return {i, value, OrdinalStyle::arabic};
  if (i != 0 || text.empty()) return {};
  if (text[0] >= 0x2160 && text[0] <= 0x216B)
    return {1, static_cast<int>(text[0] - 0x2160) + 1, OrdinalStyle::roman};
  return chinese_numeral(text);
}

// One character that is a whole ordinal: ① ⑴ ⒈ ㈠.
constexpr Numeral single_ordinal(char32_t c) noexcept {
  if (c >= 0x2460 && c <= 0x2473)
    return {1, static_cast<int>(c - 0x2460) + 1, OrdinalStyle::circled};
  if (c >= 0x2474 && c <= 0x2487)
    return {1, static_cast<int>(c - 0x2474) + 1, OrdinalStyle::arabic_bracketed};
  if (c >= 0x2488 && c <= 0x249B)
    return {1, static_cast<int>(c - 0x2488) + 1, OrdinalStyle::arabic};
  if (c >= 0x3220 && c <= 0x3229)
    return {1, static_cast<int>(c - 0x3220) + 1, OrdinalStyle::chinese_bracketed};
  return {};
}

constexpr OrdinalStyle bracketed(OrdinalStyle style) noexcept {
  return style == OrdinalStyle::chinese  ? OrdinalStyle::chinese_bracketed
         : style == OrdinalStyle::arabic ? OrdinalStyle::arabic_bracketed
                                         : style;
}

// The ordinal at the start of a normalised name, with what separates it from the name.
inline std::optional<Numeral> leading_ordinal(std::u32string_view text) noexcept {
  if (text.empty()) return std::nullopt;
  const auto at = [text](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
  const auto separates = [](char32_t c) { return c == U'、' || c == U'.' || c == U'，'; };
  if (Numeral found = single_ordinal(text[0]); found.length != 0) {
    if (separates(at(1))) ++found.length;
    return found;
  }
  const bool open = text[0] == U'（';
  Numeral found = plain_numeral(text.substr(open ? 1 : 0));
  if (found.length == 0) return std::nullopt;
  std::size_t end = found.length + (open ? 1 : 0);
  if (at(end) == U'）') {
    found.style = bracketed(found.style);
    if (separates(at(++end))) ++end;
  } else if (!open && separates(at(end))) {
    ++end;
    // 1.5 and 1，234 are figures.
    if (at(end - 1) != U'、' && is_digit(at(end)) && !starts_with_year(text.substr(end)))
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  found.length = end;
  return found;
}

}  // namespace detail

}  // namespace budget::inline v1
