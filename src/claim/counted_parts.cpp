// SPDX-License-Identifier: Apache-2.0
#include "claim/counted_parts.hpp"

#include <budget/disclosure/disclosure.hpp>

#include "claim/clauses.hpp"
#include "claim/phrase.hpp"
#include "claim/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::string_view others = "其他", posts = "编制";
// What opens a list of parts.
constexpr std::array<std::string_view, 3> parts_openings{"其中", "包括", "，由"};

/// Where the words that open a list of parts begin and end; npos and 0 without.
std::pair<std::size_t, std::size_t> opening_in(std::string_view text) {
  for (const std::string_view opening : parts_openings)
    if (const std::size_t found = text.find(opening); found != std::string_view::npos)
      return {found, found + opening.size()};
  constexpr std::string_view made_of = "由";  // what a label begins with, without its comma
  return {std::string_view::npos, text.starts_with(made_of) ? made_of.size() : 0};
}

/// Whether the same words stand behind one beginning and another.
bool differ_in(std::string_view a, std::string_view of_a, std::string_view b,
               std::string_view of_b) {
  return a.starts_with(of_a) && b.starts_with(of_b) &&
         a.substr(of_a.size()) == b.substr(of_b.size());
}

/// Whether two words leave nothing over between them.
bool are_opposites(std::string_view a, std::string_view b, const ClaimWords& words) {
  return std::ranges::any_of(words.sentence_lines(), [&](const ClaimWords::SentenceLine& line) {
    if (line.form == SentenceWord::negation)
      return std::ranges::any_of(line.words, [&](const std::string& no) {
        return differ_in(a, no, b, "") || differ_in(a, "", b, no);
      });
    return line.form == SentenceWord::opposite && line.words.size() == 2 &&
           (differ_in(a, line.words[0], b, line.words[1]) ||
            differ_in(a, line.words[1], b, line.words[0]));
  });
}

/// 应急保障用车, 校车: one of the sorts that vehicles are parted into. 新能源汽车 may be of any.
bool is_sort_of_vehicle(std::string_view words) {
  constexpr std::string_view vehicle = "车", use = "用车";
  constexpr std::size_t longest = 9;  // bytes
  return words.ends_with(use) || (words.size() <= longest && words.ends_with(vehicle));
}

/// The two characters that words end in, where more stands before them; empty where not.
std::string_view ending_of(std::string_view words) {
  constexpr std::size_t two = 6;  // bytes
  return words.size() > two ? words.substr(words.size() - two) : std::string_view();
}

class Lists {
 public:
  Lists(const Narrative& narrative, const ClaimWords& words)
      : narrative_(narrative), words_(words), bare_amounts_(narrative.figures.size()) {
    for (std::size_t i = 0; i < bare_amounts_.size(); ++i) bare_amounts_[i] = costs_what_counts(i);
  }

  std::vector<Obligation> run() {
    for (std::size_t i = 0; i < narrative_.figures.size(); ++i)
      if (narrative_.figures[i].kind != TextFigureKind::percent && !bare_amounts_[i]) take(i);
    close_all();
    return std::move(found_);
  }

 private:
  /// A list of the parts of a figure.
  struct List {
    std::size_t whole = 0;
    bool in_brackets = false;  // （其中…）
    std::vector<std::size_t> parts;
    std::size_t left_over = 0;  // parts up to the one of all that is left over, 0 before it
    bool is_implied = false;    // （轿车60辆，越野车20辆）, which no word opens
  };

