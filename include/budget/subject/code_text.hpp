// SPDX-License-Identifier: Apache-2.0
// CodeText: a code of any scheme as text, made from a text or a SubjectCode alike: what catalogs are
// asked with. And how codes of any scheme order and lie below each other.
#pragma once

#include <budget/subject/code.hpp>
#include <budget/subject/code_key.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// A code to be looked up. Made from a text it is a view of it.
class CodeText {
 public:
  constexpr CodeText(std::string_view text) noexcept : text_(text) {}  // NOLINT: meant
  constexpr CodeText(const char* text) noexcept : text_(text) {}       // NOLINT: meant
  CodeText(const std::string& text) noexcept : text_(text) {}          // NOLINT: meant
  constexpr CodeText(SubjectCode code) noexcept                        // NOLINT: meant
      : size_(code.digits()) {
    (void)to_chars(digits_, digits_ + sizeof digits_, code);
  }

  [[nodiscard]] constexpr std::string_view text() const noexcept {  ///< the code as text
    return size_ == 0 ? text_ : std::string_view(digits_, size_);
  }

 private:
  std::string_view text_;
  char digits_[SubjectCode::max_digits]{};
  std::size_t size_ = 0;  // of the digits; 0: text_
};

// ---- details ----

namespace detail {

// The order of TextKey: separators are alike and stand before all other characters.
constexpr int compare_codes(std::string_view a, std::string_view b) noexcept {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const bool left = TextKey::is_separator(a[i]), right = TextKey::is_separator(b[i]);
    if (left && right) continue;
    if (left != right) return left ? -1 : 1;
    const auto x = static_cast<unsigned char>(a[i]), y = static_cast<unsigned char>(b[i]);
    if (x != y) return x < y ? -1 : 1;
  }
  return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

constexpr bool has_separator(std::string_view code) noexcept {
  for (const char c : code) {
    if (TextKey::is_separator(c)) return true;
  }
  return false;
}

constexpr bool code_below(std::string_view code, std::string_view above, bool separated) noexcept {
  return !above.empty() && code.size() > above.size() &&
         compare_codes(code.substr(0, above.size()), above) == 0 &&
         (!separated || TextKey::is_separator(code[above.size()]));
}

}  // namespace detail

}  // namespace budget::inline v1
