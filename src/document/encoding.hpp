// SPDX-License-Identifier: Apache-2.0
// Bytes of a text file → UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace budget::inline v1::detail {

/// The bytes as UTF-8 without byte order mark. Throws ReadError "document.encoding" naming the byte
/// where the text is neither UTF-8 nor GB18030.
[[nodiscard]] std::string decode(std::string_view bytes, const std::string& source);

}  // namespace budget::inline v1::detail