  void take(std::size_t i) {
    const std::string_view between = text_before(i);
    // 共有车辆9辆，比上年减少1辆。其中，…: a sentence of its own lists the parts of what there is.
    if (const auto whole = whole_of_sentence(i, between)) {
      close_all();
      lists_.push_back({*whole, false, {i}});
      return;
    }
    if (!follows(i) || between.find("。") != std::string_view::npos ||
        last_semicolon(between) != std::string_view::npos) {
      close_all();
      return;
    }
    const std::size_t opened = opening_in(between).first;
    const std::string_view ended = between.substr(0, opened);
    if (!lists_.empty() && lists_.back().in_brackets &&
        (ended.find("）") != std::string_view::npos || ended.find(')') != std::string_view::npos))
      close();
    if (opened != std::string_view::npos && !adds_to_another(before(i))) {
      const bool bracket = ended.ends_with("（") || ended.ends_with("(");
      if (!bracket && !lists_.empty()) close();
      const std::size_t last = before(i);
      lists_.push_back({is_change(last) && follows(last) ? before(last) : last, bracket, {}});
    }
    if (opened == std::string_view::npos && opens_bracket(between)) {
      lists_.push_back({before(i), true, {}});
      lists_.back().is_implied = true;
    }
    if (!lists_.empty() && lists_.back().left_over > 0 && !is_of_sort(lists_.back(), i)) close();
    if (lists_.empty()) return;
    List& list = lists_.back();
    list.parts.push_back(i);
    if (list.left_over > 0 || !words(i).starts_with(others) || !item_of(i).empty()) return;
    // What is left over closes a list, but where more of its sort follows: 其他用车2辆，领导用车0辆.
    list.left_over = list.parts.size();
    if (list.in_brackets) close();
  }

  /// The item that is counted, where the words name one that is known: 其他运转类项目.
  [[nodiscard]] std::string item_of(std::size_t i) const {
    const auto quantity = quantity_of(words(i), words_);
    return quantity ? (*quantity)[Slot::item] : std::string();
  }

  /// Whether figures count all the items that some whole is made of.
  [[nodiscard]] bool is_whole_line(const std::vector<std::size_t>& parts) const {
    std::set<std::string> items;
    for (const std::size_t part : parts) items.insert(item_of(part));
    return std::ranges::any_of(words_.parts(), [&](const ClaimWords::PartsLine& line) {
      return line.all && line.slot == Slot::item && line.parts.size() == parts.size() &&
             std::set<std::string>(line.parts.begin(), line.parts.end()) == items;
    });
  }

  /// Whether a figure counts what is of one sort with what is left over, under another name.
  [[nodiscard]] bool is_of_sort(const List& list, std::size_t i) const {
    const std::string_view sort = ending_of(words(list.parts[list.left_over - 1]));
    return !sort.empty() && ending_of(words(i)) == sort && !is_change(i) &&
           words(i) != words(list.whole) && std::ranges::none_of(list.parts, [&](std::size_t part) {
             return words(part) == words(i);
           });
  }

  [[nodiscard]] bool is_change(std::size_t i) const {
    return contains_any(words(i), words_.sentence(SentenceWord::changes));
  }

  /// The first count of a passage that 其中 at the start of a later sentence speaks of.
  [[nodiscard]] std::optional<std::size_t> whole_of_sentence(std::size_t i,
                                                             std::string_view between) const {
    constexpr std::string_view stop = "。";
    const std::size_t begin = between.rfind(stop);
    if (begin == std::string_view::npos || !follows(i) ||
        opening_in(between.substr(begin + stop.size())).first != 0)
      return std::nullopt;
    // One count that there is, and then only how it changed.
    std::size_t whole = before(i);
    while (is_change(whole) && follows(whole)) whole = before(whole);
    return is_change(whole) || follows(whole) ? std::nullopt : std::optional(whole);
  }

  /// 局本级和2家单位: the count is not all that follows is part of.
  [[nodiscard]] bool adds_to_another(std::size_t i) const {
    const std::string_view before = text_before(i);
    return before.ends_with("和") || before.ends_with("及") || before.ends_with("与");
  }

