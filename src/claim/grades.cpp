// SPDX-License-Identifier: Apache-2.0
#include "claim/grades.hpp"

#include "claim/clauses.hpp"
#include "claim/wording.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::size_t fewest_grades = 3;
constexpr std::size_t farthest = 16;  // figures back to what was evaluated

class Grades {
 public:
  explicit Grades(const Told& told) : told_(told), narrative_(told.narrative()) {}

  std::vector<Obligation> run() {
    for (std::size_t i = 0; i < narrative_.figures.size();) {
      std::size_t end = i;
      std::set<std::string> grades;
      while (end < narrative_.figures.size() && (end == i || is_like(i, end))) {
        const auto grade = grade_of(end);
        if (!grade || !grades.insert(*grade).second) break;
        ++end;
      }
      if (is_complete(grades)) add(i, end);
      i = std::max(end, i + 1);
    }
    return std::move(made_);
  }

 private:
  [[nodiscard]] const TextFigure& figure(std::size_t i) const { return narrative_.figures[i]; }
  [[nodiscard]] const std::string& words(std::size_t i) const {
    return narrative_.table.rows[i].labels.front().key;
  }

  [[nodiscard]] bool is_like(std::size_t a, std::size_t b) const {
    return figure(a).kind == TextFigureKind::count && figure(b).kind == TextFigureKind::count &&
           figure(a).passage == figure(b).passage && figure(a).measure == figure(b).measure;
  }

  [[nodiscard]] bool is_complete(const std::set<std::string>& grades) const {
    const auto has = [&](SentenceWord form) {
      return std::ranges::any_of(told_.words().sentence(form),
                                 [&](const std::string& grade) { return grades.contains(grade); });
    };
    return grades.size() >= fewest_grades && has(SentenceWord::grade_highest) &&
           has(SentenceWord::grade_lowest);
  }

  /// 绩效评级为“优”的项目, 优: the grade that the words before a count name.
  [[nodiscard]] std::optional<std::string> grade_of(std::size_t i) const {
    std::string plain = words(i);
    for (const std::string_view quote : {"“", "”", "\"", "‘", "’"})
      for (std::size_t at = plain.find(quote); at != std::string::npos; at = plain.find(quote))
        plain.erase(at, quote.size());
    const auto names = [&](const std::string& grade) {
      return plain == grade || plain.starts_with(grade + "的") || plain.starts_with(grade + "级") ||
             plain.ends_with("为" + grade) ||
             plain.find("为" + grade + "的") != std::string::npos ||
             plain.find("为" + grade + "级") != std::string::npos;
    };
    const auto& grades = told_.words().sentence(SentenceWord::grade);
    const auto found = std::ranges::find_if(grades, names);
    return found == grades.end() ? std::nullopt : std::optional(*found);
  }

  /// 6个项目开展绩效自评: the clause that a count stands in, behind it.
  [[nodiscard]] std::string_view behind(std::size_t i) const {
    const std::string_view text =
        narrative_.passages[static_cast<std::size_t>(figure(i).passage)].text;
    const std::string_view rest = text.substr(figure(i).end);
    return rest.substr(0, first_clause(rest));
  }

  void add(std::size_t begin, std::size_t end) {
    const auto& evaluated = told_.words().sentence(SentenceWord::evaluated);
    const std::size_t first = begin > farthest ? begin - farthest : 0;
    for (std::size_t whole = begin; whole-- > first;) {
      if (!is_like(whole, begin) ||
          !(contains_any(words(whole), evaluated) || contains_any(behind(whole), evaluated)))
        continue;
      Obligation obligation;
      obligation.kind = ObligationKind::linear;
      obligation.id = words(whole) + "#" + narrative_.table.rows[whole].id;
      obligation.counted = true;
      obligation.left = {{1, cell(whole)}};
      for (std::size_t i = begin; i < end; ++i) obligation.right.push_back({1, cell(i)});
      made_.push_back(std::move(obligation));
      return;
    }
  }

  static CellRef cell(std::size_t row) { return {0, in_narrative, static_cast<int>(row), 0}; }

  const Told& told_;
  const Narrative& narrative_;
  std::vector<Obligation> made_;
};

}  // namespace

std::vector<Obligation> counted_by_grade(const Told& told) {
  return Grades(told).run();
}

}  // namespace budget::inline v1::detail::claims
