// SPDX-License-Identifier: Apache-2.0
#include "document/aligned_columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace budget::inline v1::detail {
namespace {

using Extent = AlignedColumns::Extent;

constexpr double least_shared = 1.0;  // of a word and its column, in points

double shared_width(const Extent& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
}

bool touches(const Extent& a, const Box& b) {
  return shared_width(a, b) > least_shared;
}

}  // namespace

AlignedColumns::AlignedColumns(const std::vector<double>& edges) {
  for (std::size_t c = 0; c + 1 < edges.size(); ++c)
    columns_.push_back({edges[c], edges[c + 1], true});
}

void AlignedColumns::sort() {
  std::ranges::sort(columns_, {}, &Extent::x0);
}

bool AlignedColumns::all_headed() const {
  return std::ranges::all_of(columns_, &Extent::headed);
}

bool AlignedColumns::overlap(int column, const Box& box) const {
  return touches((*this)[column], box);
}

void AlignedColumns::head(const std::vector<Word>& words) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    const Box& box = words[w].box;
    bool over = false;
    for (Extent& column : columns_)
      if (touches(column, box)) over = column.headed = true;
    if (over) continue;
    const double before = w == 0 ? box.x0 : words[w - 1].box.x1;
    const double after =
        w + 1 == words.size() ? std::numeric_limits<double>::max() : words[w + 1].box.x0;
    if (!widen(box, box.x1, after) && !widen(box, before, box.x0)) {
      add(box);
      columns_.back().headed = true;
    }
  }
}

void AlignedColumns::head_alone(const Box& box) {
  bool beside = true;
  for (Extent& column : columns_) {
    if (touches(column, box)) column.headed = true;
    beside = beside && (box.x0 > column.x1 || box.x1 < column.x0);
  }
  const bool at_end = std::ranges::all_of(
      columns_, [&](const Extent& c) { return (c.x1 < box.x0) == (columns_.front().x1 < box.x0); });
  if (!beside || !at_end) return;
  add(box);
  columns_.back().headed = true;
}

bool AlignedColumns::widen(const Box& box, double from, double to) {
  const auto apart = [&](const Extent& c) { return std::max(c.x0 - box.x1, box.x0 - c.x1); };
  Extent* found = nullptr;
  Extent* nearest = nullptr;
  for (Extent& column : columns_) {
    if (column.x0 < from - least_shared || column.x1 > to + least_shared) continue;
    if (nearest == nullptr || apart(column) < apart(*nearest)) nearest = &column;
    if (column.headed) continue;
    if (found != nullptr) return false;
    found = &column;
  }
  if (found == nullptr || found != nearest) return false;
  *found = {std::min(found->x0, box.x0), std::max(found->x1, box.x1), true};
  return true;
}

void AlignedColumns::add(const Box& box) {
  Extent made{box.x0, box.x1, false};
  std::erase_if(columns_, [&](const Extent& column) {
    if (!touches(column, box)) return false;
    made = {std::min(made.x0, column.x0), std::max(made.x1, column.x1), false};
    return true;
  });
  columns_.push_back(made);
}

int AlignedColumns::nearest(const Box& box) const {
  const Extent* found = nullptr;
  double most = least_shared;
  for (const Extent& column : columns_)
    if (const double shared = shared_width(column, box); shared > most) {
      most = shared;
      found = &column;
    }
  if (found != nullptr) return static_cast<int>(found - columns_.data());
  const double centre = (box.x0 + box.x1) / 2;
  const auto nearest = std::ranges::min_element(
      columns_, {}, [&](const Extent& c) { return std::abs(c.centre() - centre); });
  return static_cast<int>(nearest - columns_.begin());
}

std::vector<double> AlignedColumns::edges() const {
  std::vector<double> result{columns_.front().x0};
  for (std::size_t c = 1; c < columns_.size(); ++c)
    result.push_back((columns_[c - 1].x1 + columns_[c].x0) / 2);
  result.push_back(columns_.back().x1);
  return result;
}

}  // namespace budget::inline v1::detail
