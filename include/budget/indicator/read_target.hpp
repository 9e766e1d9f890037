// SPDX-License-Identifier: Apache-2.0
// TargetReader: text → Target. Forms are tried from the most definite to the least: numbers, dates,
// tariffs, contracts, references, lists, grades; what remains is kept as words.
#pragma once

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/read_bounds.hpp>
#include <budget/indicator/read_due_date.hpp>
#include <budget/indicator/read_fees.hpp>
#include <budget/indicator/target.hpp>
#include <budget/indicator/target_words.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1 {

/// Fills a Target; used by its constructor alone.
class TargetReader {
 public:
  TargetReader(std::string_view text, Target& target) : plain_(without_spaces(text)), out_(target) {
    out_.text_ = std::string(text);
  }

  void read() {
    if (is_blank()) return;
    note_cut();
    if (read_date(plain_) || read_numbers(plain_) || read_tariff(plain_) || read_with_note() ||
        read_words(plain_) || read_number_behind_words(plain_))
      return;
    out_.form_ = meant_as_number() ? TargetForm::malformed : TargetForm::text;
  }

 private:
  [[nodiscard]] bool is_blank() const noexcept {
    if (plain_ == "无" || plain_ == "/") return true;
    for (const char32_t code : CodePoints(plain_)) {
      if (code != U'-' && code != U'—' && code != U'–' && code != U'―' && code != U'－')
        return false;
    }
    return true;
  }

  void fault(TargetFault fault) {
    if (!out_.has(fault)) out_.faults_.push_back(fault);
  }

  // An open bracket that nothing closes, or a last word that wants another.
  void note_cut() {
    int open = 0;
    for (const char32_t code : CodePoints(plain_)) {
      if (code == U'(' || code == U'《' || code == U'“') ++open;
      if ((code == U')' || code == U'》' || code == U'”') && open > 0) --open;
    }
    const std::string_view text = plain_;
    bool wants_more = open > 0 || text.ends_with("…") || text.ends_with("...");
    for (const std::string_view end :
         {"的", "按", "按照", "和", "及", "与", "、", ",", "每", "或", "并"})
      wants_more = wants_more || (text.size() > end.size() && text.ends_with(end));
    if (wants_more) fault(TargetFault::cut);
  }

  // A text that begins with a comparator or a digit was meant as a number.
  [[nodiscard]] bool meant_as_number() {
    detail::TargetScanner at(plain_);
    const bool compared = at.take_entry(detail::comparator_words) != nullptr;
    if (!compared) return false;
    bool unreadable = false;
    const bool second = at.take_entry(detail::comparator_words) != nullptr;
    const bool number = at.take_number(unreadable).has_value();
    if (second)
      fault(TargetFault::comparators);
    else if (unreadable)
      fault(TargetFault::number_unreadable);
    else if (!number)
      fault(TargetFault::number_missing);
    return true;
  }

  bool read_numbers(std::string_view text) {
    const auto bounds = detail::read_bounds(text);
    if (!bounds) return false;
    take(*bounds);
    return true;
  }

  void take(const detail::TargetBounds& bounds) {
    out_.comparator_ = bounds.comparator;
    out_.about_ = bounds.about;
    out_.each_ = bounds.each;
    out_.measure_ = bounds.measure;
    out_.values_ = bounds.values;
    out_.number_ = bounds.number;
    out_.form_ = bounds.number ? TargetForm::quantity : TargetForm::range;
    for (const TargetFault one : bounds.faults) fault(one);
    if (!bounds.trailing.empty()) out_.words_.push_back(bounds.trailing);
    if (bounds.values.is_empty()) fault(TargetFault::contradictory);
    if (bounds.measure.is_number()) fault(TargetFault::measure_missing);
    if (bounds.measure.power("元") < 0) fault_money_last();
    if (out_.has(TargetFault::comparators) || out_.has(TargetFault::contradictory) ||
        out_.has(TargetFault::money_last))
      out_.form_ = TargetForm::malformed;
  }

