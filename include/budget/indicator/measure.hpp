// SPDX-License-Identifier: Apache-2.0
// Measure: what a number counts or measures: 人, 次/年, 元/人/天. A product of powers of units, so
// 元/人/天 and 元/天/人 are one measure. There is no order among measures.
#pragma once

#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>
#include <budget/base/order.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/measure_unit.hpp>

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// A unit and its power: 天^−1 in 元/人/天.
struct MeasureFactor {
  std::string unit;  ///< canonical name
  int power = 1;     ///< never 0

  friend bool operator==(const MeasureFactor&, const MeasureFactor&) = default;
};

/// A product of powers of units. Invariant: each unit once, sorted by name, no power 0.
/// Units keep their size: 月 and 年 are different measures of one dimension.
class Measure {
 public:
  /// A pure number.
  Measure() noexcept = default;

  /// Reads `元/人/天`, `元/人·天`, `元每人每天`, `人次/年`, `平方米`, spaces aside. A unit may be any
  /// word of letters. Throws ParseError ("indicator.measure").
  [[nodiscard]] static Measure parse(std::string_view text);
  /// Same, or nothing.
  [[nodiscard]] static std::optional<Measure> read(std::string_view text);
  /// One unit, by any word for it.
  [[nodiscard]] static Measure of(std::string_view unit);

  /// Units and powers, sorted by the unit's name.
  [[nodiscard]] const std::vector<MeasureFactor>& factors() const noexcept { return factors_; }
  /// Whether it is a pure number, without any unit.
  [[nodiscard]] bool is_number() const noexcept { return factors_.empty(); }
  /// Power of a unit, by any word for it; 0 where it does not occur.
  [[nodiscard]] int power(std::string_view unit) const noexcept;

  /// The measure in base units: 月 for 年, a pure number for %.
  [[nodiscard]] Measure dimension() const;
  /// How much of `dimension()` one of this is: 12 for 年, 1/100 for %. Throws OverflowError.
  [[nodiscard]] Ratio size() const;

  friend bool operator==(const Measure&, const Measure&) = default;
  friend Measure operator*(const Measure& a, const Measure& b);  ///< powers added
  friend Measure operator/(const Measure& a, const Measure& b);  ///< powers subtracted

 private:
  void add(std::string_view unit, int power);
  void add_word(std::string_view word, int power);

  std::vector<MeasureFactor> factors_;
};

/// Whether quantities of the two can be compared: the same dimension.
[[nodiscard]] inline bool comparable(const Measure& a, const Measure& b) {
  return a == b || a.dimension() == b.dimension();
}

/// `元/人/天`; units of one side in order of their names, products with `·`; "" for a pure number.
[[nodiscard]] inline std::string to_string(const Measure& measure);

/// Prints as to_string.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Measure& measure) {
  return stream << std::string_view(to_string(measure));
}

// ---- details ----

namespace detail {

// Words of two units multiplied: 人次 is 人 × 次, so that 人次 per 次 is 人.
inline constexpr std::string_view multiplied_heads[] = {"人", "户", "台", "车", "班"};
inline constexpr std::string_view multiplied_tails[] = {"次", "天", "日", "月", "年"};

// The length of the first of two multiplied units, or 0.
constexpr std::size_t multiplied_at(std::string_view word) noexcept {
  for (const std::string_view head : multiplied_heads) {
    for (const std::string_view tail : multiplied_tails) {
      if (word.size() == head.size() + tail.size() && word.starts_with(head) &&
          word.ends_with(tail))
        return head.size();
    }
  }
  return 0;
}

// Marks between units, in normalised text.
constexpr std::size_t separator_length(std::string_view text, bool& divides) noexcept {
  for (const std::string_view mark : {"/", "每", "÷"}) {
    if (text.starts_with(mark)) {
      divides = true;
      return mark.size();
    }
  }
  for (const std::string_view mark : {"·", "*", "×", "•", "‧"}) {
    if (text.starts_with(mark)) return mark.size();  // 元/人·天: what was divided by goes on
  }
  return 0;
}

// A code point that can stand in the name of a unit.
constexpr bool is_unit_letter(char32_t code) noexcept {
  return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || code == U'%' ||
         code == U'‰' || code == U'²' || code == U'³' || code == U'℃' ||
         (code >= 0x3300 && code <= 0x33FF) || (code >= 0x4E00 && code <= 0x9FFF);
}

}  // namespace detail

