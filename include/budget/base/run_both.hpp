// SPDX-License-Identifier: Apache-2.0
// RunBoth: how two parts of long work are done. The library starts no threads of its own: who wants
// a second one gives a function that has it, such as that of a pool.
#pragma once

#include <cstddef>
#include <exception>

namespace budget::inline v1 {

/// A part of some work. It throws nothing.
class Task {
 public:
  /// The task that `work()` does. `work` must outlive it, and throw nothing.
  template <class Work>
  explicit Task(Work& work) noexcept
      : work_(&work), call_([](void* object) { (*static_cast<Work*>(object))(); }) {}
  void operator()() const { call_(work_); }  ///< does it

 private:
  void* work_;
  void (*call_)(void*);
};

/// Does both tasks, one after the other or at the same time, and returns when both are done.
using RunBoth = void (*)(Task first, Task second);

/// One after the other, in the thread that calls.
inline void in_turn(Task first, Task second) {
  first();
  second();
}

// ---- details ----

namespace detail {

// Fewer items than this are not worth a second thread.
inline constexpr std::size_t least_items_for_two = std::size_t{1} << 15;

// Work that may throw, as a task: what it throws is kept, and thrown where it can be caught.
template <class Work>
class Attempt {
 public:
  explicit Attempt(Work& work) noexcept : work_(work) {}
  void operator()() noexcept {
#if defined(__cpp_exceptions)
    try {
      work_();
    } catch (...) {
      thrown_ = std::current_exception();
    }
#else
    work_();
#endif
  }
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  Work& work_;
  std::exception_ptr thrown_;
};

// Does `first()` and `second()`; throws what one of them has thrown.
template <class First, class Second>
void run_both(RunBoth both, First first, Second second) {
  Attempt<First> one(first);
  Attempt<Second> two(second);
  both(Task(one), Task(two));
  one.rethrow();
  two.rethrow();
}

// work(begin, end) for both halves of `count` items; where that is few, for all of them at once.
template <class Work>
void run_halves(RunBoth both, std::size_t count, Work work) {
  if (count < least_items_for_two) return work(std::size_t{0}, count);
  const std::size_t middle = count / 2;
  run_both(
      both, [&] { work(std::size_t{0}, middle); }, [&] { work(middle, count); });
}

// work(i) for each of `count` jobs of different lengths: whoever is free takes the next.
template <class Work>
void run_jobs(RunBoth both, std::size_t count, Work work) {
  std::size_t next = 0;
  const auto take = [&] {
    for (;;) {
      const std::size_t job = __atomic_fetch_add(&next, 1, __ATOMIC_RELAXED);
      if (job >= count) return;
      work(job);
    }
  };
  run_both(both, take, take);
}

}  // namespace detail

}  // namespace budget::inline v1
