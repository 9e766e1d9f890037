// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>

#include "disclosure/flaws.hpp"
#include "disclosure/titles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t shortest_series = 4;  // labels
constexpr int greatest_number = 99;         // as far as ordinals of tables go

/// 预算公开表9 in parts: 预算公开表, 9, "".
struct Label {
  std::string text, before, after, digits;
  int number = 0;
  bool chinese = false;
  std::size_t line = 0;

  [[nodiscard]] std::string words() const { return before + (chinese ? "一" : "1") + after; }
};

std::optional<Label> label_of(const TokenLine& line) {
  const auto number = table_number_line(plain(line));
  if (!number) return std::nullopt;
  Label label;
  label.text = without_spaces(plain(line));
  label.line = line.line;
  for (std::size_t i = 0; i < label.text.size(); i += code_point_at(label.text, i).length) {
    std::string_view rest = std::string_view(label.text).substr(i);
    const std::size_t whole = rest.size();
    if (take_number(rest).empty()) continue;
    label.before = label.text.substr(0, i);
    label.digits = label.text.substr(i, whole - rest.size());
    label.after = rest;
    break;
  }
  label.chinese = !label.digits.empty() && (label.digits[0] < '0' || label.digits[0] > '9');
  const char* const end = number->data() + number->size();
  if (std::from_chars(number->data(), end, label.number).ec != std::errc() ||
      label.number >= greatest_number)
    return std::nullopt;
  return label;
}

std::string chinese(int number) {
  constexpr std::array<std::string_view, 10> digits{"",   "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
  const auto digit = [&](int value) {
    return std::string(digits[static_cast<std::size_t>(value)]);
  };
  if (number < 10) return digit(number);
  return (number < 20 ? "" : digit(number / 10)) + "十" + digit(number % 10);
}

/// The label as the series writes it, with the series' width of 01, 02.
std::string written(const Label& like, int number) {
  std::string digits = like.chinese ? chinese(number) : std::to_string(number);
  if (!like.chinese && like.digits.starts_with('0') && digits.size() < like.digits.size())
    digits.insert(0, like.digits.size() - digits.size(), '0');
  return like.before + digits + like.after;
}

std::vector<Label> labels_of(const std::vector<Section>& sections) {
  std::vector<Label> labels;
  for (const Section& section : sections) {
    if (section.kind != SectionKind::table) continue;
    for (const TokenLine& line : section.caption) {
      if (auto label = label_of(line)) {
        labels.push_back(std::move(*label));
        break;  // printed anew on later pages
      }
    }
  }
  return labels;
}

}  // namespace

FoundFlaws labels_outside_series(const std::vector<Section>& sections, const Document& document) {
  const std::vector<Label> labels = labels_of(sections);
  std::map<std::string, std::size_t> by_words;
  for (const Label& label : labels) ++by_words[label.words()];
  const auto most = std::ranges::max_element(by_words, {}, [](const auto& w) { return w.second; });
  if (most == by_words.end() || most->second < shortest_series) return std::nullopt;

  std::vector<Flaw> flaws;
  const auto in_series = [&](std::size_t i) { return labels[i].words() == most->first; };
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool has_before = i > 0 && in_series(i - 1);
    const bool has_after = i + 1 < labels.size() && in_series(i + 1);
    if (!has_before && !has_after) continue;
    const Label& like = labels[has_before ? i - 1 : i + 1];
    const int expected = has_before ? like.number + 1 : like.number - 1;
    // Both neighbours leave room for one number; at an end the number itself must go on.
    const bool between = has_before && has_after && labels[i + 1].number == expected + 1;
    const bool other_words = !in_series(i) && (between || labels[i].number == expected);
    const bool other_number = in_series(i) && between && labels[i].number != expected;
    if (!other_words && !other_number) continue;
    flaws.push_back(flaw_of(FlawKind::label_outside_series, {document.place(labels[i].line)},
                            labels[i].text, written(like, expected)));
  }
  return flaws;
}

}  // namespace budget::inline v1::detail
