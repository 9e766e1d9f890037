// SPDX-License-Identifier: Apache-2.0
#include "disclosure/stacked.hpp"

#include <algorithm>
#include <iterator>

namespace budget::inline v1::detail {
namespace {

using Block = std::vector<std::size_t>;  // columns

/// The columns of each block; empty where the sides are no blocks.
std::vector<Block> blocks_of(const ColumnPlan& plan) {
  std::vector<Block> blocks;
  bool coded = false;
  for (const Side& side : plan.sides) {
    if (!side.label.empty()) return {};
    Block block(side.columns.begin(), side.columns.end());
    for (std::size_t c = 0; c < block.size(); ++c) {
      const Column& column = plan.columns[block[c]];
      coded = coded || column.role == ColumnRole::code;
      if (blocks.empty()) continue;
      if (block.size() != blocks.front().size()) return {};
      const Column& first = plan.columns[blocks.front()[c]];
      if (first.role != column.role || first.key != column.key) return {};
    }
    blocks.push_back(std::move(block));
  }
  return coded && blocks.size() > 1 ? blocks : std::vector<Block>{};
}

bool prints(const RawRow& row, const Block& block, const ColumnPlan& plan, bool words) {
  return std::ranges::any_of(block, [&](std::size_t c) {
    return holds_words(plan.columns[c].role) == words && !row.cells[c].text.empty();
  });
}

/// A total that spans blocks has its name in the first of them and its figure in the last.
void bring_together(RawRow& row, const std::vector<Block>& blocks, const ColumnPlan& plan) {
  for (std::size_t b = blocks.size(); b-- > 1;) {
    const Block& from = blocks[b];
    if (prints(row, from, plan, true) || !prints(row, from, plan, false)) continue;
    const auto named = [&](const Block& block) { return prints(row, block, plan, true); };
    const auto found = std::find_if(
        blocks.rbegin() + static_cast<std::ptrdiff_t>(blocks.size() - b), blocks.rend(), named);
    if (found == blocks.rend() || prints(row, *found, plan, false)) continue;
    for (std::size_t c = 0; c < from.size(); ++c)
      if (!row.cells[from[c]].text.empty()) std::swap(row.cells[(*found)[c]], row.cells[from[c]]);
  }
}

RawRow part(const RawRow& row, const Block& block) {
  RawRow result;
  result.lines = row.lines;
  result.indent = row.indent;
  result.ambiguous = row.ambiguous;
  for (const std::size_t c : block) result.cells.push_back(row.cells[c]);
  return result;
}

/// Heads of columns without those that tell one block from another.
void keep_common_heads(ColumnPlan& plan, const std::vector<Block>& blocks) {
  for (std::size_t c = 0; c < blocks.front().size(); ++c) {
    std::vector<std::string>& header = plan.columns[blocks.front()[c]].header;
    const std::string leaf = header.back();
    std::erase_if(header, [&](const std::string& head) {
      return !std::ranges::all_of(blocks, [&](const Block& block) {
        return std::ranges::count(plan.columns[block[c]].header, head) > 0;
      });
    });
    if (header.empty()) header.push_back(leaf);
  }
}

}  // namespace

void stack_blocks(ColumnPlan& plan, std::vector<RawRow>& rows) {
  const std::vector<Block> blocks = blocks_of(plan);
  if (blocks.empty()) return;
  for (RawRow& row : rows) bring_together(row, blocks, plan);
  std::vector<RawRow> stacked;
  for (const Block& block : blocks)
    for (const RawRow& row : rows)
      if (row.ambiguous || prints(row, block, plan, true) || prints(row, block, plan, false))
        stacked.push_back(part(row, block));
  keep_common_heads(plan, blocks);
  ColumnPlan single;
  for (const std::size_t c : blocks.front()) {
    single.columns.push_back(std::move(plan.columns[c]));
    single.side_labels.emplace_back();
  }
  finish_plan(single);
  plan = std::move(single);
  rows = std::move(stacked);
}

}  // namespace budget::inline v1::detail