  // ≤380人/天/元: 元 belongs above, everything else below.
  void fault_money_last() {
    fault(TargetFault::money_last);
    const bool only = out_.measure_.factors().size() > 1;
    if (!only || !out_.number_ || out_.measure_.power("元") != -1) return;
    std::string divisors;
    std::size_t begin = plain_.find_first_of("0123456789");
    while (begin < plain_.size() &&
           (std::string_view("0123456789.,").find(plain_[begin]) != std::string_view::npos))
      ++begin;
    const std::string_view units = std::string_view(plain_).substr(begin);
    for (const std::string_view unit : split(units, '/')) {
      if (unit != "元") divisors += "/" + std::string(unit);
    }
    out_.suggestion_ = plain_.substr(0, begin) + "元" + divisors;
  }

  bool read_date(std::string_view text) {
    const auto due = detail::DueDateReader(text).read();
    if (!due) return false;
    out_.due_ = *due;
    const bool rhythm =
        due->every != Period::none && !due->is_before && due->day == 0 && due->month == 0;
    const bool stretch = due->first_month > 0 || due->last_year > 0 ||
                         (!due->is_before && due->month == 0 && due->part == PartOfPeriod::whole);
    out_.form_ = rhythm || stretch ? TargetForm::schedule : TargetForm::deadline;
    return true;
  }

  bool read_tariff(std::string_view text) {
    if (text.find('%') == text.npos && text.find("‰") == text.npos) return false;
    detail::FeeReader reader(text);
    if (reader.read_tiers()) {
      out_.tiers_ = std::move(reader.tiers);
      out_.form_ = TargetForm::tiers;
      const TierDefects defects = find_tier_defects(out_.tiers_);
      if (reader.unit_taken_over) fault(TargetFault::tier_unit);
      if (!defects.gaps.empty()) fault(TargetFault::tier_gap);
      if (!defects.overlaps.empty()) fault(TargetFault::tier_overlap);
    } else if (reader.read_fees()) {
      out_.fees_ = std::move(reader.fees);
      out_.form_ = TargetForm::fees;
    } else {
      return false;
    }
    if (reader.cut) fault(TargetFault::cut);
    return true;
  }

  // Words with brackets behind: what stands in them is a note, and after a contract its price.
  bool read_with_note() {
    const std::size_t open = plain_.find('(');
    if (open == std::string::npos || open == 0) return false;
    const bool closed = plain_.ends_with(')');
    if (!closed && plain_.find(')', open) != std::string::npos) return false;
    const std::string_view main = std::string_view(plain_).substr(0, open);
    const std::string_view note =
        std::string_view(plain_).substr(open + 1, plain_.size() - open - 1 - (closed ? 1 : 0));
    if (!read_date(main) && !read_numbers(main) && !read_words(main)) return false;
    out_.note_ = std::string(note);
    if (out_.form_ == TargetForm::contract) {
      if (const auto price = detail::read_bounds(note);
          price && price->number && price->measure.power("元") == 1) {
        out_.number_ = price->number;
        out_.values_ = price->values;
        out_.measure_ = price->measure;
        out_.comparator_ = price->comparator;
      }
    }
    return true;
  }

  bool read_words(std::string_view text) {
    if (is_contract(text)) {
      out_.form_ = TargetForm::contract;
    } else if (is_grade(text)) {
      out_.form_ = TargetForm::grade;
    } else if (is_milestone(text)) {
      out_.form_ = TargetForm::milestone;
    } else if (is_reference(text) || is_compared_reference(text)) {
      out_.form_ = TargetForm::reference;
    } else if (!read_list(text)) {
      return false;
    }
    return true;
  }

  template <class Words>
  static bool ends_with_one_of(std::string_view text, const Words& words) {
    for (const std::string_view word : words.entries()) {
      if (text.ends_with(word)) return true;
    }
    return false;
  }

  static bool is_contract(std::string_view text) {
    const auto named = [&](std::string_view word) { return text.find(word) != text.npos; };
    bool contract = false;
    for (const std::string_view word : detail::contract_words.entries())
      contract = contract || named(word);
    return contract && ends_with_one_of(text, detail::contract_endings);
  }

  // ≤预算数 holds against what stands elsewhere.
  bool is_compared_reference(std::string_view text) {
    detail::TargetScanner at(text);
    const auto* word = at.take_entry(detail::comparator_words);
    // Words alone: no digit, and no letter that stands for one.
    constexpr std::size_t shortest = 6;  // bytes of two ideographs
    if (!word || at.rest().size() < shortest) return false;
    for (const char32_t code : CodePoints(at.rest())) {
      if (code < 0x4E00 || code > 0x9FFF) return false;
    }
    out_.comparator_ = word->comparator;
    return true;
  }

