// SPDX-License-Identifier: Apache-2.0
// Columns that come through the Arrow C interfaces: their arrays, held, and the texts in them.
#pragma once

#include <budget/amount/money_array.hpp>

#include <pybind11/pybind11.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amount/arrow_abi.hpp"

namespace budget::python {

namespace py = pybind11;

/// The arrays of a column one after the other, held until this is gone.
struct ArrowColumn {
  ArrowOwned<ArrowSchema> schema;
  std::vector<std::unique_ptr<ArrowOwned<ArrowArray>>> arrays;
};

/// The column that an object offers as `__arrow_c_array__` or `__arrow_c_stream__`; nothing where it
/// offers neither. Throws ValueError for one that is malformed.
std::unique_ptr<ArrowColumn> arrow_column(py::handle values);

/// Throws the ValueError that says so.
[[noreturn]] inline void refuse_malformed() {
  throw py::value_error("the Arrow array is malformed");
}

/// Element `index` of a buffer.
template <class T>
T load(const void* buffer, std::int64_t index) noexcept {
  T value{};
  std::memcpy(&value, static_cast<const char*>(buffer) + index * std::int64_t{sizeof(T)},
              sizeof value);
  return value;
}

/// Buffer `k` of an array that has elements.
inline const void* buffer_of(const ArrowArray& array, std::int64_t k) {
  if (array.n_buffers <= k || array.buffers == nullptr || array.buffers[k] == nullptr)
    refuse_malformed();
  return array.buffers[k];
}

/// Which elements of an array are there.
class Presence {
 public:
  explicit Presence(const ArrowArray& array) : offset_(array.offset) {
    if (array.length < 0 || array.offset < 0) refuse_malformed();
    if (array.null_count != 0 && array.n_buffers > 0 && array.buffers != nullptr)
      bits_ = static_cast<const std::uint8_t*>(array.buffers[0]);
  }
  /// Whether some may be missing.
  bool has_gaps() const noexcept { return bits_ != nullptr; }
  bool operator()(std::int64_t i) const noexcept {
    return bits_ == nullptr || detail::bit_at(bits_, static_cast<std::size_t>(offset_ + i));
  }

 private:
  const std::uint8_t* bits_ = nullptr;
  std::int64_t offset_;
};

/// Texts one behind the other in one buffer, parted by offsets.
template <class Offset>
class OffsetTexts {
 public:
  explicit OffsetTexts(const ArrowArray& array) {
    if (array.length == 0) return;
    offsets_ =
        static_cast<const char*>(buffer_of(array, 1)) + array.offset * std::int64_t{sizeof(Offset)};
    const bool any = load<Offset>(offsets_, array.length) != load<Offset>(offsets_, 0);
    data_ = any ? static_cast<const char*>(buffer_of(array, 2)) : "";
  }
  std::string_view operator()(std::int64_t i) const {
    const auto begin = load<Offset>(offsets_, i), end = load<Offset>(offsets_, i + 1);
    if (begin < 0 || end < begin) refuse_malformed();
    return {data_ + begin, static_cast<std::size_t>(end - begin)};
  }
  /// Where the bytes of all texts begin.
  const char* data() const noexcept { return data_; }
  /// Where the texts begin in them, and after the last one the end.
  const Offset* offsets() const noexcept { return reinterpret_cast<const Offset*>(offsets_); }

 private:
  const char* offsets_ = nullptr;
  const char* data_ = "";
};

/// Texts of 16 bytes an element: the text itself where it fits, else where it stands.
class ViewTexts {
 public:
  explicit ViewTexts(const ArrowArray& array) : array_(&array) {
    if (array.length > 0)
      views_ = static_cast<const char*>(buffer_of(array, 1)) + 16 * array.offset;
  }
  std::string_view operator()(std::int64_t i) const {
    const char* const view = views_ + 16 * i;
    const auto length = load<std::int32_t>(view, 0);
    if (length < 0) refuse_malformed();
    constexpr int inlined = 12;
    if (length <= inlined) return {view + 4, static_cast<std::size_t>(length)};
    const auto buffer = load<std::int32_t>(view, 2), begin = load<std::int32_t>(view, 3);
    // Behind the buffers of data stands one with their sizes.
    if (buffer < 0 || begin < 0 || buffer + 3 >= array_->n_buffers) refuse_malformed();
    return {static_cast<const char*>(buffer_of(*array_, buffer + 2)) + begin,
            static_cast<std::size_t>(length)};
  }
  const char* data() const noexcept { return nullptr; }

 private:
  const ArrowArray* array_;
  const char* views_ = nullptr;
};

/// Calls with the reader of texts that a format stands for; false where it stands for none.
template <class Use>
bool with_texts(std::string_view format, const ArrowArray& array, Use use) {
  if (format == "u" || format == "z") return use(OffsetTexts<std::int32_t>(array)), true;
  if (format == "U" || format == "Z") return use(OffsetTexts<std::int64_t>(array)), true;
  if (format == "vu" || format == "vz") return use(ViewTexts(array)), true;
  return false;
}

}  // namespace budget::python
