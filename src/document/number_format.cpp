// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/document/number_format.hpp>

#include <algorithm>
#include <charconv>

namespace budget::inline v1 {
namespace {

constexpr int significant_digits = 15;
constexpr std::size_t general_digits =
    10;  // of a number in a cell wide enough, its point not counted

/// 3296.30, 1.5E-3: digits with an exponent, as files write numbers.
std::optional<Decimal> parse_number(std::string_view text) {
  const std::size_t mark = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, mark);
  Decimal value;
  const auto read = from_chars(mantissa.data(), mantissa.data() + mantissa.size(), value);
  if (read.ec != std::errc() || read.ptr != mantissa.data() + mantissa.size()) return std::nullopt;
  if (mark == std::string_view::npos) return value;
  std::string_view power = text.substr(mark + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  int exponent = 0;
  const auto end = std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (end.ec != std::errc() || end.ptr != power.data() + power.size()) return std::nullopt;
  const int scale = value.scale() - exponent;
  if (exponent > Decimal::max_scale) return std::nullopt;
  if (scale > Decimal::max_scale)
    return value.is_zero() || scale > 2 * Decimal::max_scale
               ? Decimal()
               : Decimal::scaled(value.coefficient(), Decimal::max_scale);
  if (scale >= 0) return Decimal::checked_scaled(value.coefficient(), scale);
  return checked_multiply(Decimal::scaled(value.coefficient(), 0),
                          Decimal::scaled(detail::power_of_ten(-scale), 0));
}

/// Digits before the point, without sign and point; "" of 0.
std::string digits_of(const Decimal& value) {
  std::string text = to_string(abs(value));
  std::erase(text, '.');
  text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
  return text;
}

std::size_t whole_digits(const Decimal& value) {
  const std::string text = to_string(abs(value));
  return std::min(text.find('.'), text.size());
}

/// What a spreadsheet works with: 15 digits.
Decimal to_15_digits(const Decimal& value) {
  const int excess = static_cast<int>(digits_of(value).size()) - significant_digits;
  if (excess <= 0 || value.scale() == 0) return value;
  return value.rescaled(std::max(0, value.scale() - excess), Rounding::half_away);
}

std::string in_general(const Decimal& value) {
  const std::size_t whole = whole_digits(value);
  const int most = whole >= general_digits ? 0 : static_cast<int>(general_digits - whole);
  return to_string(value.scale() > most ? value.rescaled(most, Rounding::half_away).trimmed()
                                        : value.trimmed());
}

std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

enum class CodeKind { literal, blank, bracket, general, symbol };

/// A mark of a format code: `"元"`, `\\ `, `_)`, `[Red]`, `General`, or one character.
struct CodeMark {
  CodeKind kind = CodeKind::symbol;
  std::string_view text;  // without quotes and brackets
};

bool same_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
           return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b);
         });
}

std::vector<CodeMark> marks_of(std::string_view code) {
  constexpr std::string_view general = "General";
  std::vector<CodeMark> marks;
  for (std::size_t i = 0; i < code.size();) {
    const std::string_view rest = code.substr(i);
    const auto closed = [&](char end) {  // an open one ends with the code
      return std::min(rest.find(end, 1), rest.size());
    };
    std::size_t length = 1;
    if (rest.starts_with('"') || rest.starts_with('[')) {
      const bool quoted = rest.starts_with('"');
      const std::size_t end = closed(quoted ? '"' : ']');
      length = std::min(end + 1, rest.size());
      marks.push_back({quoted ? CodeKind::literal : CodeKind::bracket, rest.substr(1, end - 1)});
    } else if (rest.starts_with('\\') || rest.starts_with('!')) {
      length = rest.size() == 1 ? 1 : 1 + code_point_at(rest, 1).length;
      marks.push_back({CodeKind::literal, rest.substr(1, length - 1)});
    } else if (rest.starts_with('_') || rest.starts_with('*')) {
      length = rest.size() == 1 ? 1 : 1 + code_point_at(rest, 1).length;
      marks.push_back({CodeKind::blank, {}});
    } else if (same_word(rest, general)) {
      length = general.size();
      marks.push_back({CodeKind::general, rest.substr(0, length)});
    } else {
      length = code_point_at(rest, 0).length;
      marks.push_back({CodeKind::symbol, rest.substr(0, length)});
    }
    i += length;
  }
  return marks;
}

/// The sign of a currency: [$¥-804] shows ¥.
std::string_view currency(std::string_view bracket) {
  if (!bracket.starts_with('$')) return {};
  bracket.remove_prefix(1);
  return bracket.substr(0, bracket.find('-'));
}

bool is_elapsed_time(std::string_view bracket) {
  return !bracket.empty() && std::ranges::all_of(bracket, [](char c) {
    return std::string_view("hHmMsS").find(c) != std::string_view::npos;
  });
}

