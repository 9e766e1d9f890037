// SPDX-License-Identifier: Apache-2.0
// How printed codes are read: 201-01-01, 201.1.1, ２０１０１, 201 20101 2010101. Include code.hpp.
#pragma once

#include <budget/base/text.hpp>
#include <budget/subject/code.hpp>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

constexpr bool separates_levels(char32_t c) noexcept {
  // Hyphens and dashes of every length, the middle dot, and what half_width makes of their wide forms.
  return c == U'-' || c == U'.' || c == U'/' || c == U'_' || c == 0xB7 ||
         (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

// Digits gathered level by level.
class PrintedCode {
 public:
  constexpr explicit PrintedCode(std::string_view text) noexcept { read(text); }

  [[nodiscard]] constexpr CodeFault fault() const noexcept { return fault_; }
  [[nodiscard]] constexpr std::string_view digits() const noexcept { return {digits_, size_}; }

 private:
  constexpr void read(std::string_view text) noexcept {
    bool separated = false;  // by more than blanks, since the last level
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = code_point_at(text, i);
      const char32_t c = half_width(point.value);
      if (is_space(c) || is_invisible(c)) {
        if (is_space(c)) close(i);
      } else if (separates_levels(c)) {
        close(i);
        if (separated || size_ == 0) fail(i, "empty_part");
        separated = true;
      } else if (c >= U'0' && c <= U'9') {
        if (part_size_ == SubjectCode::max_digits) fail(i, "too_long");
        if (ok()) part_[part_size_++] = static_cast<char>(c);
        separated = false;
      } else {
        fail(i, "not_a_digit");
      }
      if (!ok()) return;
      i += point.length;
    }
    close(text.size());
    if (separated) fail(text.size(), "empty_part");
    if (!ok()) return;
    const CodeFault left = code_fault(digits());
    if (left.position != std::string_view::npos)
      fail(left.reason == "leading_zero" ? 0 : text.size(), left.reason);
  }

  // Ends the level at hand, if one has begun.
  constexpr void close(std::size_t position) noexcept {
    if (part_size_ == 0 || !ok()) return;
    std::string_view part(part_, part_size_);
    part_size_ = 0;
    if (size_ != 0) {
      if (part.size() > size_ && part.starts_with(digits())) part.remove_prefix(size_);
      if (part.size() > 1 && part.size() % 2 != 0) return fail(position, "wrong_length");
      if (part.size() == 1) push('0', position);
    } else if (part.size() < 3 || part.size() % 2 == 0) {
      return fail(position, "wrong_length");
    }
    for (const char c : part) push(c, position);
  }

  constexpr void push(char digit, std::size_t position) noexcept {
    if (size_ == SubjectCode::max_digits) return fail(position, "too_long");
    digits_[size_++] = digit;
  }

  [[nodiscard]] constexpr bool ok() const noexcept {
    return fault_.position == std::string_view::npos;
  }
  constexpr void fail(std::size_t position, std::string_view reason) noexcept {
    if (ok()) fault_ = {position, reason};
  }

  char digits_[SubjectCode::max_digits]{};
  char part_[SubjectCode::max_digits]{};
  std::size_t size_ = 0;
  std::size_t part_size_ = 0;
  CodeFault fault_;
};

}  // namespace detail

constexpr std::optional<SubjectCode> SubjectCode::try_parse_printed(
    std::string_view text) noexcept {
  const detail::PrintedCode printed(text);
  if (printed.fault().position != std::string_view::npos) return std::nullopt;
  return try_parse(printed.digits());
}

constexpr SubjectCode SubjectCode::parse_printed(std::string_view text) {
  const auto code = try_parse_printed(text);
  if (!code) detail::refuse_code(text, detail::PrintedCode(text).fault());
  return *code;
}

}  // namespace budget::inline v1
