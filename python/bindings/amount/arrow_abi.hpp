// SPDX-License-Identifier: Apache-2.0
// The structures of the Arrow C data and C stream interfaces, as their specification lays them out:
// https://arrow.apache.org/docs/format/CDataInterface.html
#pragma once

#include <cstdint>

namespace budget::python {

/// The type of a column.
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

/// The values of a column.
struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

/// A column in pieces, one after the other.
struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};

inline constexpr std::int64_t arrow_flag_nullable = 2;

/// One of the structures, released by whoever has it last.
template <class T>
struct ArrowOwned : T {
  ArrowOwned() : T{} {}
  ArrowOwned(const ArrowOwned&) = delete;
  ArrowOwned& operator=(const ArrowOwned&) = delete;
  ~ArrowOwned() {
    if (this->release != nullptr) this->release(this);
  }
};

}  // namespace budget::python