  /// 车辆31台，700.00万元，其中; 项目13个，金额合计…，其中: what the things cost that were just counted.
  [[nodiscard]] bool costs_what_counts(std::size_t i) const {
    if (narrative_.figures[i].kind != TextFigureKind::amount) return false;
    const auto quantity = quantity_of(words(i), words_);
    return quantity && quantity->empty();
  }
  /// The figure before one, or before what that costs and the share it has. Precondition: i > 0.
  [[nodiscard]] std::size_t before(std::size_t i) const {
    --i;
    if (i > 1 && narrative_.figures[i].kind == TextFigureKind::percent && bare_amounts_[i - 1])
      return i - 2;
    return i > 0 && bare_amounts_[i] ? i - 1 : i;
  }

  /// Whether a figure counts the same as the one before it in its passage.
  [[nodiscard]] bool follows(std::size_t i) const {
    if (i == 0) return false;
    const TextFigure& figure = narrative_.figures[i];
    const TextFigure& earlier = narrative_.figures[before(i)];
    return figure.kind == TextFigureKind::count && earlier.kind == TextFigureKind::count &&
           earlier.passage == figure.passage && earlier.measure == figure.measure;
  }

  /// The words before a figure, behind what opens a list.
  [[nodiscard]] std::string_view words(std::size_t i) const {
    std::string_view words = narrative_.table.rows[i].labels.front().key;
    for (const std::string_view bracket : {"（", "("})
      if (words.starts_with(bracket)) words.remove_prefix(bracket.size());
    return words.substr(opening_in(words).second);
  }

  [[nodiscard]] std::string_view text_before(std::size_t i) const {
    const TextFigure& figure = narrative_.figures[i];
    std::size_t begin = 0;
    if (i > 0 && narrative_.figures[before(i)].passage == figure.passage)
      begin = narrative_.figures[before(i)].end;
    const std::string_view text =
        narrative_.passages[static_cast<std::size_t>(figure.passage)].text;
    return text.substr(begin, figure.begin - begin);
  }

  void close_all() {
    while (!lists_.empty()) close();
  }

  void close() {
    List list = std::move(lists_.back());
    lists_.pop_back();
    if (list.is_implied && (list.parts.size() < 2 || !disjoint(list.parts))) return;
    // One figure behind what is left over may count something else: it does where the list holds
    // without it only.
    if (list.left_over > 0 && list.parts.size() == list.left_over + 1 &&
        !is_sum(list.whole, list.parts)) {
      std::vector<std::size_t> shorter(list.parts.begin(), list.parts.end() - 1);
      if (is_sum(list.whole, shorter)) list.parts = std::move(shorter);
    }
    // 在职人员10人，离休人员0人，退休人员1人: of all persons those that left are no whole.
    const bool in_service = std::ranges::any_of(
        list.parts, [&](std::size_t part) { return words(part).starts_with("在职"); });
    const auto pair = in_service ? std::nullopt : opposites_in(list.parts);
    if (list.parts.size() > 1 && (list.left_over > 0 || is_whole_line(list.parts))) {
      add(list.whole, list.parts, Relation::equal);
      return;
    }
    // 男职工50人、女职工31人，党员60人: two that leave nothing over, and others that may be either.
    if (pair) {
      add(list.whole, {list.parts[pair->first], list.parts[pair->second]}, Relation::equal);
      list.parts.erase(list.parts.begin() + static_cast<std::ptrdiff_t>(pair->second));
      list.parts.erase(list.parts.begin() + static_cast<std::ptrdiff_t>(pair->first));
      if (list.parts.empty()) return;
    }
    if (!pair && disjoint(list.parts)) {
      add(list.whole, list.parts, Relation::at_most);
    } else {
      for (const std::size_t part : list.parts) add(list.whole, {part}, Relation::at_most);
    }
  }

