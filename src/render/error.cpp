// SPDX-License-Identifier: Apache-2.0
#include <budget/render/error.hpp>

#include <budget/base/place.hpp>
#include <budget/base/text.hpp>

namespace budget::inline v1 {

std::string one_line(const Error& error, Language language) {
  std::string text;
  const std::string where = to_string(error.place());
  if (!where.empty()) text = where + ": ";
  text += error.message().in(language);
  text += " [" + std::string(error.id()) + "]";
  // A hostile name may carry line ends; the line stays one.
  for (char& byte : text)
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = ' ';
  return text;
}

}  // namespace budget::inline v1
