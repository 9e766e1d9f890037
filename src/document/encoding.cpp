// SPDX-License-Identifier: Apache-2.0
#include "document/encoding.hpp"

#include <budget/base/error.hpp>
#include <budget/base/text.hpp>

#include <iconv.h>
#include <cerrno>
#include <optional>

namespace budget::inline v1::detail {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void throw_encoding(const std::string& source, std::size_t byte, unsigned value) {
  constexpr char digits[] = "0123456789ABCDEF";
  const std::string hex{digits[(value >> 4U) & 0xFU], digits[value & 0xFU]};
  const std::string at = std::to_string(byte);
  throw ReadError(
      "document.encoding",
      {"无法识别文字编码：第 " + at + " 字节（0x" + hex + "）既不是 UTF-8 也不是 GB18030",
       "unknown text encoding: byte " + at + " (0x" + hex + ") is neither UTF-8 nor GB18030"},
      Place{source, 0, 0, 0, {}});
}

/// Closes an iconv descriptor.
class Converter {
 public:
  Converter() : descriptor_(iconv_open("UTF-8", "GB18030")) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (open()) iconv_close(descriptor_);
  }
  // iconv reports failure as the pointer value -1.
  [[nodiscard]] bool open() const { return reinterpret_cast<std::intptr_t>(descriptor_) != -1; }

  /// The whole input as UTF-8, or nothing where it is not GB18030.
  [[nodiscard]] std::optional<std::string> convert(std::string_view bytes) {
    if (!open()) return std::nullopt;
    std::string input(bytes);
    std::string result;
    std::string buffer(std::size_t{1} << 16U, '\0');
    char* from = input.data();
    std::size_t left = input.size();
    while (left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t status = iconv(descriptor_, &from, &left, &to, &room);
      result.append(buffer.data(), buffer.size() - room);
      if (status == static_cast<std::size_t>(-1) && errno != E2BIG) return std::nullopt;
    }
    return result;
  }

 private:
  iconv_t descriptor_;
};

/// Damaged UTF-8 must not be taken for GB18030, which accepts nearly any pair of high bytes: where
/// most high bytes form UTF-8 sequences, the text is UTF-8 with bad bytes.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = code_point_at(bytes, i);
    if (!point.valid) {
      ++bad;
    } else if (point.length > 1) {
      good += point.length;
    }
    i += point.length;
  }
  return good > bad;
}

/// A converted text is Chinese only if it holds no control or private code points.
bool reads_as_text(std::string_view text) {
  for (const char32_t code : CodePoints(text)) {
    if (code < 0x20 && code != '\n' && code != '\r' && code != '\t' && code != '\f') return false;
    if ((code >= 0x7F && code < 0xA0) || (code >= 0xE000 && code <= 0xF8FF)) return false;
  }
  return true;
}

}  // namespace

std::string decode(std::string_view bytes, const std::string& source) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (const auto zero = bytes.find('\0'); zero != std::string_view::npos)
    throw_encoding(source, zero, 0);
  const auto bad = first_invalid_utf8(bytes);
  if (!bad) return std::string(bytes);
  if (!mostly_utf8(bytes)) {
    if (auto text = Converter().convert(bytes); text && reads_as_text(*text))
      return *std::move(text);
  }
  throw_encoding(source, *bad, static_cast<unsigned char>(bytes[*bad]));
}

}  // namespace budget::inline v1::detail
