// SPDX-License-Identifier: Apache-2.0
// The characters of names: code points, and which of them count as one when names are compared.
// Nothing here fails; what is not UTF-8 travels through byte by byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace budget::inline v1::detail {

// A byte that is no UTF-8 travels as 0x110000 + byte, so that every text survives the round trip.
inline constexpr char32_t stray_byte = 0x110000;

inline std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    char32_t value = length < 2 ? lead : static_cast<char32_t>(lead & (0xFFU >> (length + 1)));
    bool good = length != 0 && i + length <= text.size();
    for (std::size_t k = 1; good && k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      good = (next & 0xC0) == 0x80;
      value = (value << 6) | (next & 0x3FU);
    }
    good = good && !(length == 3 && (value < 0x800 || (value >= 0xD800 && value < 0xE000))) &&
           !(length == 4 && (value < 0x10000 || value > 0x10FFFF));
    out.push_back(good ? value : stray_byte + lead);
    i += good ? length : 1;
  }
  return out;
}

inline void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (c >= stray_byte) {
    put(c - stray_byte);
  } else if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)),
        put(0x80 | (c & 0x3F));
  }
}

// Dropped from a key: blanks, zero-width and soft marks, quotation marks.
constexpr bool ignorable_in_name(char32_t c) noexcept {
  return c <= U' ' || c == 0x7F || c == 0xA0 || c == 0xAD || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF || c == U'"' || c == U'\'' ||
         (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F) || c == 0x301D ||
         c == 0x301E || c == 0xFF02 || c == 0xFF07;
}

constexpr char32_t name_character(char32_t c) noexcept {
  switch (c) {
    case U'(':
    case U'﹙':
      return U'（';
    case U')':
    case U'﹚':
      return U'）';
    case U':':
    case U'﹕':
    case U'∶':
      return U'：';
    case U',':
    case U'﹐':
      return U'，';
    case U';':
    case U'﹔':
      return U'；';
    case U'､':
      return U'、';
    default:
      break;
  }
  const bool kept_wide = c == U'（' || c == U'）' || c == U'：' || c == U'，' || c == U'；';
  return c >= 0xFF01 && c <= 0xFF5E && !kept_wide ? c - 0xFEE0 : c;
}

constexpr int chinese_digit(char32_t c) noexcept {
  constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  const auto at = digits.find(c);
  return at != digits.npos ? static_cast<int>(at) : c == U'零' ? 0 : -1;
}

}  // namespace budget::inline v1::detail
