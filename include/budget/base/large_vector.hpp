// SPDX-License-Identifier: Apache-2.0
// LargeVector: a vector for columns of millions of rows. Some megabytes of it stand in huge pages where
// the system lends them: taking the memory costs a tenth then, and rows in any order are found faster.
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace budget::inline v1 {

// ---- details ----

namespace detail {

template <class T>
struct LargeAllocator {
  using value_type = T;
  static constexpr std::size_t huge_page = std::size_t{1} << 21;

  LargeAllocator() noexcept = default;
  template <class U>
  LargeAllocator(const LargeAllocator<U>&) noexcept {}

  [[nodiscard]] T* allocate(std::size_t count) {
    if (!is_large(count)) return std::allocator<T>().allocate(count);
    void* const memory = ::operator new (count * sizeof(T), std::align_val_t{huge_page});
#if defined(MADV_HUGEPAGE)
    (void)::madvise(memory, count * sizeof(T), MADV_HUGEPAGE);  // an advice: it may be refused
#endif
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) noexcept {
    if (!is_large(count)) return std::allocator<T>().deallocate(memory, count);
    ::operator delete (memory, std::align_val_t{huge_page});
  }
  // Elements that nothing is said about are not set: they are written right afterwards.
  template <class U, class... Args>
  void construct(U* at, Args&&... args) noexcept {
    if constexpr (sizeof...(Args) == 0)
      ::new (static_cast<void*>(at)) U;
    else
      ::new (static_cast<void*>(at)) U(std::forward<Args>(args)...);
  }

  friend bool operator==(const LargeAllocator&, const LargeAllocator&) noexcept {
    return true;
  }

 private:
  static constexpr bool is_large(std::size_t count) noexcept {
    return count >= 2 * huge_page / sizeof(T);
  }
};

// Numbers one behind the other; those that `resize` adds are not set.
template <class T>
requires std::is_trivially_copyable_v<T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

}  // namespace detail

}  // namespace budget::inline v1
