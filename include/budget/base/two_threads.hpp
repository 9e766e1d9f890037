// SPDX-License-Identifier: Apache-2.0
// on_two_threads: the RunBoth that starts a second thread. No umbrella includes it: only who does
// starts threads, and waits for <thread> to compile.
#pragma once

#include <budget/base/run_both.hpp>

#include <system_error>
#include <thread>

namespace budget::inline v1 {

/// Does `second` in a thread of its own, and `first` meanwhile; one after the other where the system
/// gives no thread.
inline void on_two_threads(Task first, Task second) {
  std::thread other;
#if defined(__cpp_exceptions)
  try {
    other = std::thread(second);
  } catch (const std::system_error&) {
    return in_turn(first, second);
  }
#else
  other = std::thread(second);
#endif
  first();
  other.join();
}

}  // namespace budget::inline v1