bool one_of(std::string_view symbol, std::string_view symbols) {
  return symbol.size() == 1 && symbols.find(symbol.front()) != std::string_view::npos;
}

}  // namespace

bool NumberFormat::Condition::holds(const Decimal& value) const {
  if (compare == "<") return value < with;
  if (compare == "<=") return value <= with;
  if (compare == "=") return value == with;
  if (compare == "<>") return value != with;
  if (compare == ">=") return value >= with;
  return value > with;
}

NumberFormat::NumberFormat(std::string_view code) {
  Section section;
  bool point = false;
  int commas = 0;  // after the last digit so far
  const auto literal = [&](std::string_view text) {
    (section.digits ? section.after : section.before) += text;
  };
  const auto finish = [&] {
    section.shift -= 3 * commas;
    sections_.push_back(std::move(section));
    section = {};
    point = false;
    commas = 0;
  };
  for (const auto& [kind, text] : marks_of(code)) {
    if (kind == CodeKind::literal) {
      literal(text);
    } else if (kind == CodeKind::general || text == "@") {
      section.general = section.digits = true;
    } else if (kind == CodeKind::bracket) {
      literal(currency(text));
      section.other = section.other || text.starts_with("DBNum");
      date_ = date_ || is_elapsed_time(text);
      const std::size_t end = text.find_first_not_of("<>=");
      if (end != 0 && end != std::string_view::npos)
        if (const auto with = parse_number(text.substr(end)))
          section.condition = Condition{std::string(text.substr(0, end)), *with};
    } else if (kind == CodeKind::symbol && text == ";") {
      finish();
    } else if (kind == CodeKind::symbol && one_of(text, "0#?")) {
      // Digits parted by text, as in telephone numbers, are no figure.
      section.other = section.other || !section.after.empty();
      section.grouped = section.grouped || (commas > 0 && !point);
      section.digits = true;
      commas = 0;
      section.decimals += point ? 1 : 0;
      if (text == "0" && point) section.kept = section.decimals;
      if (text == "0" && !point) ++section.whole;
    } else if (kind == CodeKind::symbol && text == "," && section.digits) {
      ++commas;
    } else if (kind == CodeKind::symbol && text == "." && !point) {
      point = section.digits = true;
    } else if (kind == CodeKind::symbol && text == "%") {
      section.shift += 2;
      literal(text);
    } else if (kind == CodeKind::symbol && one_of(text, "yYmMdDhHsS")) {
      date_ = true;
    } else if (kind == CodeKind::symbol && one_of(text, "/eE")) {
      section.other = true;
    } else if (kind == CodeKind::symbol) {
      literal(text);
    }
  }
  finish();
  Section& first = sections_.front();
  if (sections_.size() == 1 && !first.digits && first.before.empty())
    first.general = first.digits = true;
}

const NumberFormat::Section& NumberFormat::section_for(const Decimal& value) const {
  const auto fits = [&](const Section& s) { return s.condition && s.condition->holds(value); };
  const bool conditions =
      std::ranges::any_of(sections_, [](const Section& s) { return s.condition.has_value(); });
  if (conditions) {
    const auto first = std::ranges::find_if(sections_, fits);
    if (first != sections_.end()) return *first;
    const auto rest =
        std::ranges::find_if(sections_, [](const Section& s) { return !s.condition; });
    return rest != sections_.end() ? *rest : sections_.back();
  }
  if (value.is_negative() && sections_.size() > 1) return sections_[1];
  if (value.is_zero() && sections_.size() > 2) return sections_[2];
  return sections_[0];
}

std::string NumberFormat::shown(std::string_view number) const {
  const auto read = parse_number(number);
  if (!read) return std::string(number);
  const Decimal value = to_15_digits(*read);
  const Section& section = section_for(value);
  if (date_ || section.other) return in_general(value);
  // A section of its own for negative numbers says itself how they are marked.
  const bool own_section = &section != &sections_.front() && !section.condition;
  const bool minus = value.is_negative() && !own_section;
  std::string digits;
  if (section.general) {
    digits = in_general(abs(value));
  } else if (section.digits) {
    auto scaled =
        section.shift >= 0
            ? checked_multiply(abs(value), Decimal::scaled(detail::power_of_ten(section.shift), 0))
            : Decimal::checked_scaled(abs(value).coefficient(), value.scale() - section.shift);
    if (!scaled) return in_general(value);
    const Decimal rounded =
        scaled->rescaled(section.decimals, Rounding::half_away).trimmed(section.kept);
    const std::string text = to_string(rounded);
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string whole = text.substr(0, point);
    if (whole == "0" && section.whole == 0) whole.clear();
    const auto least = static_cast<std::size_t>(section.whole);
    if (whole.size() < least) whole.insert(0, least - whole.size(), '0');
    digits = (section.grouped ? grouped(whole) : whole) + text.substr(point);
  }
  return (minus ? "-" : "") + section.before + digits + section.after;
}

}  // namespace budget::inline v1
