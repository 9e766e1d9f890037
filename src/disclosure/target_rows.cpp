// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_rows.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>

#include "disclosure/target_labels.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

constexpr int longest_name = 6, longest_value = 9;  // words
constexpr int widest_between = 3;                   // labels between a target and its twin

/// Prices of what speaks against a reading.
namespace price {
constexpr int skipped_word = 25, lone_row = 7, annual_row = 2, other_name = 3, text_value = 4,
              malformed_value = 2, worded_value = 1, number_as_name = 30, level_between = 8,
              within_line = 15, shared_line = 6, target_as_name = 6;
constexpr int same_name = -7, cut_name = -5, same_value = -3, cut_value = -2, recurring = -2;
}  // namespace price

/// Words joined, and what they cost as a name and as a target.
struct Run {
  std::string text;   // as printed
  std::string plain;  // without spaces
  int as_name = 0, as_value = 0;
  CellLines lines;        // that it was broken into
  bool is_whole = false;  // a number or a date, which goes on in no other word
};

int price_of_form(const Target& target) {
  switch (target.form()) {
    case TargetForm::quantity:
      if (target.has(TargetFault::measure_missing)) return price::malformed_value;
      return target.words().empty() ? 0 : price::text_value;
    case TargetForm::range:
    case TargetForm::deadline:
    case TargetForm::tiers:
    case TargetForm::fees: return 0;
    case TargetForm::schedule:
    case TargetForm::contract:
    case TargetForm::reference:
    case TargetForm::milestone:
    case TargetForm::list:
    case TargetForm::grade: return price::worded_value;
    case TargetForm::malformed: return price::malformed_value;
    case TargetForm::text:
    case TargetForm::blank: break;
  }
  return price::text_value;
}

bool is_number(const Target& target) {
  return (target.form() == TargetForm::quantity || target.form() == TargetForm::range) &&
         target.words().empty();
}

/// What stands at a position: a word of a row, or a label of a level.
struct Item {
  std::optional<LevelLabel> label;
  std::size_t word = 0;
};

class RowReader {
 public:
  RowReader(std::span<const Word> words, bool has_two_columns)
      : words_(words.begin(), words.end()), two_(has_two_columns) {
    find_items();
    for (const Word& word : words_) plain_.push_back(without_spaces(word.text));
    runs_.resize(items_.size());
    count_texts();
    reached_.resize(items_.size() + 1);
  }

