// SPDX-License-Identifier: Apache-2.0
// The words that tables of targets are drawn with: levels of indicators, headers, labels of fields.
#pragma once

#include <budget/disclosure/table.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::targets {

/// A level of indicators that a word names.
struct LevelLabel {
  int level = 1;          ///< 1: 产出指标; 2: 数量指标
  std::string_view name;  ///< in full
  std::size_t used = 0;   ///< bytes of the word that it takes up
  bool is_cut = false;    ///< the word ends before the name does: 服务对象满意度指
};

/// The level that a word names or begins with. 成本指标 is of the second level.
[[nodiscard]] std::optional<LevelLabel> level_label(std::string_view word);
/// Whether some level's full name begins with a text.
[[nodiscard]] bool begins_level(std::string_view plain);
/// Levels that a table prints in full.
struct FullLevels {
  bool first = false, second = false;
};
/// The level that a short name is, such as 产出 and 数量, in tables that print it nowhere in full.
[[nodiscard]] std::optional<LevelLabel> short_level_label(std::string_view word, FullLevels);
/// The first level that a second one belongs to, where a page does not print it.
[[nodiscard]] std::string_view level1_of(std::string_view level2);
/// Whether a second level belongs to a first one, both in full or in short.
[[nodiscard]] bool is_below(std::string_view level2, std::string_view level1);
/// Whether 成本指标 before this second level is of the first: 经济成本指标 …
[[nodiscard]] bool is_below_cost(std::string_view level2);
/// Whether a text without spaces holds what no name of an indicator does: ≥, %, ;.
[[nodiscard]] bool holds_mark_of_target(std::string_view plain);
/// Whether a text without spaces heads the row of all scores: 总分, 合计.
[[nodiscard]] bool is_score_total(std::string_view plain);
/// A piece of the upright label at the side of the indicators: 绩, 效, 指标, 年度绩效.
[[nodiscard]] bool is_side_label(std::string_view word);

/// What stands in a column of indicators.
enum class IndicatorColumn {
  none,
  side,
  level1,
  level2,
  name,
  sign,
  value,
  measure,
  weight,
  actual,
  score,
  reason,
  method
};
/// What a header cell says of its column; none where it says nothing of indicators.
[[nodiscard]] IndicatorColumn indicator_column(std::string_view header);

/// What a label before the indicators is.
enum class FieldKind {
  none,
  project,  ///< 项目名称
  body,     ///< 实施单位, 部门名称
  funds,    ///< 项目资金（元）: what follows are funds
  fact,     ///< a short value follows
  text,     ///< a text follows
  skip      ///< a heading of columns or groups
};
struct FieldLabel {
  FieldKind kind = FieldKind::none;
  std::string_view name;  ///< canonical
  std::size_t used = 0;   ///< bytes of the word; what follows is glued to it
};
/// The field that a word is the label of.
[[nodiscard]] FieldLabel field_label(std::string_view word);

/// Whether the label of some text begins with a text.
[[nodiscard]] bool begins_text_label(std::string_view plain);

/// Whether a word is the label of an amount of funds, and the name without 其中：.
[[nodiscard]] std::optional<std::string> fund_label(std::string_view word);
/// Whether it is a total of funds: 年度资金总额, 合计.
[[nodiscard]] bool is_fund_total(std::string_view name);

/// The last line of a table: 负责人： 经办人： …
[[nodiscard]] bool is_closing_line(std::string_view text);

}  // namespace budget::inline v1::detail::targets
