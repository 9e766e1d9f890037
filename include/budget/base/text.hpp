// SPDX-License-Identifier: Apache-2.0
// Text: UTF-8 read code point by code point, and the forms that Chinese typesetting prints letters,
// digits and spaces in brought to one. What can work on a view allocates nothing.
#pragma once

#include <budget/base/radicals.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// One code point read from UTF-8.
struct CodePoint {
  char32_t value = 0xFFFD;  ///< the code point; U+FFFD when the bytes are not UTF-8
  std::size_t length = 1;   ///< bytes it takes; a bad byte takes one
  bool valid = false;       ///< whether the bytes are UTF-8
};

/// The code point at byte `position`. Precondition: position < text.size().
/// Overlong forms, surrogates and values above U+10FFFF are not valid.
[[nodiscard]] constexpr CodePoint code_point_at(std::string_view text,
                                                std::size_t position) noexcept;

/// A text as a sequence of code points, for range-for. Bad bytes read as U+FFFD.
class CodePoints {
 public:
  class Iterator;
  /// The view must outlive this.
  constexpr explicit CodePoints(std::string_view text) noexcept : text_(text) {}
  [[nodiscard]] constexpr Iterator begin() const noexcept;  ///< first code point
  [[nodiscard]] constexpr Iterator end() const noexcept;    ///< past the last

 private:
  std::string_view text_;
};

/// Byte position of the first byte that is not UTF-8, or nothing when all of it is.
[[nodiscard]] constexpr std::optional<std::size_t> first_invalid_utf8(
    std::string_view text) noexcept;

/// Number of code points; a bad byte counts as one.
[[nodiscard]] constexpr std::size_t count_code_points(std::string_view text) noexcept;

/// Columns the text takes in a fixed-width font: Chinese and full-width 2, zero-width 0, else 1.
[[nodiscard]] constexpr std::size_t display_width(std::string_view text) noexcept;

/// Columns one code point takes: 0, 1 or 2.
[[nodiscard]] constexpr int display_width(char32_t code) noexcept;

/// Space of any kind: ASCII blanks and line ends, no-break, thin, ideographic (U+3000).
[[nodiscard]] constexpr bool is_space(char32_t code) noexcept;

/// Code points that print nothing at all: zero-width space and joiners, BOM, soft hyphen.
[[nodiscard]] constexpr bool is_invisible(char32_t code) noexcept;

/// The half-width form of a full-width code point (Ａ→A, ９→9, （→(, ，→, and U+3000→blank);
/// any other code point unchanged.
[[nodiscard]] constexpr char32_t half_width(char32_t code) noexcept;

/// The text without spaces and invisible code points at both ends. A view into `text`.
[[nodiscard]] constexpr std::string_view strip(std::string_view text) noexcept;

/// The code point as UTF-8. What is no Unicode scalar value gives U+FFFD.
[[nodiscard]] inline std::string to_utf8(char32_t code);

/// Whether a byte goes on a character that another one begins: no text is cut before it.
[[nodiscard]] constexpr bool is_inside_character(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// The text for comparing: full-width forms made half-width, radicals (⻔) ideographs, every run of
/// spaces one blank, ends stripped, invisible code points dropped, bad bytes made U+FFFD.
[[nodiscard]] inline std::string normalise(std::string_view text);

/// As `normalise`, and no spaces at all: names printed as `合  计` or broken over lines compare equal.
[[nodiscard]] inline std::string without_spaces(std::string_view text);

// ---- details ----

constexpr CodePoint code_point_at(std::string_view text, std::size_t position) noexcept {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(position);
  if (lead < 0x80U) return {lead, 1, true};
  const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U) return {};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte(position + i);
    if ((next & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (next & 0x3FU);
  }
  const char32_t least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
  if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
  return {value, length, true};
}

/// Forward iterator over code points.
class CodePoints::Iterator {
 public:
  using value_type = char32_t;             ///< code points
  using difference_type = std::ptrdiff_t;  ///< as iterators have it

  constexpr Iterator() noexcept = default;
  constexpr Iterator(std::string_view text, std::size_t position) noexcept
      : text_(text), position_(position) {
    read();
  }

  constexpr char32_t operator*() const noexcept { return point_.value; }  ///< the code point here
  constexpr Iterator& operator++() noexcept {                             ///< to the next one
    position_ += point_.length;
    read();
    return *this;
  }
  constexpr Iterator operator++(int) noexcept {  ///< to the next one
    Iterator before = *this;
    ++*this;
    return before;
  }
  /// Byte position in the text.
  [[nodiscard]] constexpr std::size_t position() const noexcept { return position_; }
  friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept {
    return a.position_ == b.position_;
  }

 private:
  constexpr void read() noexcept {
    if (position_ < text_.size()) point_ = code_point_at(text_, position_);
  }

  std::string_view text_;
  std::size_t position_ = 0;
  CodePoint point_;
};

constexpr CodePoints::Iterator CodePoints::begin() const noexcept {
  return {text_, 0};
}
constexpr CodePoints::Iterator CodePoints::end() const noexcept {
  return {text_, text_.size()};
}

constexpr std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (!point.valid) return i;
    i += point.length;
  }
  return std::nullopt;
}

