// SPDX-License-Identifier: Apache-2.0
#include "amount/money_array_arrow.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amount/arrow_abi.hpp"
#include "amount/arrow_column.hpp"
#include "amount/money_array_values.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

[[noreturn]] void refuse_type(std::string_view format) {
  if (format == "e" || format == "f" || format == "g") refuse_floats();
  throw py::type_error(
      "an Arrow column of texts, whole numbers or decimals is needed, not of format '" +
      std::string(format) + "'");
}

template <class T, class Use>
void each_number(const ArrowArray& array, Use use) {
  const void* const numbers = array.length > 0 ? buffer_of(array, 1) : nullptr;
  const Presence present(array);
  for (std::int64_t i = 0; i < array.length; ++i)
    use(present(i), present(i) ? load<T>(numbers, array.offset + i) : T{});
}

/// Calls with every whole number and whether it is there; false where the format is none.
template <class Use>
bool with_integers(std::string_view format, const ArrowArray& array, Use use) {
  if (format == "c") return each_number<std::int8_t>(array, use), true;
  if (format == "C") return each_number<std::uint8_t>(array, use), true;
  if (format == "s") return each_number<std::int16_t>(array, use), true;
  if (format == "S") return each_number<std::uint16_t>(array, use), true;
  if (format == "i") return each_number<std::int32_t>(array, use), true;
  if (format == "I") return each_number<std::uint32_t>(array, use), true;
  if (format == "l") return each_number<std::int64_t>(array, use), true;
  if (format == "L") return each_number<std::uint64_t>(array, use), true;
  return false;
}

/// The scale of "d:19,2", a decimal of 128 bits; nothing for another format.
std::optional<int> scale_of(std::string_view format) {
  int precision = 0, scale = 0, bits = 128, used = 0;
  const std::string text(format);
  if (std::sscanf(text.c_str(), "d:%d,%d%n", &precision, &scale, &used) != 2) return std::nullopt;
  if (text.c_str()[used] == ',') bits = std::atoi(text.c_str() + used + 1);
  if (bits != 128 || scale < 0 || scale > Decimal::max_scale) return std::nullopt;
  return scale;
}

/// Adds the elements of one array.
class Reader {
 public:
  Reader(const ArrowSchema& schema, MoneyArrayBuilder& builder, Unit unit)
      : schema_(schema), builder_(builder), unit_(unit) {
    if (schema.format == nullptr) refuse_malformed();
  }

  void read(const ArrowArray& array) {
    const Presence present(array);
    const std::string_view format = schema_.format;
    builder_.reserve(builder_.size() + static_cast<std::size_t>(array.length));
    const py::gil_scoped_release release;
    if (schema_.dictionary != nullptr) return read_dictionary(array);
    if (format == "n") {
      for (std::int64_t i = 0; i < array.length; ++i) builder_.push_missing();
      return;
    }
    const bool texts = with_texts(format, array, [&](const auto& text) {
      for (std::int64_t i = 0; i < array.length; ++i) {
        if (present(i))
          push(text(i), text.data());
        else
          builder_.push_missing();
      }
    });
    if (texts) return;
    const auto scale = scale_of(format);
    const auto number = [&](bool there, auto value) {
      if (there)
        builder_.push(Money::of(Decimal::scaled(value, scale.value_or(0)), unit_));
      else
        builder_.push_missing();
    };
    if (scale) return each_number<Int128>(array, number);
    if (!with_integers(format, array, number)) refuse_type(format);
  }

 private:
  // `data` is where the bytes of all texts begin, nullptr where they are spread.
  void push(std::string_view text, const char* data) {
    if (data != nullptr && text.data() + text.size() - data >= 16) [[likely]]
      builder_.push_padded(text);
    else
      builder_.push(text);
  }

  void read_dictionary(const ArrowArray& array) {
    if (array.dictionary == nullptr) refuse_malformed();
    const ArrowArray& words = *array.dictionary;
    const Presence present(words);
    const auto read_words = [&](const auto& text) {
      const bool indexed = with_integers(schema_.format, array, [&](bool there, auto value) {
        if (there && !std::in_range<std::int64_t>(value)) refuse_malformed();
        const auto index = static_cast<std::int64_t>(value);
        if (there && (index < 0 || index >= words.length)) refuse_malformed();
        if (there && present(index))
          push(text(index), text.data());
        else
          builder_.push_missing();
      });
      if (!indexed) refuse_malformed();
    };
    if (schema_.dictionary->format == nullptr) refuse_malformed();
    if (!with_texts(schema_.dictionary->format, words, read_words))
      refuse_type(schema_.dictionary->format);
  }

  const ArrowSchema& schema_;
  MoneyArrayBuilder& builder_;
  Unit unit_;
};

/// What an exported array needs until it is released.
struct Exported {
  MoneyArray amounts;
  std::vector<Int128> fen;
  const void* buffers[2];
};

template <class T>
py::capsule capsule_of(std::unique_ptr<T> structure, const char* name) {
  PyObject* const capsule = PyCapsule_New(structure.get(), name, [](PyObject* self) {
    auto* const pointer = static_cast<T*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    if (pointer->release != nullptr) pointer->release(pointer);
    delete pointer;
  });
  if (capsule == nullptr) throw py::error_already_set();
  structure.release();
  return py::reinterpret_steal<py::capsule>(capsule);
}

}  // namespace

std::optional<MoneyArray> money_array_of_arrow(py::handle values, Unit unit, Blanks blanks) {
  const auto column = arrow_column(values);
  if (!column) return std::nullopt;
  MoneyArrayBuilder builder(unit, blanks);
  Reader reader(column->schema, builder, unit);
  for (const auto& array : column->arrays) reader.read(*array);
  return builder.finish();
}

ArrowCapsules arrow_of(const MoneyArray& amounts) {
  auto schema = std::make_unique<ArrowSchema>();
  schema->format = "d:19,2";
  schema->name = "";
  schema->flags = arrow_flag_nullable;
  schema->release = [](ArrowSchema* self) { self->release = nullptr; };

  auto exported = std::make_unique<Exported>();
  exported->amounts = amounts;
  exported->fen.assign(amounts.fen().begin(), amounts.fen().end());
  exported->buffers[0] = amounts.validity();
  exported->buffers[1] = exported->fen.data();
  auto array = std::make_unique<ArrowArray>();
  array->length = static_cast<std::int64_t>(amounts.size());
  array->null_count = static_cast<std::int64_t>(amounts.missing_count());
  array->n_buffers = 2;
  array->buffers = exported->buffers;
  array->private_data = exported.release();
  array->release = [](ArrowArray* self) {
    delete static_cast<Exported*>(self->private_data);
    self->release = nullptr;
  };
  return py::make_tuple(capsule_of(std::move(schema), "arrow_schema"),
                        capsule_of(std::move(array), "arrow_array"));
}

}  // namespace budget::python
