// SPDX-License-Identifier: Apache-2.0
// LookupError: what is thrown for a name that is not there.
#pragma once

#include <budget/base/error.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// A name was looked up and is not there; the nearest names are offered.
class LookupError : public Error {
 public:
  LookupError(std::string_view id, std::string name, std::vector<std::string> suggestions,
              Place place = {})
      : Error(id, text(name, suggestions), std::move(place)),
        name_(std::move(name)),
        suggestions_(std::move(suggestions)) {}

  [[nodiscard]] const std::string& name() const noexcept { return name_; }  ///< the name asked for
  /// Nearest names, best first; may be empty.
  [[nodiscard]] const std::vector<std::string>& suggestions() const noexcept {
    return suggestions_;
  }

 private:
  static Bilingual text(const std::string& name, const std::vector<std::string>& suggestions);

  std::string name_;
  std::vector<std::string> suggestions_;
};

// ---- details ----

inline Bilingual LookupError::text(const std::string& name,
                                   const std::vector<std::string>& suggestions) {
  std::string list_zh, list_en;
  for (const std::string& suggestion : suggestions) {
    list_zh += (list_zh.empty() ? "" : "、") + suggestion;
    list_en += (list_en.empty() ? "" : ", ") + suggestion;
  }
  return {"找不到“" + name + "”" + (list_zh.empty() ? "" : "，相近的有：" + list_zh),
          "unknown name \"" + name + "\"" + (list_en.empty() ? "" : ", nearest: " + list_en)};
}

}  // namespace budget::inline v1
