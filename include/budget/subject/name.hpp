// SPDX-License-Identifier: Apache-2.0
// Names of subjects and rows as printed, and the key under which two prints of one name meet.
// 一、一般公共服务支出, （一）一般公共服务支出 and 一 般公共服务支出 are one name; what is dropped (ordinal,
// 其中) is returned beside the key, since it tells how deep a row stands.
#pragma once

#include <budget/base/text.hpp>
#include <budget/subject/ordinal.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// A printed name, taken apart.
struct PrintedName {
  OrdinalStyle ordinal = OrdinalStyle::none;  ///< style of the last ordinal before the name
  int number = 0;                             ///< its value, 一 and 1 are 1; 0 without ordinal
  bool of_which = false;                      ///< 其中 stands before the name
  std::string key;                            ///< what subject_key returns
};

/// Takes a printed name apart. Any bytes are accepted; one that is no UTF-8 counts as U+FFFD.
[[nodiscard]] inline PrintedName split_name(std::string_view printed);

/// The canonical form of a printed name, equal for two prints of one name:
/// - blanks of every kind inside and around it are dropped (合　计 → 合计), quotation marks too
///   (“三公”经费 → 三公经费), since documents print them or not at will;
/// - letters, digits and signs are half width (２０２４ → 2024), brackets, colons, commas and
///   semicolons full width, as the official lists print them ((类) → （类）);
/// - radicals are the ideographs that they look like (部⻔ → 部门);
/// - ordinals (一、 （一） 1. （1） ①) and 其中： before it are dropped, also several in a row, and a
///   colon behind it. 1.5 and 2024年 are no ordinals, 3. in 3.2024年预算 is. Of a text that is nothing but an ordinal the
///   text stays.
/// subject_key(subject_key(x)) == subject_key(x) for every x.
[[nodiscard]] inline std::string subject_key(std::string_view printed);

/// How many characters must be inserted, deleted or replaced to make one text the other; characters
/// are code points. O(|a| · |b|) time; texts longer than 256 characters count by their first 256.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b);

// ---- details ----

namespace detail {

// Dropped from a key: blanks, marks that print nothing, quotation marks.
constexpr bool ignorable_in_name(char32_t c) noexcept {
  return is_space(c) || is_invisible(c) || c < U' ' || c == 0x7F || c == U'"' || c == U'\'' ||
         (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F) || c == 0x301D ||
         c == 0x301E || c == 0xFF02 || c == 0xFF07;
}

constexpr char32_t name_character(char32_t c) noexcept {
  switch (c) {
    case U'(':
    case U'﹙': return U'（';
    case U')':
    case U'﹚': return U'）';
    case U':':
    case U'﹕':
    case U'∶': return U'：';
    case U',':
    case U'﹐': return U'，';
    case U';':
    case U'﹔': return U'；';
    case U'､': return U'、';
    default: break;
  }
  const bool kept_wide = c == U'（' || c == U'）' || c == U'：' || c == U'，' || c == U'；';
  return kept_wide ? c : ideograph_of(half_width(c));
}

inline std::u32string name_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : CodePoints(text)) out.push_back(c);
  return out;
}

}  // namespace detail

inline PrintedName split_name(std::string_view printed) {
  std::u32string text;
  text.reserve(printed.size());
  for (const char32_t c : CodePoints(printed)) {
    if (!detail::ignorable_in_name(c)) text.push_back(detail::name_character(c));
  }
  PrintedName out;
  std::u32string_view rest = text;
  while (rest.size() > 1 && rest.back() == U'：') rest.remove_suffix(1);
  for (;;) {
    if (const auto ordinal = detail::leading_ordinal(rest);
        ordinal && ordinal->length < rest.size()) {
      out.ordinal = ordinal->style;
      out.number = ordinal->value;
      rest.remove_prefix(ordinal->length);
    } else if (rest.starts_with(U"其中") && rest.size() > 2) {
      const std::size_t length = rest[2] == U'：' || rest[2] == U'，' || rest[2] == U'、' ? 3U : 2U;
      if (length == rest.size()) break;
      out.of_which = true;
      rest.remove_prefix(length);
    } else {
      break;
    }
  }
  out.of_which = out.of_which || rest == U"其中";
  out.key.reserve(rest.size() * 3);
  for (const char32_t c : rest) detail::append_utf8(out.key, c);
  return out;
}

inline std::string subject_key(std::string_view printed) {
  return split_name(printed).key;
}

inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  constexpr std::size_t longest = 256;
  const std::u32string left = detail::name_code_points(a).substr(0, longest);
  const std::u32string right = detail::name_code_points(b).substr(0, longest);
  std::array<std::size_t, longest + 1> row{};
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      const std::size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
      row[j] = replaced < least ? replaced : least;
    }
  }
  return row[right.size()];
}

}  // namespace budget::inline v1
