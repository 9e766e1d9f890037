// SPDX-License-Identifier: Apache-2.0
// What the calls in the style of std::from_chars and std::to_chars answer. Unlike the standard's,
// our from_chars read the *whole* range: text left over is an error, not a success cut short.
#pragma once

#include <system_error>

namespace budget::inline v1 {

/// Answer of a `from_chars`. `ec` is std::errc{} on success, and then `ptr` is the end of the range.
/// Otherwise `ptr` is where reading failed and the target is unchanged:
/// `invalid_argument` not such a text · `result_out_of_range` too large ·
/// `argument_out_of_domain` readable, but the target cannot hold it exactly.
struct FromCharsResult {
  const char* ptr = nullptr;  ///< end of the range, or the place of the fault
  std::errc ec{};             ///< std::errc{} on success

  constexpr explicit operator bool() const noexcept { return ec == std::errc{}; }  ///< success
  /// Equal when both parts are.
  friend bool operator==(const FromCharsResult&, const FromCharsResult&) = default;
};

/// Answer of a `to_chars`. On success `ptr` is past the last character written; when the buffer is
/// too small `ec` is `value_too_large`, `ptr` its end, and its content is unspecified.
struct ToCharsResult {
  char* ptr = nullptr;  ///< past the last character written
  std::errc ec{};       ///< std::errc{} on success

  constexpr explicit operator bool() const noexcept { return ec == std::errc{}; }  ///< success
  /// Equal when both parts are.
  friend bool operator==(const ToCharsResult&, const ToCharsResult&) = default;
};

}  // namespace budget::inline v1
