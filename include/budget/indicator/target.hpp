// SPDX-License-Identifier: Apache-2.0
// Target: what an indicator asks for: `≥95%`, `≤380元/人/天`, `每年11月底前完成`, `按合同价（45万元/年）`,
// `有效提升`. It keeps the text as printed and, beside it, what was understood of it; what is wrong
// with a text is kept with it and never silently mended.
#pragma once

#include <budget/amount/range.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/due_date.hpp>
#include <budget/indicator/fees.hpp>
#include <budget/indicator/measure.hpp>
#include <budget/indicator/quantity.hpp>
#include <budget/indicator/quantity_range.hpp>
#include <budget/indicator/target_symbols.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// A target as printed and as understood. Which parts are there follows from the form.
class Target {
 public:
  /// An empty one.
  Target() = default;
  /// Reads any text; it never fails: what is not understood is `text` or `malformed`.
  explicit Target(std::string_view text);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }  ///< as printed
  [[nodiscard]] TargetForm form() const noexcept { return form_; }          ///< what it asks for
  [[nodiscard]] Comparator comparator() const noexcept { return comparator_; }  ///< of a quantity

  /// The number that is asked for, of `quantity`, and of `contract` with an amount.
  [[nodiscard]] std::optional<Quantity> quantity() const;
  /// All values that are asked for, in `measure()`: of `quantity` with a comparator and of `range`.
  /// A bare number is a point; 约 is not widened.
  [[nodiscard]] const std::optional<Range<Ratio>>& values() const noexcept { return values_; }
  /// The same with their measure, to be combined with others.
  [[nodiscard]] std::optional<QuantityRange> range() const;
  /// What the numbers count; a pure number elsewhere.
  [[nodiscard]] const Measure& measure() const noexcept { return measure_; }
  /// Whether 约, 左右, 余 or 近 makes the number a rough one.
  [[nodiscard]] bool is_about() const noexcept { return about_; }
  /// Whether the number is asked of each of several things: 各4台.
  [[nodiscard]] bool is_each() const noexcept { return each_; }

  /// When, of `deadline` and `schedule`.
  [[nodiscard]] const std::optional<DueDate>& due() const noexcept { return due_; }
  /// Rates by size, of `tiers`.
  [[nodiscard]] const std::vector<Tier>& tiers() const noexcept { return tiers_; }
  /// Rates and amounts each, of `fees`.
  [[nodiscard]] const std::vector<Fee>& fees() const noexcept { return fees_; }
  /// The named things of `list`; the words before and behind a number: 委托审计 of 委托审计1个月内,
  /// 试点单位 of ≥2个试点单位.
  [[nodiscard]] const std::vector<std::string>& words() const noexcept { return words_; }
  /// Text in brackets behind, without them; "" where there is none.
  [[nodiscard]] const std::string& note() const noexcept { return note_; }

  /// What is wrong with the text, in order of appearance.
  [[nodiscard]] const std::vector<TargetFault>& faults() const noexcept { return faults_; }
  /// Whether a fault is among them.
  [[nodiscard]] bool has(TargetFault fault) const noexcept;
  /// The text that was probably meant, where one is clearly best: ≤380元/人/天 for ≤380人/天/元.
  [[nodiscard]] const std::optional<std::string>& suggestion() const noexcept {
    return suggestion_;
  }

  /// Equal when understood alike: `≤400元/人/ 天` == `≤400元/天/人`, `≥1年` == `≥12月`; what is not a
  /// number is compared by its text, spaces and full-width forms aside.
  friend bool operator==(const Target& a, const Target& b);

 private:
  friend class TargetReader;

  std::string text_;
  TargetForm form_ = TargetForm::blank;
  Comparator comparator_ = Comparator::none;
  bool about_ = false;
  bool each_ = false;
  std::optional<Range<Ratio>> values_;
  std::optional<Ratio> number_;
  Measure measure_;
  std::optional<DueDate> due_;
  std::vector<Tier> tiers_;
  std::vector<Fee> fees_;
  std::vector<std::string> words_;
  std::string note_;
  std::vector<TargetFault> faults_;
  std::optional<std::string> suggestion_;
};

/// Whether everything that meets `a` meets `b` too: ≥95% is stricter than ≥90%. Nothing where
/// either is no range of numbers or the measures cannot be compared.
[[nodiscard]] inline std::optional<bool> is_as_strict(const Target& a, const Target& b);

/// The quantity that a text is: "1980元/人/月", "12万笔". Throws ParseError ("indicator.quantity").
[[nodiscard]] inline Quantity parse_quantity(std::string_view text);

/// The text as printed.
[[nodiscard]] inline std::string to_string(const Target& target) {
  return target.text();
}

/// Prints the text.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Target& target) {
  return stream << std::string_view(target.text());
}

// ---- details ----

inline bool Target::has(TargetFault fault) const noexcept {
  for (const TargetFault one : faults_) {
    if (one == fault) return true;
  }
  return false;
}

inline std::optional<Quantity> Target::quantity() const {
  if (!number_) return std::nullopt;
  return Quantity(*number_, measure_);
}

inline std::optional<QuantityRange> Target::range() const {
  if (!values_) return std::nullopt;
  return QuantityRange(*values_, measure_);
}

namespace detail {

// The values of a target in the measure of another; nothing where they cannot be compared.
inline std::optional<Range<Ratio>> values_in(const Target& target, const Measure& measure) {
  const auto range = target.range();
  if (!range || !comparable(range->measure(), measure)) return std::nullopt;
  return range->in(measure).values();
}

}  // namespace detail

inline bool operator==(const Target& a, const Target& b) {
  if (a.form() != b.form()) return false;
  if (const auto values = detail::values_in(b, a.measure()); values && a.values())
    return *a.values() == *values && a.is_about() == b.is_about() && a.is_each() == b.is_each() &&
           a.words() == b.words();
  return without_spaces(a.text()) == without_spaces(b.text());
}

inline std::optional<bool> is_as_strict(const Target& a, const Target& b) {
  const auto values = detail::values_in(a, b.measure());
  if (!values || !b.values()) return std::nullopt;
  return b.values()->contains(*values);
}

}  // namespace budget::inline v1

#include <budget/indicator/read_target.hpp>
