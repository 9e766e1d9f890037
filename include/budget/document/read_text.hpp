// SPDX-License-Identifier: Apache-2.0
// From the bytes of a text file to a Document: encoding, lines, pages and page furniture. UTF-8 is
// read as it is, GB18030 is detected and converted; anything else is an error that names the byte.
#pragma once

#include <budget/base/error.hpp>
#include <budget/document/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// What a text file may be at most. The largest disclosures read so far have about 1 MB.
struct ReadLimits {
  std::size_t bytes = std::size_t{64} << 20U;      ///< of the whole file
  std::size_t line_bytes = std::size_t{1} << 20U;  ///< of one line
};

/// Reads a text. `source` names it in every place; `sha256` is kept as given. Throws ReadError:
/// "document.empty" (no bytes or only blanks), "document.too_large", "document.line_too_long",
/// "document.encoding" (neither UTF-8 nor GB18030; the message names the byte, counted from 0).
/// Linear in the size of the text.
[[nodiscard]] Document read_text(std::string_view bytes, std::string source,
                                 std::string sha256 = {}, const ReadLimits& limits = {});

}  // namespace budget::inline v1
