// SPDX-License-Identifier: Apache-2.0
// TextPool: many short texts in two blocks of memory, 8 bytes a text beside its own.
#pragma once

#include <budget/base/large_vector.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

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
    return {bytes_.data() + begin, static_cast<std::size_t>(ends_[index]) - begin};
  }
  /// Room for `texts` texts of `bytes` bytes together.
  void reserve(std::size_t texts, std::size_t bytes) {
    ends_.reserve(texts);
    bytes_.reserve(bytes);
  }
  void push_back(std::string_view text) {  ///< adds one at the end
    bytes_.append(text.data(), text.size());
    ends_.push_back(bytes_.size());
  }
  /// Adds one at the end that `write` writes, given where: at most `room` characters, of which those
  /// before the pointer that it gives stay.
  template <class Write>
  void push_written(std::size_t room, Write write) {
    const std::size_t before = bytes_.size();
    bytes_.resize(before + room);
    const char* const end = write(bytes_.data() + before);
    bytes_.resize(static_cast<std::size_t>(end - bytes_.data()));
    ends_.push_back(bytes_.size());
  }

  /// Same texts in the same order.
  friend bool operator==(const TextPool&, const TextPool&) = default;

 private:
  detail::LargeVector<char> bytes_;
  detail::LargeVector<std::uint64_t> ends_;
};

}  // namespace budget::inline v1