  static bool is_reference(std::string_view text) {
    return text.find("%") == text.npos && detail::reference_openings.find_prefix(text) != nullptr &&
           ends_with_one_of(text, detail::reference_endings);
  }

  static bool is_milestone(std::string_view text) {
    constexpr std::size_t longest = 30;  // ten ideographs
    return text.size() <= longest && ends_with_one_of(text, detail::milestone_words);
  }

  // Made of grade words alone, or an effect on something: 保障单位正常运转.
  static bool is_grade(std::string_view text) {
    constexpr std::size_t longest = 90;  // thirty ideographs
    if (text.size() > longest || text.find_first_of("0123456789,;") != text.npos ||
        text.find("、") != text.npos)
      return false;
    detail::TargetScanner scanner(text);
    while (scanner.take_one_of(detail::degree_words)) {
    }
    if (scanner.take_one_of(detail::effect_words)) return true;
    // Words overlap (可持续, 持续): every way to cut the text is followed. Bit 0: reached by nouns
    // alone; bit 1: with a quality among them.
    std::vector<unsigned> reached(text.size() + 1);
    reached[0] = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (reached[at] == 0) continue;
      const std::string_view rest = text.substr(at);
      const auto go = [&](const auto& words, unsigned ways) {
        if (!words.may_begin(rest)) return;
        for (const std::string_view word : words.entries()) {
          if (detail::begins_with(rest, word)) reached[at + word.size()] |= ways;
        }
      };
      go(detail::grade_nouns, reached[at]);
      go(detail::grade_words, 2);
      go(detail::degree_words, 2);
      go(detail::effect_words, 2);
    }
    return (reached[text.size()] & 2U) != 0;
  }

  bool read_list(std::string_view text) {
    constexpr std::string_view mark = "、";
    constexpr std::size_t longest_item = 45;  // fifteen ideographs
    std::vector<std::string> items;
    for (;;) {
      const std::size_t at = text.find(mark);
      const std::string_view item = text.substr(0, at);
      if (item.empty() || item.size() > longest_item || item.find(',') != item.npos) return false;
      items.emplace_back(item);
      if (at == text.npos) break;
      text.remove_prefix(at + mark.size());
    }
    if (items.size() < 2) return false;
    out_.words_ = std::move(items);
    out_.form_ = TargetForm::list;
    return true;
  }

  // Where the first comparator stands behind other words; the end where none does.
  static std::size_t first_comparator(std::string_view text) noexcept {
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (detail::comparator_words.find_prefix(text.substr(i)) != nullptr) return i;
    }
    return text.size();
  }

  // 委托审计1个月内, 每年培训2次: words, then a number of a common unit up to the end.
  bool read_number_behind_words(std::string_view text) {
    std::size_t at = first_comparator(text);
    if (at == text.size()) at = text.find_first_of("0123456789");
    if (at == text.npos || at == 0) return false;
    constexpr std::size_t longest = 60;
    if (at > longest) return false;
    const auto bounds = detail::read_bounds(text.substr(at));
    if (!bounds || !detail::is_common(bounds->measure)) return false;
    take(*bounds);
    std::string_view words = text.substr(0, at);
    while (words.ends_with(':') || words.ends_with(',')) words.remove_suffix(1);
    out_.words_.emplace_back(words);
    return true;
  }

  std::string plain_;
  Target& out_;
};

inline Target::Target(std::string_view text) {
  TargetReader(text, *this).read();
}

inline Quantity parse_quantity(std::string_view text) {
  const std::string plain = without_spaces(text);
  const auto bounds = detail::read_bounds(plain);  // 12月 is a quantity here, no date
  const bool is_bare = bounds && bounds->number && bounds->comparator == Comparator::none &&
                       !bounds->about && !bounds->each && bounds->trailing.empty();
  if (!is_bare)
    detail::raise(ParseError("indicator.quantity", std::string(text), "not_a_quantity",
                             {"不是一个数量", "not a number of a measure"}, 0));
  return {*bounds->number, bounds->measure};
}

}  // namespace budget::inline v1
