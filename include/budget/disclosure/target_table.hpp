// SPDX-License-Identifier: Apache-2.0
// TargetTable: a table of performance targets (绩效目标表) or a self-evaluation (绩效自评表): of which
// department or project, its funds, its texts, and its indicators with the targets of the whole period
// and of the year.
#pragma once

#include <budget/disclosure/table.hpp>
#include <budget/indicator/indicator.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// Of what a table of targets speaks.
enum class TargetScope : std::uint8_t { department, project };
[[nodiscard]] std::string_view to_string(TargetScope) noexcept;

/// A label and what stands beside it: 实际在职人员总数 126人.
struct TargetFact {
  std::string name;  ///< as printed, without the colon behind
  std::string text;  ///< as printed; "" where nothing is
  Place place;
};

/// A text of the table, of the whole period and of the year where it has both.
struct TargetText {
  std::string name;    ///< 总体目标, 项目概况, 立项依据 …
  std::string period;  ///< or of the only column
  std::string annual;
  Place place;
};

/// A table of targets. Its funds are a table of two sides: 实施期 and 年度, or 资金来源 and 资金方向; the
/// first row of a side is its total. A self-evaluation has one side for each of its columns.
struct TargetTable {
  std::string id;  ///< "g1", "g2", … in document order
  TargetScope scope = TargetScope::project;
  bool is_evaluation = false;     ///< 绩效自评表: actual values and scores
  bool has_two_columns = false;   ///< targets of the period and of the year stand side by side
  std::string title;              ///< as printed
  std::string project;            ///< "" in a department's
  std::string body;               ///< 实施单位, or the department with its code
  Place place;                    ///< the title's line
  Place last;                     ///< its last line
  Table funds;                    ///< without rows where no funds are printed
  std::vector<TargetFact> facts;  ///< other labels with short values, in printed order
  std::vector<TargetText> texts;  ///< in printed order
  std::vector<Indicator> indicators;
  std::vector<std::string> empty_categories;  ///< second levels that print no indicator
  Figure total;                               ///< 总分 of a self-evaluation

  /// What stands beside a label, or null.
  [[nodiscard]] const TargetFact* fact(std::string_view name) const noexcept;
  /// Total of the year, or of the only column; blank where none is printed.
  [[nodiscard]] const Figure& annual_total() const noexcept;
  /// Total of the whole period; blank where none is printed.
  [[nodiscard]] const Figure& period_total() const noexcept;
};

}  // namespace budget::inline v1