constexpr std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).length) ++count;
  return count;
}

constexpr int display_width(char32_t code) noexcept {
  if (is_invisible(code) || code < 0x20 || (code >= 0x7F && code < 0xA0) ||
      (code >= 0x300 && code <= 0x36F))
    return 0;
  // East Asian Wide and Fullwidth (Unicode UAX #11), by block.
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0x303E) ||
                    (code >= 0x3041 && code <= 0xA4CF) || (code >= 0xAC00 && code <= 0xD7A3) ||
                    (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFE30 && code <= 0xFE6F) ||
                    (code >= 0xFF00 && code <= 0xFF60) || (code >= 0xFFE0 && code <= 0xFFE6) ||
                    code == 0x3000 || (code >= 0x1F300 && code <= 0x1F64F) ||
                    (code >= 0x20000 && code <= 0x3FFFD);
  return wide ? 2 : 1;
}

constexpr std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (const char32_t code : CodePoints(text))
    width += static_cast<std::size_t>(display_width(code));
  return width;
}

constexpr bool is_space(char32_t code) noexcept {
  return code == U' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0xA0 ||
         code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
         code == 0x202F || code == 0x205F || code == 0x3000;
}

constexpr bool is_invisible(char32_t code) noexcept {
  return (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF || code == 0xAD;
}

constexpr char32_t half_width(char32_t code) noexcept {
  if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
  if (code == 0x3000) return U' ';
  if (code == 0xFFE5) return 0xA5;  // ￥
  return code;
}

namespace detail {

// Without blanks and tabs at its ends, for columns of millions of short ASCII texts.
constexpr std::string_view strip_blanks(std::string_view text) noexcept {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace detail

constexpr std::string_view strip(std::string_view text) noexcept {
  const auto empty = [](const CodePoint& point) {
    return point.valid && (is_space(point.value) || is_invisible(point.value));
  };
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!empty(first)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    std::size_t lead = text.size() - 1;  // of the last code point, at most four bytes long
    while (lead > 0 && text.size() - lead < 4 && is_inside_character(text, lead)) --lead;
    const CodePoint last = code_point_at(text, lead);
    if (!empty(last) || lead + last.length != text.size()) break;
    text.remove_suffix(last.length);
  }
  return text;
}

namespace detail {

inline void append_utf8(std::string& text, char32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
    return;
  }
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
  };
  if (code < 0x800) {
    text += static_cast<char>(0xC0U | (code >> 6U));
  } else {
    if (code < 0x10000) {
      text += static_cast<char>(0xE0U | (code >> 12U));
    } else {
      text += static_cast<char>(0xF0U | (code >> 18U));
      tail(12);
    }
    tail(6);
  }
  tail(0);
}

}  // namespace detail

inline std::string to_utf8(char32_t code) {
  std::string text;
  detail::append_utf8(text, code);
  return text;
}

namespace detail {

inline std::string normalised(std::string_view text, bool keep_spaces) {
  std::string result;
  result.reserve(text.size());
  bool pending_space = false;
  // Ideographs and visible ASCII, most of any text, stay as they are: copied without a look at them.
  const auto unchanged = [text](std::size_t i) -> std::size_t {
    const auto byte = [text](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const unsigned lead = byte(i);
    if (lead > 0x20U && lead < 0x7FU) return 1;
    const bool ideograph = lead >= 0xE4U && lead <= 0xE9U && (byte(i + 1) & 0xC0U) == 0x80U &&
                           (byte(i + 2) & 0xC0U) == 0x80U;
    return ideograph ? 3 : 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (const std::size_t length = unchanged(end)) end += length;
    if (end > i) {
      if (pending_space) result += ' ';
      pending_space = false;
      result.append(text, i, end - i);
      i = end;
      continue;
    }
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    const char32_t code = point.value;
    if (is_invisible(code)) continue;
    if (is_space(code)) {
      pending_space = keep_spaces && !result.empty();
      continue;
    }
    if (pending_space) result += ' ';
    pending_space = false;
    append_utf8(result, ideograph_of(half_width(code)));
  }
  return result;
}

}  // namespace detail

inline std::string normalise(std::string_view text) {
  return detail::normalised(text, true);
}

inline std::string without_spaces(std::string_view text) {
  return detail::normalised(text, false);
}

}  // namespace budget::inline v1
