// SPDX-License-Identifier: Apache-2.0
// What a table of targets prints above its indicators: labels with values, funds, texts.
#pragma once

#include <budget/disclosure/target_table.hpp>

#include "disclosure/target_words.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace budget::inline v1::detail::targets {

/// Fills a table's project, body, funds, facts and texts from the words above its indicators; `skipped`
/// gets the indices of words that no label owns. `unit` is that of the caption, for funds that name none.
void read_fields(std::span<const Word> words, const Document&, Unit unit, TargetTable&,
                 std::vector<std::size_t>& skipped);

/// An amount beside its label, on one side of the funds.
struct FundEntry {
  std::string name;  ///< without 其中
  Figure amount;     ///< blank where none is printed
  Place place;       ///< of the amount, else of the label
  int side = 0;
  int row = 0;  ///< printed line; entries of both sides share one
};

/// The table of funds from its entries in printed order.
[[nodiscard]] Table funds_table(const std::vector<FundEntry>&, Unit, const TargetTable&);

/// A row of the funds of a self-evaluation: what it is of, and its cells as printed.
struct EvaluatedFund {
  std::string name;
  std::vector<std::string> cells;
  Place place;
};

/// The funds of a self-evaluation under their headers: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分.
[[nodiscard]] Table evaluated_funds(std::span<const std::string> columns,
                                    const std::vector<EvaluatedFund>&, Unit,
                                    const std::string& title);

/// The header of such funds that a word is; "" where it is none.
[[nodiscard]] std::string fund_column(std::string_view word);

/// The unit in brackets behind a label: 项目资金（万元）.
[[nodiscard]] Unit unit_in_brackets(std::string_view word);

/// A target from cells of its own for sign, number and measure: ≥ 3 次.
[[nodiscard]] std::string target_of_cells(std::string value, const std::string& sign,
                                          const std::string& measure);

/// A text of two columns taken apart where it begins to be said again, else where its lines become
/// narrower for good: the lines of the period, then those of the year.
[[nodiscard]] std::size_t second_column_begins(std::span<const std::string> lines);

}  // namespace budget::inline v1::detail::targets
