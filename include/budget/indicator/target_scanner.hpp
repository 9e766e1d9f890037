// SPDX-License-Identifier: Apache-2.0
// TargetScanner: takes words, numbers and measures off the front of a target's normalised text.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/read_figure.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/measure.hpp>
#include <budget/indicator/target_words.hpp>
#include <budget/subject/ordinal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// A number as it stands in a target: 12万余 is 120000 with `more`.
struct ScannedNumber {
  Decimal value;
  bool more = false;
};

class TargetScanner {
 public:
  explicit TargetScanner(std::string_view text) noexcept : text_(text) {}

  [[nodiscard]] bool done() const noexcept { return text_.empty(); }
  [[nodiscard]] std::string_view rest() const noexcept { return text_; }
  void skip(std::size_t bytes) noexcept { text_.remove_prefix(bytes); }

  bool take(std::string_view word) noexcept {
    if (!begins_with(text_, word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }

  bool take_one_of(std::span<const std::string_view> words) noexcept {
    for (const std::string_view word : words) {
      if (take(word)) return true;
    }
    return false;
  }

  // The entry of a table whose `word` stands here, taken.
  template <class Entry, std::size_t Size>
  const Entry* take_entry(const WordTable<Entry, Size>& table) noexcept {
    const Entry* const entry = table.find_prefix(text_);
    if (entry != nullptr) text_.remove_prefix(word_of(*entry).size());
    return entry;
  }
  template <class Entry, std::size_t Size>
  bool take_one_of(const WordTable<Entry, Size>& table) noexcept {
    return take_entry(table) != nullptr;
  }

  [[nodiscard]] bool at_digit() const noexcept {
    return !text_.empty() && text_[0] >= '0' && text_[0] <= '9';
  }

  // Digits that make a whole number of at most `most` digits.
  std::optional<int> take_whole(std::size_t most) noexcept {
    std::size_t length = 0;
    int value = 0;
    while (length < text_.size() && text_[length] >= '0' && text_[length] <= '9') {
      if (length == most) return std::nullopt;
      value = value * 10 + (text_[length] - '0');
      ++length;
    }
    if (length == 0) return std::nullopt;
    text_.remove_prefix(length);
    return value;
  }

  // 两, 三, 十二: up to 九十九.
  std::optional<int> take_numeral() noexcept {
    if (take("两")) return 2;
    std::array<char32_t, 3> codes{};
    std::size_t count = 0, bytes = 0;
    std::array<std::size_t, 4> ends{};
    while (count < codes.size() && bytes < text_.size()) {
      const CodePoint point = code_point_at(text_, bytes);
      codes[count++] = point.value;
      ends[count] = bytes += point.length;
    }
    const Numeral numeral = chinese_numeral({codes.data(), count});
    if (numeral.length == 0) return std::nullopt;
    skip(ends[numeral.length]);
    return numeral.value;
  }

  // 1,200 · 8438.41 · 12万余 · 两. Nothing, and nothing taken, where no number stands; `unreadable`
  // is set where one begins and goes wrong.
  std::optional<ScannedNumber> take_number(bool& unreadable) noexcept {
    ScannedNumber number;
    if (at_digit() || ((text_.starts_with("-") || text_.starts_with("+")) && text_.size() > 1 &&
                       text_[1] >= '0' && text_[1] <= '9')) {
      const auto value = take_digits();
      unreadable = unreadable || !value;
      if (!value) return std::nullopt;
      number.value = *value;
    } else if (const auto numeral = take_numeral()) {
      number.value = Decimal::of(*numeral);
    } else {
      return std::nullopt;
    }
    int exponent = 0;
    for (;;) {
      if (take_one_of(more_words)) {
        number.more = true;
      } else if (const auto* multiple = take_entry(multiples)) {
        exponent += multiple->exponent;
      } else {
        break;
      }
    }
    if (exponent > 0) {
      const auto scaled =
          exponent > 16
              ? std::nullopt
              : checked_multiply(number.value,
                                 Decimal::of(static_cast<std::int64_t>(power_of_ten(exponent))));
      unreadable = unreadable || !scaled;
      if (!scaled) return std::nullopt;
      number.value = *scaled;
    }
    return number;
  }

  // The longest measure here: units of letters between / and 每.. Where a known unit begins a
  // longer word (个 of 个试点单位) the measure ends with it.
  std::optional<Measure> take_measure() {
    std::size_t length = 0;
    for (;;) {
      bool divides = false;
      const std::size_t mark = separator_length(text_.substr(length), divides);
      const std::size_t begin = length + mark;
      const std::size_t word = unit_length(text_.substr(begin));
      if (word == 0) break;
      const std::size_t unit = known_length(text_.substr(begin, word));
      length = begin + unit;
      if (unit < word) break;
      if (length >= text_.size()) break;
      bool more = false;
      if (separator_length(text_.substr(length), more) == 0) break;
    }
    if (length == 0) return std::nullopt;
    auto measure = Measure::read(text_.substr(0, length));
    if (measure) text_.remove_prefix(length);
    return measure;
  }

 private:
  // Letters of one unit, up to a mark or to the words that end a bound (以上, 左右).
  [[nodiscard]] static std::size_t unit_length(std::string_view text) noexcept {
    constexpr std::size_t longest = 24;  // eight ideographs
    std::size_t length = 0;
    while (length < text.size() && length < longest) {
      const std::string_view rest = text.substr(length);
      bool divides = false;
      if (separator_length(rest, divides) > 0) break;
      if (ends_bound(rest)) break;
      const CodePoint point = code_point_at(rest, 0);
      const bool power =
          length == 1 && text[0] == 'm' && (point.value == '2' || point.value == '3');
      if (!is_unit_letter(point.value) && !power) break;
      length += point.length;
      if (point.value == U'%' || point.value == U'‰') break;
    }
    return length;
  }

  // The longest known unit that begins the word; all of it where none does.
  [[nodiscard]] static std::size_t known_length(std::string_view word) noexcept {
    if (is_common_unit(word) || canonical_measure_unit(word) != word || find_measure_unit(word) ||
        multiplied_at(word) > 0)
      return word.size();
    std::size_t longest = 0;
    if (common_units.may_begin(word)) {
      for (const std::string_view unit : common_units.entries()) {
        if (unit.size() > longest && word.starts_with(unit)) longest = unit.size();
      }
    }
    return longest > 0 ? longest : word.size();
  }

  [[nodiscard]] static bool ends_bound(std::string_view rest) noexcept {
    const auto* const ending = comparator_endings.find_prefix(rest);
    if (ending != nullptr && (ending->word != "内" || rest == "内")) return true;
    for (const std::string_view word : {"左右", "且", "至", "到", "并"}) {
      if (rest.starts_with(word)) return true;
    }
    return false;
  }

  std::optional<Decimal> take_digits() noexcept {
    std::size_t length = text_[0] == '-' || text_[0] == '+' ? 1 : 0;
    while (length < text_.size()) {
      const char c = text_[length];
      const bool digit = c >= '0' && c <= '9';
      // A comma belongs to the number where exactly three digits follow it.
      const auto is_digit = [&](std::size_t i) {
        return i < text_.size() && text_[i] >= '0' && text_[i] <= '9';
      };
      const bool group = c == ',' && is_digit(length + 1) && is_digit(length + 2) &&
                         is_digit(length + 3) && !is_digit(length + 4);
      const bool point = c == '.' && is_digit(length + 1);
      if (!digit && !group && !point) break;
      ++length;
    }
    const std::string_view printed = text_.substr(0, length);
    const Reading reading = read_figure(printed);
    if (reading.state != FigureState::number) return std::nullopt;
    text_.remove_prefix(length);
    return reading.value;
  }

  std::string_view text_;
};

}  // namespace detail

}  // namespace budget::inline v1
