// SPDX-License-Identifier: Apache-2.0
// TextColumn: the texts of a column where they stand, as views or as the offsets and bytes that
// Arrow lays a column of texts out in. Reading one copies nothing.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace budget::inline v1 {

/// Texts by position in memory of somebody else, which must outlive this.
class TextColumn {
 public:
  /// No texts.
  constexpr TextColumn() noexcept = default;
  /// The texts of views one after the other.
  template <class Views>
  requires std::convertible_to<const Views&, std::span<const std::string_view>>
  constexpr TextColumn(const Views& views) noexcept {
    const std::span<const std::string_view> all = views;
    views_ = all.data();
    size_ = all.size();
  }
  /// `size` texts one behind the other in `bytes`: text i begins at offset i and ends at offset
  /// i + 1. `offsets` need not be aligned. Precondition: none is less than the one before it.
  template <std::signed_integral Offset>
  requires(sizeof(Offset) == 4 || sizeof(Offset) == 8) [[nodiscard]] static TextColumn
      of_offsets(const Offset* offsets, const char* bytes, std::size_t size) noexcept {
    TextColumn column;
    column.offsets_ = offsets;
    column.offset_size_ = sizeof(Offset);
    column.bytes_ = bytes;
    column.size_ = size;
    return column;
  }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }  ///< number of texts
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }   ///< no text
  /// Text `i`. Precondition: i < size().
  [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
    if (views_ != nullptr) return views_[i];
    const std::size_t begin = offset(i);
    return {bytes_ + begin, offset(i + 1) - begin};
  }
  /// Bytes of all texts together. O(1) for offsets, else O(size).
  [[nodiscard]] constexpr std::size_t bytes() const noexcept {
    if (size_ == 0) return 0;
    if (views_ == nullptr) return offset(size_) - offset(0);
    std::size_t total = 0;
    for (std::size_t i = 0; i < size_; ++i) total += views_[i].size();
    return total;
  }

 private:
  [[nodiscard]] std::size_t offset(std::size_t i) const noexcept {
    const char* const at = static_cast<const char*>(offsets_) + i * offset_size_;
    if (offset_size_ == sizeof(std::int32_t)) {
      std::int32_t value = 0;
      __builtin_memcpy(&value, at, sizeof value);
      return static_cast<std::size_t>(value);
    }
    std::int64_t value = 0;
    __builtin_memcpy(&value, at, sizeof value);
    return static_cast<std::size_t>(value);
  }

  const std::string_view* views_ = nullptr;
  const void* offsets_ = nullptr;
  std::size_t offset_size_ = 0;
  const char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace budget::inline v1
