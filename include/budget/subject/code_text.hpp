// SPDX-License-Identifier: Apache-2.0
// CodeText: a code of any scheme as text, made from a text or a SubjectCode alike: what catalogs are
// asked with.
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

}  // namespace budget::inline v1
