// SPDX-License-Identifier: Apache-2.0
// TextPool: many short texts in two blocks of memory, 8 bytes a text beside its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// Texts by position; grows at the end only.
class TextPool {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  /// Bytes of all texts together.
  [[nodiscard]] std::size_t bytes() const noexcept { return bytes_.size(); }
  /// The text; the view lives as long as the pool does not grow.
  [[nodiscard]] std::string_view operator[](std::size_t index) const noexcept {
    const std::size_t begin = index == 0 ? 0 : static_cast<std::size_t>(ends_[index - 1]);
    return std::string_view(bytes_).substr(begin, static_cast<std::size_t>(ends_[index]) - begin);
  }
  /// Room for `texts` texts of `bytes` bytes together.
  void reserve(std::size_t texts, std::size_t bytes) {
    ends_.reserve(texts);
    bytes_.reserve(bytes);
  }
  void push_back(std::string_view text) {  ///< adds one at the end
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }

  /// Same texts in the same order.
  friend bool operator==(const TextPool&, const TextPool&) = default;

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace budget::inline v1
