// SPDX-License-Identifier: Apache-2.0
// Chars writer: text put into a range of bytes as long as it fits; what the calls in the style of
// std::to_chars are written with.
#pragma once

#include <budget/base/chars.hpp>

#include <string_view>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

class CharsWriter {
 public:
  constexpr CharsWriter(char* first, char* last) noexcept : at_(first), last_(last) {}

  constexpr void put(std::string_view text) noexcept {
    for (const char byte : text) put(byte);
  }
  constexpr void put(char byte) noexcept {
    if (at_ == last_) full_ = true;
    if (!full_) *at_++ = byte;
  }

  [[nodiscard]] constexpr ToCharsResult result() const noexcept {
    if (full_) return {last_, std::errc::value_too_large};
    return {at_, std::errc{}};
  }

 private:
  char* at_;
  char* last_;
  bool full_ = false;
};

}  // namespace detail

}  // namespace budget::inline v1