inline int Measure::power(std::string_view unit) const noexcept {
  const std::string_view name = canonical_measure_unit(unit);
  for (const MeasureFactor& factor : factors_) {
    if (factor.unit == name) return factor.power;
  }
  return 0;
}

inline void Measure::add(std::string_view unit, int power) {
  const std::size_t before = detail::count_leading(
      factors_.size(), [&](std::size_t i) { return factors_[i].unit < unit; });
  const auto at = factors_.begin() + static_cast<std::ptrdiff_t>(before);
  if (at == factors_.end() || at->unit != unit) {
    factors_.insert(at, {std::string(unit), power});
    return;
  }
  at->power += power;
  if (at->power == 0) factors_.erase(at);
}

inline void Measure::add_word(std::string_view word, int power) {
  if (const std::size_t first = detail::multiplied_at(word); first > 0) {
    add(canonical_measure_unit(word.substr(0, first)), power);
    add(canonical_measure_unit(word.substr(first)), power);
  } else {
    add(canonical_measure_unit(word), power);
  }
}

inline std::optional<Measure> Measure::read(std::string_view text) {
  const std::string plain = without_spaces(text);
  std::string_view rest = plain;
  Measure measure;
  bool divides = false;
  bool first = true;
  while (!rest.empty()) {
    const std::size_t mark = detail::separator_length(rest, divides);
    if (mark == 0 && !first) return std::nullopt;
    if (mark > 0 && first && !divides) return std::nullopt;
    rest.remove_prefix(mark);
    std::size_t length = 0;
    bool more = false;  // a digit belongs to m2 and m3 only
    while (length < rest.size() && detail::separator_length(rest.substr(length), more) == 0) {
      const CodePoint point = code_point_at(rest, length);
      const bool power =
          length == 1 && rest[0] == 'm' && (point.value == '2' || point.value == '3');
      if (!detail::is_unit_letter(point.value) && !power) return std::nullopt;
      length += point.length;
    }
    if (length == 0) return std::nullopt;
    measure.add_word(rest.substr(0, length), divides ? -1 : 1);
    rest.remove_prefix(length);
    first = false;
  }
  return measure;
}

inline Measure Measure::of(std::string_view unit) {
  Measure measure;
  measure.add(canonical_measure_unit(unit), 1);
  return measure;
}

inline Measure Measure::parse(std::string_view text) {
  auto measure = read(text);
  if (!measure)
    detail::raise(ParseError("indicator.measure", std::string(text), "not_a_measure",
                             {"不是计量单位", "not a measure"}, 0));
  return *std::move(measure);
}

inline Measure Measure::dimension() const {
  Measure result;
  for (const MeasureFactor& factor : factors_) {
    const MeasureUnit* known = find_measure_unit(factor.unit);
    const std::string_view base = known ? known->base : std::string_view(factor.unit);
    if (!base.empty()) result.add(base, factor.power);
  }
  return result;
}

inline Ratio Measure::size() const {
  Ratio size(1);
  for (const MeasureFactor& factor : factors_) {
    const MeasureUnit* known = find_measure_unit(factor.unit);
    if (!known) continue;
    const Ratio one = Ratio::of(known->numerator, known->denominator);
    for (int i = 0; i < factor.power; ++i) size *= one;
    for (int i = 0; i > factor.power; --i) size /= one;
  }
  return size;
}

inline Measure operator*(const Measure& a, const Measure& b) {
  Measure result = a;
  for (const MeasureFactor& factor : b.factors_) result.add(factor.unit, factor.power);
  return result;
}

inline Measure operator/(const Measure& a, const Measure& b) {
  Measure result = a;
  for (const MeasureFactor& factor : b.factors_) result.add(factor.unit, -factor.power);
  return result;
}

inline std::string to_string(const Measure& measure) {
  std::string above, below;
  for (const MeasureFactor& factor : measure.factors()) {
    for (int i = 0; i < factor.power; ++i) above += (above.empty() ? "" : "·") + factor.unit;
    for (int i = 0; i > factor.power; --i) below += "/" + factor.unit;
  }
  return above + below;
}

}  // namespace budget::inline v1
