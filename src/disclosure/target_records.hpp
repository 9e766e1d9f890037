// SPDX-License-Identifier: Apache-2.0
// Indicators from a stream of words where a row has more columns than a name and a target: signs,
// measures, weights, actual values, scores, reasons.
#pragma once

#include "disclosure/target_labels.hpp"
#include "disclosure/target_words.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace budget::inline v1::detail::targets {

/// A row as its columns print it.
struct Record {
  std::string level1, level2;
  std::map<IndicatorColumn, std::string> cells;
  std::size_t word = 0;  ///< index of its first word
};

struct RecordsRead {
  std::vector<Record> records;
  std::vector<std::string> empty_categories;
  std::vector<std::size_t> skipped;  ///< indices of words that have no place
  std::string total;                 ///< 总分, where a line prints it
};

/// Reads the words below a header under its columns, the levels aside, in printed order. Numbers hold
/// a row in place: a weight and a score are one word each.
[[nodiscard]] RecordsRead read_records(std::span<const Word> words,
                                       std::span<const IndicatorColumn> columns);

}  // namespace budget::inline v1::detail::targets
