// SPDX-License-Identifier: Apache-2.0
// Language: the two languages every message of the library exists in, and a text in both.
#pragma once

#include <cstdint>
#include <string>

namespace budget::inline v1 {

/// Language of a message. `zh` is Chinese (simplified), `en` is English.
enum class Language : std::uint8_t { zh, en };

/// One text in both languages. Whoever writes a message writes both.
struct Bilingual {
  std::string zh;  ///< the text in Chinese
  std::string en;  ///< the text in English

  /// The text in the language asked for.
  [[nodiscard]] const std::string& in(Language language) const noexcept {
    return language == Language::zh ? zh : en;
  }

  /// Equal when both languages are.
  friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

}  // namespace budget::inline v1