  /// The positions of two parts that leave nothing over between them.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> opposites_in(
      const std::vector<std::size_t>& parts) const {
    constexpr std::size_t most = 16;
    const std::size_t end = std::min(parts.size(), most);
    for (std::size_t i = 0; i < end; ++i)
      for (std::size_t j = i + 1; j < end; ++j)
        if (are_opposites(words(parts[i]), words(parts[j]), words_)) return std::pair(i, j);
    return std::nullopt;
  }

  /// Things of one sort under names of their own: 机要通信用车, 执法执勤用车.
  [[nodiscard]] bool disjoint(const std::vector<std::size_t>& parts) const {
    const auto are_sorts_of = [&](SentenceWord sort) {
      std::set<std::string_view> names;
      return std::ranges::all_of(parts, [&](std::size_t part) {
        return is_any(words(part), words_.sentence(sort)) && names.insert(words(part)).second;
      });
    };
    if (are_sorts_of(SentenceWord::staff_sort) || are_sorts_of(SentenceWord::vehicle_sort))
      return true;
    // Persons can be counted under several heads at once, posts and things of one kind cannot.
    const std::string& measure = narrative_.figures[parts.front()].measure;
    const bool are_posts =
        std::ranges::all_of(parts, [&](std::size_t part) { return words(part).ends_with(posts); });
    if (is_any(measure, words_.sentence(SentenceWord::persons)) && !are_posts) return false;
    if (parts.size() == 1) return true;
    const auto is_vehicle = [&](std::size_t part) { return is_sort_of_vehicle(words(part)); };
    if (is_any(measure, words_.sentence(SentenceWord::cars)) &&
        std::ranges::all_of(parts, is_vehicle))
      return true;
    const std::vector<std::string>& grades = words_.sentence(SentenceWord::grade);
    if (std::ranges::all_of(parts, [&](std::size_t part) {
          return std::ranges::find(grades, words(part)) != grades.end();
        }))
      return true;
    const std::string_view sort = ending_of(words(parts.front()));
    std::set<std::string_view> names;
    return !sort.empty() && std::ranges::all_of(parts, [&](std::size_t part) {
      return ending_of(words(part)) == sort && names.insert(words(part)).second;
    });
  }

  void add(std::size_t whole, const std::vector<std::size_t>& parts, Relation relation) {
    Obligation obligation;
    obligation.id = std::string(words(whole)) + "#" + narrative_.table.rows[whole].id;
    if (relation == Relation::at_most) {
      obligation.kind = ObligationKind::inequality;
      obligation.id += "≥" + narrative_.table.rows[parts.front()].id;
    }
    obligation.relation = relation;
    std::vector<Term>& sum = relation == Relation::equal ? obligation.right : obligation.left;
    std::vector<Term>& total = relation == Relation::equal ? obligation.left : obligation.right;
    for (const std::size_t part : parts) sum.push_back({1, cell(part)});
    total = {{1, cell(whole)}};
    obligation.counted =
        is_whole(whole) && std::ranges::all_of(parts, [&](std::size_t p) { return is_whole(p); });
    found_.push_back(std::move(obligation));
  }

  [[nodiscard]] const Figure& figure(std::size_t row) const {
    return narrative_.table.rows[row].cells.front().figure;
  }

  [[nodiscard]] bool is_whole(std::size_t row) const { return figure(row).value().scale() == 0; }

  [[nodiscard]] bool is_sum(std::size_t whole, const std::vector<std::size_t>& parts) const {
    Decimal sum;
    for (const std::size_t part : parts) sum = sum + figure(part).value();
    return sum == figure(whole).value();
  }

  static CellRef cell(std::size_t row) { return {0, in_narrative, static_cast<int>(row), 0}; }

  const Narrative& narrative_;
  const ClaimWords& words_;
  std::vector<bool> bare_amounts_;  // by figure: it costs what was just counted
  std::vector<List> lists_;         // that are open, the innermost last
  std::vector<Obligation> found_;
};

}  // namespace

std::vector<Obligation> counted_parts(const Told& told) {
  return Lists(told.narrative(), told.words()).run();
}

}  // namespace budget::inline v1::detail::claims
