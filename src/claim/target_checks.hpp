// SPDX-License-Identifier: Apache-2.0
// What the checks of tables of targets share: the tables, how a requirement is made of them, and how
// names are compared.
#pragma once

#include <budget/claim/target_obligations.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::targets {

/// Collects obligations about the tables of targets of a dossier's current disclosure.
class Checks {
 public:
  explicit Checks(const Dossier& dossier) : dossier_(dossier) {}

  [[nodiscard]] const Dossier& dossier() const noexcept { return dossier_; }
  [[nodiscard]] const Disclosure& current() const { return dossier_.current(); }
  [[nodiscard]] const std::vector<TargetTable>& tables() const { return current().targets; }
  /// The year of the budget; 0 where it is not known.
  [[nodiscard]] int year() const { return current().year.value_or(0); }

  /// A cell of a table's funds.
  [[nodiscard]] CellRef fund(std::size_t table, int row, int column) const {
    return {0, current().funds_index(table), row, column};
  }
  /// The total of a side of a table's funds, if it prints one.
  [[nodiscard]] std::optional<CellRef> fund_total(std::size_t table, std::size_t side) const;
  /// The year's total, if one is printed.
  [[nodiscard]] std::optional<CellRef> annual_total(std::size_t table) const;
  /// The year's money in 元 as printed; nothing where it is not read.
  [[nodiscard]] std::optional<Ratio> annual_yuan(std::size_t table) const;
  /// The year of the budget, or one that stands for it where it is not known: days are compared in it.
  [[nodiscard]] int year_of_days() const { return year() > 0 ? year() : 2000; }

  /// Adds a statement over figures.
  void add(TargetDemand, Obligation);
  /// A statement over figures without its sides.
  [[nodiscard]] Obligation statement(std::size_t table, ObligationKind,
                                     std::string_view what) const;
  /// Notes that a requirement is met.
  void hold(TargetDemand, std::size_t table, std::string_view what);
  /// Notes that a requirement is not met, what is the case, and where. What the demand asks for is said
  /// before it.
  void fail(TargetDemand, std::size_t table, std::string_view what, Bilingual requirement,
            std::vector<Place> places);
  /// One or the other.
  void decide(bool is_met, TargetDemand demand, std::size_t table, std::string_view what,
              Bilingual requirement, std::vector<Place> places) {
    is_met ? hold(demand, table, what)
           : fail(demand, table, what, std::move(requirement), std::move(places));
  }

  /// 项目“预算绩效管理工作经费” or 部门整体绩效目标.
  [[nodiscard]] Bilingual name_of(std::size_t table) const;

  [[nodiscard]] std::vector<TargetObligation> take() { return std::move(made_); }

 private:
  const Dossier& dossier_;
  std::vector<TargetObligation> made_;
};

/// A figure in 元 as printed; nothing where it is no number or has no unit.
[[nodiscard]] std::optional<Ratio> in_yuan(const Figure&);

/// Whether a table has the targets of a project, not what came of them.
[[nodiscard]] inline bool is_plan_of_project(const TargetTable& table) {
  return table.scope == TargetScope::project && !table.is_evaluation;
}

/// What one indicator is known by in several tables: its level and its name.
[[nodiscard]] std::string key_of(const Indicator&);

/// “培训场次”（≥3次/年）.
[[nodiscard]] std::string quoted(const Indicator&, const Target&);

/// Whether two targets ask for the same of a year: 2家/年 and 2家.
[[nodiscard]] bool is_same_year(const Target& a, const Target& b);

/// How much of a name's core another text says again, from 0 to 1, by pairs of characters. The words
/// that only say what is counted (人数, 完成时间, 率) are no part of the core.
[[nodiscard]] Ratio likeness(std::string_view name, std::string_view text);

/// Whether two names of a project or an object are one but for the order and endings of their words.
[[nodiscard]] bool are_alike(std::string_view a, std::string_view b);

// The checks, in the order in which they are made.
void check_funds(Checks&);
void check_people(Checks&);
void check_costs(Checks&);
void check_columns(Checks&);
void check_tables(Checks&);
void check_texts(Checks&);
void check_sense(Checks&);
void check_scores(Checks&);

}  // namespace budget::inline v1::detail::targets
