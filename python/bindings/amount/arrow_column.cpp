// SPDX-License-Identifier: Apache-2.0
#include "amount/arrow_column.hpp"

#include "bindings.hpp"

namespace budget::python {
namespace {

/// What a capsule of that name holds, which must not have been used before.
template <class T>
T& held(py::handle capsule, const char* name) {
  auto* const pointer = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (pointer == nullptr) throw py::error_already_set();
  if (pointer->release == nullptr) refuse_malformed();
  return *pointer;
}

/// Takes a structure over from a capsule, which then holds none.
template <class T>
void take(ArrowOwned<T>& owner, T& other) {
  static_cast<T&>(owner) = other;
  other.release = nullptr;
}

void read_stream(ArrowArrayStream& stream, ArrowColumn& column) {
  const auto check = [&](int status) {
    if (status == 0) return;
    const char* const words = stream.get_last_error(&stream);
    throw py::value_error(std::string("the Arrow stream failed: ") +
                          (words == nullptr ? "no reason given" : words));
  };
  check(stream.get_schema(&stream, &column.schema));
  for (;;) {
    auto array = std::make_unique<ArrowOwned<ArrowArray>>();
    check(stream.get_next(&stream, array.get()));
    if (array->release == nullptr) return;
    column.arrays.push_back(std::move(array));
  }
}

}  // namespace

std::unique_ptr<ArrowColumn> arrow_column(py::handle values) {
  auto column = std::make_unique<ArrowColumn>();
  if (py::hasattr(values, "__arrow_c_array__")) {
    const auto capsules = py::cast<py::tuple>(values.attr("__arrow_c_array__")());
    if (capsules.size() != 2) refuse_malformed();
    take(column->schema, held<ArrowSchema>(capsules[0], "arrow_schema"));
    column->arrays.push_back(std::make_unique<ArrowOwned<ArrowArray>>());
    take(*column->arrays.back(), held<ArrowArray>(capsules[1], "arrow_array"));
  } else if (py::hasattr(values, "__arrow_c_stream__")) {
    const py::object capsule = values.attr("__arrow_c_stream__")();
    read_stream(held<ArrowArrayStream>(capsule, "arrow_array_stream"), *column);
  } else {
    return nullptr;
  }
  if (column->schema.format == nullptr) refuse_malformed();
  return column;
}

}  // namespace budget::python
