// SPDX-License-Identifier: Apache-2.0
#include "amount/money_array_arrow.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amount/arrow_abi.hpp"
#include "amount/money_array_values.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

[[noreturn]] void refuse_malformed() {
  throw py::value_error("the Arrow array is malformed");
}

[[noreturn]] void refuse_type(std::string_view format) {
  if (format == "e" || format == "f" || format == "g") refuse_floats();
  throw py::type_error(
      "an Arrow column of texts, whole numbers or decimals is needed, not of format '" +
      std::string(format) + "'");
}

template <class T>
T load(const void* buffer, std::int64_t index) noexcept {
  T value{};
  std::memcpy(&value, static_cast<const char*>(buffer) + index * std::int64_t{sizeof(T)},
              sizeof value);
  return value;
}

/// Buffer `k` of an array that has elements.
const void* buffer_of(const ArrowArray& array, std::int64_t k) {
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

/// What a capsule of that name holds, which must not have been used before.
template <class T>
T& held(py::handle capsule, const char* name) {
  auto* const pointer = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (pointer == nullptr) throw py::error_already_set();
  if (pointer->release == nullptr) refuse_malformed();
  return *pointer;
}

void read_stream(ArrowArrayStream& stream, MoneyArrayBuilder& builder, Unit unit) {
  const auto check = [&](int status) {
    if (status == 0) return;
    const char* const words = stream.get_last_error(&stream);
    throw py::value_error(std::string("the Arrow stream failed: ") +
                          (words == nullptr ? "no reason given" : words));
  };
  ArrowOwned<ArrowSchema> schema;
  check(stream.get_schema(&stream, &schema));
  Reader reader(schema, builder, unit);
  for (;;) {
    ArrowOwned<ArrowArray> array;
    check(stream.get_next(&stream, &array));
    if (array.release == nullptr) return;
    reader.read(array);
  }
}

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
  MoneyArrayBuilder builder(unit, blanks);
  if (py::hasattr(values, "__arrow_c_array__")) {
    const auto capsules = py::cast<py::tuple>(values.attr("__arrow_c_array__")());
    if (capsules.size() != 2) refuse_malformed();
    const auto& schema = held<ArrowSchema>(capsules[0], "arrow_schema");
    Reader(schema, builder, unit).read(held<ArrowArray>(capsules[1], "arrow_array"));
    return builder.finish();
  }
  if (py::hasattr(values, "__arrow_c_stream__")) {
    const py::object capsule = values.attr("__arrow_c_stream__")();
    read_stream(held<ArrowArrayStream>(capsule, "arrow_array_stream"), builder, unit);
    return builder.finish();
  }
  return std::nullopt;
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
