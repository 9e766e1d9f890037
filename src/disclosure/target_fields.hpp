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
/// gets the indices of words that no label owns.
void read_fields(std::span<const Word> words, const Document&, TargetTable&,
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

/// A text of two columns taken apart where it begins to be said again, else where its lines become
/// narrower for good: the lines of the period, then those of the year.
[[nodiscard]] std::size_t second_column_begins(std::span<const std::string> lines);

}  // namespace budget::inline v1::detail::targets
