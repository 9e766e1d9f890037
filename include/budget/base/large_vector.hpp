// SPDX-License-Identifier: Apache-2.0
// LargeVector: a vector for columns of millions of rows. Some megabytes of it stand in huge pages where
// the system lends them: taking the memory costs a tenth then, and rows in any order are found faster.
// Its own class, since a std::vector with an allocator compiles ten times as long.
#pragma once

#include <cstddef>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace budget::inline v1 {

// ---- details ----

namespace detail {

inline constexpr std::size_t huge_page = std::size_t{1} << 21;

constexpr bool takes_huge_pages(std::size_t bytes) noexcept {
  return bytes >= 2 * huge_page;
}

inline void* take_memory(std::size_t bytes) {
  if (!takes_huge_pages(bytes)) return ::operator new(bytes);
  void* const memory = ::operator new (bytes, std::align_val_t{huge_page});
#if defined(MADV_HUGEPAGE)
  (void)::madvise(memory, bytes, MADV_HUGEPAGE);  // an advice: it may be refused
#endif
  return memory;
}

inline void give_memory_back(void* memory, std::size_t bytes) noexcept {
  if (takes_huge_pages(bytes))
    ::operator delete (memory, std::align_val_t{huge_page});
  else
    ::operator delete(memory);
}

// Values one behind the other; those that `resize` adds are not set.
template <class T>
class LargeVector {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  LargeVector() noexcept = default;
  explicit LargeVector(std::size_t size) { resize(size); }
  LargeVector(std::size_t size, const T& value) {
    resize(size);
    for (T& each : *this) each = value;
  }
  LargeVector(const LargeVector& other) { append(other.data_, other.size_); }
  LargeVector(LargeVector&& other) noexcept { swap(other); }
  LargeVector& operator=(LargeVector other) noexcept {
    swap(other);
    return *this;
  }
  ~LargeVector() { give_memory_back(data_, capacity_ * sizeof(T)); }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] T* data() noexcept { return data_; }
  [[nodiscard]] const T* data() const noexcept { return data_; }
  [[nodiscard]] T& operator[](std::size_t i) noexcept { return data_[i]; }
  [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return data_[i]; }
  [[nodiscard]] T* begin() noexcept { return data_; }
  [[nodiscard]] T* end() noexcept { return data_ + size_; }
  [[nodiscard]] const T* begin() const noexcept { return data_; }
  [[nodiscard]] const T* end() const noexcept { return data_ + size_; }
  operator std::span<const T>() const noexcept { return {data_, size_}; }

  void reserve(std::size_t capacity) {
    if (capacity > capacity_) move_to(capacity);
  }
  void resize(std::size_t size) {
    if (size > capacity_) grow(size);
    size_ = size;
  }
  void push_back(T value) {  // a copy: the value may be one of this
    if (size_ == capacity_) [[unlikely]]
      grow(size_ + 1);
    data_[size_++] = value;
  }
  // Precondition: `values` are none of this.
  void append(const T* values, std::size_t count) {
    if (count == 0) return;
    const std::size_t before = size_;
    resize(before + count);
    __builtin_memcpy(data_ + before, values, count * sizeof(T));
  }
  void erase(std::size_t i) noexcept {
    --size_;
    __builtin_memmove(data_ + i, data_ + i + 1, (size_ - i) * sizeof(T));
  }
  void swap(LargeVector& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

  friend bool operator==(const LargeVector& a, const LargeVector& b) noexcept {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (!(a.data_[i] == b.data_[i])) return false;
    }
    return true;
  }

 private:
  [[gnu::noinline]] void grow(std::size_t least) {
    move_to(least > 2 * capacity_ ? least : 2 * capacity_);
  }
  void move_to(std::size_t capacity) {
    // What is more than any memory must not wrap round: `new` refuses it.
    constexpr std::size_t most = static_cast<std::size_t>(-1) / 2 / sizeof(T);
    T* const data = static_cast<T*>(take_memory((capacity < most ? capacity : most) * sizeof(T)));
    if (size_ > 0) __builtin_memcpy(static_cast<void*>(data), data_, size_ * sizeof(T));
    give_memory_back(data_, capacity_ * sizeof(T));
    data_ = data;
    capacity_ = capacity;
  }

  T* data_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace detail

}  // namespace budget::inline v1