  RowsRead run() {
    reached_[0].push_back({});
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      // A row that waits for its twin may turn out to have none: then another begins here.
      for (std::size_t k = 0; k < reached_[i].size(); ++k)
        if (reached_[i][k].state != 0) from_waiting(i, k);
      for (std::size_t k = 0; k < reached_[i].size(); ++k)
        if (reached_[i][k].state == 0) from_row_begin(i, k);
    }
    follow();
    return std::move(read_);
  }

 private:
  enum class Step : std::uint8_t {
    begin,
    label,
    skip,
    row,
    lone_annual,
    twin,
    glued_twin,
    no_twin
  };

  /// A state at a place, the least price of coming there, and from where.
  struct Reached {
    int state = 0;
    int cost = 0;
    Step step = Step::begin;
    int names = 0, values = 0;
    std::size_t from = 0, from_index = 0;
  };

  /// The state in which a row of the period awaits its twin: how many words it had and how many labels
  /// stand between.
  static int waiting(int names, int values, int between) {
    return 1 + (between * longest_name + names - 1) * longest_value + values - 1;
  }
  struct Waiting {
    int names, values, between;
  };
  static Waiting waiting_of(int state) {
    const int rest = state - 1;
    return {rest / longest_value % longest_name + 1, rest % longest_value + 1,
            rest / longest_value / longest_name};
  }

  void find_items() {
    const FullLevels full = full_levels(words_);
    for (std::size_t w = 0; w < words_.size(); ++w) {
      const std::string plain = without_spaces(words_[w].text);
      const bool alone =
          words_[w].begins_line && (w + 1 == words_.size() || words_[w + 1].begins_line);
      if (is_side_label(plain) && (alone || ends_label(w))) continue;
      if (words_[w].is_level2) {
        const auto known = level_label(plain);
        const bool whole =
            known && known->used == plain.size() && !known->is_cut && known->level == 2;
        items_.push_back({whole ? known : by_place(words_[w]), w});
        continue;
      }
      auto label = short_level_label(plain, full);
      if (label && is_target(w + 1)) label.reset();  // a name with its target
      if (!label && (full.first || full.second)) label = level_label(plain);
      if (label && label->is_cut && label->used == plain.size() && !may_be_cut(*label, w))
        label.reset();
      if (label && label->used < plain.size() && !may_be_glued(*label)) label.reset();
      if (!label) {
        items_.push_back({std::nullopt, w});
        continue;
      }
      items_.push_back({label, w});
      if (label->used < plain.size()) {
        words_[w].text = plain.substr(label->used);
        items_.push_back({std::nullopt, w});
      }
    }
  }

  static std::optional<LevelLabel> by_place(const Word& word) {
    return LevelLabel{2, word.text, word.text.size(), false};
  }

  /// 服务对象满意度 is a level where 指标 follows, or a name; with a target behind it is a name itself.
  [[nodiscard]] bool may_be_cut(const LevelLabel& label, std::size_t word) const {
    if (word + 1 == words_.size()) return false;
    const std::string next = without_spaces(words_[word + 1].text);
    if (is_side_label(next)) return true;
    const bool lacks_only_the_word =
        std::string(label.name.substr(0, label.used)) + "指标" == label.name;
    const Target target(next);
    return lacks_only_the_word && !is_number(target) && target.comparator() == Comparator::none;
  }
  [[nodiscard]] bool is_target(std::size_t word) const {
    return word < words_.size() && is_number(Target(words_[word].text));
  }
  /// The rest of a level's name behind it, on its line: 服务对象满意度 指标.
  [[nodiscard]] bool ends_label(std::size_t word) const {
    if (word == 0) return false;
    const auto label = level_label(without_spaces(words_[word - 1].text));
    return label && label->is_cut;
  }
  /// A name is glued to a level that is whole or nearly so; 成本指标 and 质量指标 begin names as well.
  static bool may_be_glued(const LevelLabel& label) {
    return count_code_points(label.name.substr(0, label.used)) >= 8;
  }

  const Run& run_of(std::size_t first, int count) {
    std::vector<Run>& runs = runs_[first];
    while (static_cast<int>(runs.size()) < count) {
      const std::size_t index = items_[first + runs.size()].word;
      Run made = runs.empty() ? Run() : runs.back();
      if (!runs.empty() && !words_[index].begins_line && words_[index].gap > 0) made.text += ' ';
      made.text += words_[index].text;
      made.lines.add(words_[index]);
      made.plain += plain_[index];
      const int lines = made.lines.price();
      const Meaning& meaning = meaning_of(made.text);
      made.as_value = lines + meaning.as_value;
      made.is_whole = meaning.is_whole;
      made.as_name = lines;
      // No name holds a comparator or a share; one that the table prints again is one.
      if (meaning.is_number || holds_mark_of_target(made.plain))
        made.as_name += price::number_as_name;
      else if (meaning.is_unlikely_name)
        made.as_name += price::target_as_name;
      else if (meaning.is_text && recurs(made.plain))
        made.as_name += price::recurring;
      runs.push_back(std::move(made));
    }
    return runs[static_cast<std::size_t>(count) - 1];
  }

  /// What a text is as a target. Texts recur, in the other column above all.
  struct Meaning {
    int as_value = 0;
    bool is_whole = false, is_number = false, is_unlikely_name = false, is_text = false;
  };
  const Meaning& meaning_of(const std::string& text) {
    const auto [known, fresh] = meanings_.try_emplace(text);
    if (fresh) {
      const Target target(text);
      Meaning& meaning = known->second;
      meaning.as_value = price_of_form(target);
      meaning.is_whole = is_number(target) || target.form() == TargetForm::deadline;
      meaning.is_number = is_number(target) || target.comparator() != Comparator::none;
      meaning.is_unlikely_name = target.form() == TargetForm::quantity || is_short_grade(target);
      meaning.is_text = target.form() == TargetForm::text;
    }
    return known->second;
  }

  /// 有效提高 is hardly a name, 改善生态环境 may be one.
  static bool is_short_grade(const Target& target) {
    constexpr std::size_t longest = 4;  // ideographs
    return target.form() == TargetForm::grade && count_code_points(target.text()) <= longest;
  }

  /// Whether a text of one to four words stands twice among the rows.
  [[nodiscard]] bool recurs(const std::string& plain) const {
    const auto found = times_.find(plain);
    return found != times_.end() && found->second > 1;
  }

  void count_texts() {
    constexpr std::size_t most_words = 4;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      std::string plain;
      for (std::size_t n = 0; n < most_words && i + n < items_.size() && !items_[i + n].label;
           ++n) {
        plain += plain_[items_[i + n].word];
        ++times_[plain];
      }
    }
  }

  /// Words of one line stand in one row: whether the word at a place goes on with a line that holds
  /// words of a row before it.
  [[nodiscard]] bool is_within_line(std::size_t i) const {
    return i > 0 && i < items_.size() && !items_[i].label && !items_[i - 1].label &&
           !words_[items_[i].word].begins_line;
  }

  /// How many words of a row may follow from here: labels end them.
  [[nodiscard]] int words_from(std::size_t first) const {
    int count = 0;
    while (first + static_cast<std::size_t>(count) < items_.size() &&
           !items_[first + static_cast<std::size_t>(count)].label &&
           count < longest_name + longest_value)
      ++count;
    return count;
  }

  void reach(std::size_t to, const Reached& way) {
    const auto known = std::ranges::find(reached_[to], way.state, &Reached::state);
    if (known == reached_[to].end())
      reached_[to].push_back(way);
    else if (way.cost < known->cost)
      *known = way;
  }

  void from_row_begin(std::size_t i, std::size_t index) {
    if (i == items_.size()) return;
    const int cost = reached_[i][index].cost;
    if (items_[i].label) return reach(i + 1, {0, cost, Step::label, 0, 0, i, index});
    reach(i + 1, {0, cost + price::skipped_word, Step::skip, 0, 0, i, index});
    if (two_ && labels_of_both(i)) {
      each_row(i, [&](int names, int values, int price) {
        reach(i + static_cast<std::size_t>(names + values),
              {0, cost + price + price::annual_row, Step::lone_annual, names, values, i, index});
      });
    }
    const int begin = is_within_line(i) ? price::within_line : 0;
    each_row(i, [&](int names, int values, int price) {
      price += begin;
      reach(
          i + static_cast<std::size_t>(names + values),
          {two_ ? waiting(names, values, 0) : 0, cost + price, Step::row, names, values, i, index});
    });
  }

  /// Whether the level is named for both columns and the period prints nothing in between: what
  /// follows is of the year.
  [[nodiscard]] bool labels_of_both(std::size_t i) const {
    return i >= 2 && items_[i - 1].label && items_[i - 2].label &&
           items_[i - 1].label->level == 2 &&
           items_[i - 1].label->name == items_[i - 2].label->name;
  }

  void from_waiting(std::size_t i, std::size_t index) {
    const int cost = reached_[i][index].cost;
    const Waiting twin = waiting_of(reached_[i][index].state);
    const int lone = price::lone_row + (is_within_line(i) ? price::within_line : 0);
    reach(i, {0, cost + lone, Step::no_twin, 0, 0, i, index});
    if (i == items_.size()) return;
    if (items_[i].label) {
      if (twin.between == widest_between) return;
      const int more = items_[i].label->level == 1 ? price::level_between : 0;
      return reach(i + 1, {waiting(twin.names, twin.values, twin.between + 1), cost + more,
                           Step::label, 0, 0, i, index});
    }
    const std::size_t begin = i - static_cast<std::size_t>(twin.between + twin.names + twin.values);
    const Run& name = run_of(begin, twin.names);
    const Run& value = run_of(begin + static_cast<std::size_t>(twin.names), twin.values);
    each_row(i, [&](int names, int values, int price) {
      const Run& other_name = run_of(i, names);
      const Run& other_value = run_of(i + static_cast<std::size_t>(names), values);
      const int twins =
          price_of_twins(name.plain, other_name.plain, value.plain, other_value.plain);
      reach(i + static_cast<std::size_t>(names + values),
            {0, cost + price + twins, Step::twin, names, values, i, index});
    });
    const int most = std::min(words_from(i), longest_name);
    for (int words = 1; words <= most; ++words) {
      const Run& both = run_of(i, words);
      if (!glued(both.plain, name.plain, value.plain)) continue;
      reach(i + static_cast<std::size_t>(words),
            {0, cost + price::same_name + both.as_name, Step::glued_twin, words, 0, i, index});
    }
  }

  template <class Take>
  void each_row(std::size_t i, const Take& take) {
    const int most = words_from(i);
    for (int names = 1; names <= std::min(longest_name, most - 1); ++names) {
      // A target by itself ends what stands before it.
      if (names > 1 && run_of(i + static_cast<std::size_t>(names) - 1, 1).is_whole) break;
      const int name_cost = run_of(i, names).as_name;
      if (name_cost >= price::number_as_name) {
        // A number ends a name, unless words before it make it part of one.
        if (names == 1 ||
            run_of(i + static_cast<std::size_t>(names) - 1, 1).as_name >= price::number_as_name)
          break;
        continue;
      }
      for (int values = 1; values <= std::min(longest_value, most - names); ++values) {
        const auto first = i + static_cast<std::size_t>(names);
        if (values > 1 && run_of(first + static_cast<std::size_t>(values) - 1, 1).is_whole) break;
        const Run& value = run_of(first, values);
        // A name and a target on one line are each of one line.
        const bool shared = is_within_line(first) &&
                            (run_of(i, names).lines.count() > 1 || value.lines.count() > 1);
        take(names, values, name_cost + value.as_value + (shared ? price::shared_line : 0));
        if (values == 1 && value.is_whole) break;
      }
    }
  }

  static int price_of_twins(const std::string& name, const std::string& other,
                            const std::string& value, const std::string& other_value) {
    constexpr std::size_t shortest = 9;  // bytes of a name that is cut
    int cost = price::other_name;
    if (name == other)
      cost = price::same_name;
    else if (other.size() >= shortest && name.starts_with(other))
      cost = price::cut_name;
    else if (name.size() >= shortest && other.starts_with(name))
      cost = price::cut_name;
    if (value == other_value)
      cost += price::same_value;
    else if (other_value.size() >= shortest && value.starts_with(other_value))
      cost += price::cut_value;
    return cost;
  }

  /// A cut name and the target in one word: 检查考务人员履职良好 beside 检查考务人员履职情况 良好.
  static bool glued(const std::string& word, const std::string& name, const std::string& value) {
    if (value.empty() || word.size() <= value.size() || !word.ends_with(value)) return false;
    return name.starts_with(std::string_view(word).substr(0, word.size() - value.size()));
  }

  // ---- the way taken ----

  void follow() {
    std::vector<Reached> way;
    std::size_t at = items_.size();
    const auto end = std::ranges::find(reached_[at], 0, &Reached::state);
    for (Reached one = *end; one.step != Step::begin; one = reached_[at][one.from_index]) {
      way.push_back(one);
      at = one.from;
    }
    bool begins_row = true;
    for (auto step = way.rbegin(); step != way.rend(); ++step) {
      const std::size_t i = step->from;
      switch (step->step) {
        case Step::begin: break;
        case Step::skip: read_.skipped.push_back(items_[i].word); break;
        case Step::label: enter(*items_[i].label, begins_row, i); break;
        case Step::row: {
          SideRow row = row_of(i, step->names, step->values);
          (two_ ? read_.period : read_.annual).push_back(std::move(row));
          break;
        }
        case Step::lone_annual: read_.annual.push_back(row_of(i, step->names, step->values)); break;
        case Step::no_twin: break;
        case Step::twin: add_twin(row_of(i, step->names, step->values)); break;
        case Step::glued_twin: add_twin(glued_row(i, step->names)); break;
      }
      begins_row = step->state == 0;
    }
    close_category();
  }

  void add_twin(SideRow row) {
    row.beside = static_cast<int>(read_.period.size()) - 1;
    read_.period.back().beside = static_cast<int>(read_.annual.size());
    read_.annual.push_back(std::move(row));
  }

  void enter(const LevelLabel& label, bool begins_row, std::size_t i) {
    if (label.level == 1 || (label.name == "成本指标" && next_is_below_cost(i))) {
      close_category();
      // A label in the middle of its rows says again what the second level told.
      if (!is_below(level2_, label.name)) level2_.clear();
      level1_ = label.name;
      is_level1_printed_ = true;
      return;
    }
    if (label.name != level2_ && begins_row) close_category();
    level2_ = label.name;
    if (!is_level1_printed_) level1_ = level1_of(level2_);
  }

  [[nodiscard]] bool next_is_below_cost(std::size_t i) const {
    return i + 1 < items_.size() && items_[i + 1].label && is_below_cost(items_[i + 1].label->name);
  }

  /// A second level that was entered and had no row.
  void close_category() {
    const auto in = [&](const SideRow& row) {
      return row.level1 == level1_ && row.level2 == level2_;
    };
    const bool any = std::ranges::any_of(read_.period, in) || std::ranges::any_of(read_.annual, in);
    const bool known =
        std::ranges::find(read_.empty_categories, level2_) != read_.empty_categories.end();
    if (!level2_.empty() && !any && !known) read_.empty_categories.emplace_back(level2_);
  }

  SideRow row_of(std::size_t i, int names, int values) {
    SideRow row;
    row.level1 = level1_;
    row.level2 = level2_;
    row.name = run_of(i, names).text;
    row.value = run_of(i + static_cast<std::size_t>(names), values).text;
    row.word = items_[i].word;
    return row;
  }

  SideRow glued_row(std::size_t i, int words) {
    SideRow row;
    row.level1 = level1_;
    row.level2 = level2_;
    row.value = read_.period.back().value;
    row.name = run_of(i, words).plain;
    row.name.erase(row.name.size() - without_spaces(row.value).size());
    row.word = items_[i].word;
    return row;
  }

  std::vector<Word> words_;
  std::vector<std::string> plain_;  // without spaces, by word
  bool two_;
  std::vector<Item> items_;
  std::vector<std::vector<Run>> runs_;          // by first item and count
  std::unordered_map<std::string, int> times_;  // that a text is printed
  std::unordered_map<std::string, Meaning> meanings_;
  std::vector<std::vector<Reached>> reached_;  // by item
  RowsRead read_;
  std::string level1_, level2_;
  bool is_level1_printed_ = false;
};

}  // namespace

RowsRead read_rows(std::span<const Word> words, bool has_two_columns) {
  return RowReader(words, has_two_columns).run();
}

}  // namespace budget::inline v1::detail::targets
