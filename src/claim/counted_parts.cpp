// SPDX-License-Identifier: Apache-2.0
#include "claim/counted_parts.hpp"

#include <budget/disclosure/disclosure.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::string_view of_which = "其中", rest = "其他";

/// Two words that leave nothing over between them.
struct Opposites {
  std::string_view one, other;
};
constexpr std::array<Opposites, 6> opposites{{{"地上", "地下"},
                                              {"室内", "室外"},
                                              {"男", "女"},
                                              {"国内", "国（境）外"},
                                              {"城市", "农村"},
                                              {"城镇", "农村"}}};
constexpr std::array<std::string_view, 3> negations{"不", "非", "未"};

bool are_opposites(std::string_view a, std::string_view b) {
  for (const std::string_view no : negations)
    if ((b.starts_with(no) && b.substr(no.size()) == a) ||
        (a.starts_with(no) && a.substr(no.size()) == b))
      return true;
  return std::ranges::any_of(opposites, [&](const Opposites& known) {
    return (a.starts_with(known.one) && b.starts_with(known.other) &&
            a.substr(known.one.size()) == b.substr(known.other.size())) ||
           (a.starts_with(known.other) && b.starts_with(known.one) &&
            a.substr(known.other.size()) == b.substr(known.one.size()));
  });
}

/// Persons can be counted under several heads at once, things of one kind cannot.
bool counts_persons(std::string_view measure) {
  constexpr std::array<std::string_view, 5> persons{"人", "人次", "名", "户", "户次"};
  return std::ranges::find(persons, measure) != persons.end();
}

/// Whether words end in the same word of two characters: 机要通信用车, 执法执勤用车.
bool same_ending(std::string_view a, std::string_view b) {
  constexpr std::size_t two = 6;  // bytes
  return a != b && a.size() > two && b.size() > two &&
         a.substr(a.size() - two) == b.substr(b.size() - two);
}

class Lists {
 public:
  explicit Lists(const Narrative& narrative) : narrative_(narrative) {}

  std::vector<Obligation> run() {
    for (std::size_t i = 0; i < narrative_.figures.size(); ++i) take(i);
    close_all();
    return std::move(found_);
  }

 private:
  /// A list of the parts of a figure.
  struct List {
    std::size_t whole = 0;
    bool in_brackets = false;  // （其中…）
    std::vector<std::size_t> parts;
  };

  void take(std::size_t i) {
    const std::string_view between = text_before(i);
    if (!follows(i) || between.find("。") != std::string_view::npos ||
        between.find("；") != std::string_view::npos) {
      close_all();
      return;
    }
    const std::size_t opened = between.find(of_which);
    const std::string_view ended = between.substr(0, opened);
    if (!lists_.empty() && lists_.back().in_brackets &&
        (ended.find("）") != std::string_view::npos || ended.find(')') != std::string_view::npos))
      close();
    if (opened != std::string_view::npos && !adds_to_another(i - 1)) {
      const bool bracket = ended.ends_with("（") || ended.ends_with("(");
      if (!bracket && !lists_.empty()) close();
      lists_.push_back({i - 1, bracket, {}});
    }
    if (lists_.empty()) return;
    lists_.back().parts.push_back(i);
    // What is left over closes a list.
    if (words(i).starts_with(rest)) close();
  }

  /// 局本级和2家单位: the count is not all that follows is part of.
  [[nodiscard]] bool adds_to_another(std::size_t i) const {
    const std::string_view before = text_before(i);
    return before.ends_with("和") || before.ends_with("及") || before.ends_with("与");
  }

  /// Whether a figure counts the same as the one before it in its passage.
  [[nodiscard]] bool follows(std::size_t i) const {
    if (i == 0) return false;
    const TextFigure& figure = narrative_.figures[i];
    const TextFigure& before = narrative_.figures[i - 1];
    return figure.kind == TextFigureKind::count && before.kind == TextFigureKind::count &&
           before.passage == figure.passage && before.measure == figure.measure;
  }

  /// The words before a figure, behind 其中.
  [[nodiscard]] std::string_view words(std::size_t i) const {
    std::string_view words = narrative_.table.rows[i].labels.front().key;
    const std::size_t opened = words.find(of_which);
    return opened == std::string_view::npos ? words : words.substr(opened + of_which.size());
  }

  [[nodiscard]] std::string_view text_before(std::size_t i) const {
    const TextFigure& figure = narrative_.figures[i];
    std::size_t begin = 0;
    if (i > 0 && narrative_.figures[i - 1].passage == figure.passage)
      begin = narrative_.figures[i - 1].end;
    const std::string_view text =
        narrative_.passages[static_cast<std::size_t>(figure.passage)].text;
    return text.substr(begin, figure.begin - begin);
  }

  void close_all() {
    while (!lists_.empty()) close();
  }

  void close() {
    const List list = std::move(lists_.back());
    lists_.pop_back();
    const auto nothing_left = [&] {
      return words(list.parts.back()).starts_with(rest) ||
             (list.parts.size() == 2 &&
              are_opposites(words(list.parts.front()), words(list.parts.back())));
    };
    if (list.parts.size() > 1 && nothing_left()) {
      add(list.whole, list.parts, Relation::equal);
    } else if (disjoint(list.parts)) {
      add(list.whole, list.parts, Relation::at_most);
    } else {
      for (const std::size_t part : list.parts) add(list.whole, {part}, Relation::at_most);
    }
  }

  [[nodiscard]] bool disjoint(const std::vector<std::size_t>& parts) const {
    if (counts_persons(narrative_.figures[parts.front()].measure)) return false;
    for (std::size_t i = 0; i < parts.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (!same_ending(words(parts[i]), words(parts[j]))) return false;
    return true;
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

  [[nodiscard]] bool is_whole(std::size_t row) const {
    return narrative_.table.rows[row].cells.front().figure.value().scale() == 0;
  }

  static CellRef cell(std::size_t row) { return {0, in_narrative, static_cast<int>(row), 0}; }

  const Narrative& narrative_;
  std::vector<List> lists_;  // that are open, the innermost last
  std::vector<Obligation> found_;
};

}  // namespace

std::vector<Obligation> counted_parts(const Narrative& narrative) {
  return Lists(narrative).run();
}

}  // namespace budget::inline v1::detail::claims
