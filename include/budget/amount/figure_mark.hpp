// SPDX-License-Identifier: Apache-2.0
// Figure marks: what each code point of a printed figure is to a number, one visible code point at a
// time.
#pragma once

#include <budget/base/text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// What a code point is to a number.
enum class Mark : std::uint8_t {
  end,
  space,
  digit,
  separator,
  point,
  wrong_point,
  plus,
  minus,
  long_dash,
  slash,
  open,
  close,
  triangle,
  percent,
  permille,
  currency,
  hash,
  lookalike,
  letter,
  control,
  other,
};

constexpr Mark mark_of(char32_t code) noexcept {
  if (code >= U'0' && code <= U'9') return Mark::digit;
  switch (code) {
    case U',': return Mark::separator;
    case U'.': return Mark::point;
    case 0x3002:
    case 0xFF61:
    case 0xB7:
    case 0x30FB: return Mark::wrong_point;  // 。 ｡ · ・
    case U'+': return Mark::plus;
    case U'-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63: return Mark::minus;
    case 0x2014:
    case 0x2015:
    case 0x2500:
    case 0x2501:
    case 0xFE58: return Mark::long_dash;
    case U'/': return Mark::slash;
    case U'(': return Mark::open;
    case U')': return Mark::close;
    case 0x25B3:
    case 0x25B2:
    case 0x2206: return Mark::triangle;
    case U'%': return Mark::percent;
    case 0x2030: return Mark::permille;
    case 0xA5: return Mark::currency;
    case U'#': return Mark::hash;
    case U'O':
    case U'o':
    case U'l':
    case U'I':
    case U'|':
    case U'S':
    case U'B':
    case U'Z': return Mark::lookalike;
    default: break;
  }
  if (is_space(code)) return Mark::space;
  if ((code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z')) return Mark::letter;
  if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return Mark::control;
  return Mark::other;
}

// One visible code point of a text, or its end.
struct Symbol {
  Mark mark = Mark::end;
  char32_t code = 0;         // half width
  std::size_t begin = 0;     // byte where it stands
  std::size_t end = 0;       // byte after it
  bool after_space = false;  // spaces stand right before it

  constexpr bool is_dash() const noexcept { return mark == Mark::minus || mark == Mark::long_dash; }
};

// The first visible code point at or after `position`. Bytes that are no text are `control`.
constexpr Symbol symbol_at(std::string_view text, std::size_t position) noexcept {
  Symbol symbol;
  while (position < text.size()) {
    const CodePoint point = code_point_at(text, position);
    symbol.begin = position;
    position += point.length;
    if (is_invisible(point.value)) continue;
    symbol.code = half_width(point.value);
    symbol.mark = point.valid ? mark_of(symbol.code) : Mark::control;
    symbol.end = position;
    if (symbol.mark != Mark::space) return symbol;
    symbol.after_space = true;
  }
  symbol.mark = Mark::end;
  symbol.begin = symbol.end = text.size();
  return symbol;
}

}  // namespace detail

}  // namespace budget::inline v1
