// SPDX-License-Identifier: Apache-2.0
#include "document/ruled.hpp"

#include "base/disjoint_sets.hpp"

#include <algorithm>
#include <cmath>

namespace budget::inline v1::detail {
namespace {

constexpr double same_line = 3.0;          // points between the two lines of a double rule
constexpr double dash_gap = 4.0;           // between the dashes of one line
constexpr double crossing = 3.0;           // by which lines that meet may miss each other
constexpr double shortest_line = 6.0;      // after joining dashes
constexpr double least_covered = 0.5;      // of a cell's side, for a line to part it from the next
constexpr std::size_t most_lines = 20000;  // beyond that a page is a drawing

/// A horizontal line at y = at from x = from to x = to, or a vertical one the other way round.
struct Segment {
  double at = 0, from = 0, to = 0;
};

/// Lines of one height brought together, dashes and doubles made one.
std::vector<Segment> joined(std::vector<Segment> segments) {
  std::ranges::sort(segments, {}, &Segment::at);
  std::vector<Segment> result;
  for (std::size_t begin = 0; begin < segments.size();) {
    std::size_t end = begin + 1;
    while (end < segments.size() && segments[end].at - segments[end - 1].at <= 1.0 &&
           segments[end].at - segments[begin].at <= same_line)
      ++end;
    std::vector<Segment> level(segments.begin() + static_cast<std::ptrdiff_t>(begin),
                               segments.begin() + static_cast<std::ptrdiff_t>(end));
    std::ranges::sort(level, {}, &Segment::from);
    Segment line = level.front();
    for (const Segment& next : level) {
      if (next.from > line.to + dash_gap) {
        result.push_back(line);
        line = next;
      }
      line.to = std::max(line.to, next.to);
    }
    result.push_back(line);
    begin = end;
  }
  std::erase_if(result, [](const Segment& s) { return s.to - s.from < shortest_line; });
  return result;
}

bool meet(const Segment& horizontal, const Segment& vertical) {
  return vertical.at >= horizontal.from - crossing && vertical.at <= horizontal.to + crossing &&
         horizontal.at >= vertical.from - crossing && horizontal.at <= vertical.to + crossing;
}

/// The places of lines, near ones as one, and the ends of the crossing ones where no line stands.
std::vector<double> edges(const std::vector<Segment>& along, const std::vector<Segment>& across) {
  std::vector<double> places;
  for (const Segment& s : along) places.push_back(s.at);
  double first = across.front().from, last = across.front().to;
  for (const Segment& s : across) {
    first = std::min(first, s.from);
    last = std::max(last, s.to);
  }
  std::ranges::sort(places);
  if (first < places.front() - 2 * same_line) places.insert(places.begin(), first);
  if (last > places.back() + 2 * same_line) places.push_back(last);
  std::vector<double> result;
  for (const double place : places)
    if (result.empty() || place - result.back() > same_line) result.push_back(place);
  return result;
}

/// Whether lines at a place cover most of a stretch.
bool drawn(const std::vector<Segment>& lines, double at, double from, double to) {
  double covered = 0;
  for (const Segment& line : lines)
    if (std::abs(line.at - at) <= same_line)
      covered += std::max(0.0, std::min(to, line.to) - std::max(from, line.from));
  return covered >= least_covered * (to - from);
}

/// Unites the cells that no line parts, and cuts apart again what is no rectangle.
void fill_cells(RuledGrid& ruled, const std::vector<Segment>& horizontal,
                const std::vector<Segment>& vertical) {
  const std::vector<double>& xs = ruled.grid.edges;
  const std::vector<double>& ys = ruled.row_edges;
  const std::size_t rows = ys.size() - 1, columns = xs.size() - 1;
  DisjointSets groups(rows * columns);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t here = r * columns + c;
      if (c + 1 < columns && !drawn(vertical, xs[c + 1], ys[r], ys[r + 1]))
        groups.join(here, here + 1);
      if (r + 1 < rows && !drawn(horizontal, ys[r + 1], xs[c], xs[c + 1]))
        groups.join(here, here + columns);
    }
  struct Extent {
    std::size_t top, bottom, left, right, count;
  };
  std::vector<Extent> extents(rows * columns, {rows, 0, columns, 0, 0});
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      Extent& e = extents[groups.leader(r * columns + c)];
      e = {std::min(e.top, r), std::max(e.bottom, r), std::min(e.left, c), std::max(e.right, c),
           e.count + 1};
    }
  const auto add = [&](std::size_t top, std::size_t bottom, std::size_t left, std::size_t right) {
    GridCell cell;
    cell.row = static_cast<int>(top);
    cell.column = static_cast<int>(left);
    cell.rows = static_cast<int>(bottom - top) + 1;
    cell.columns = static_cast<int>(right - left) + 1;
    cell.box = Box{xs[left], ys[top], xs[right + 1], ys[bottom + 1]};
    for (std::size_t r = top; r <= bottom; ++r)
      for (std::size_t c = left; c <= right; ++c)
        ruled.cell_at[r * columns + c] = static_cast<int>(ruled.grid.cells.size());
    ruled.grid.cells.push_back(std::move(cell));
  };
  ruled.cell_at.assign(rows * columns, -1);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      if (ruled.cell_at[r * columns + c] >= 0) continue;
      const Extent& e = extents[groups.leader(r * columns + c)];
      const bool rectangle = e.count == (e.bottom - e.top + 1) * (e.right - e.left + 1);
      if (rectangle) {
        add(e.top, e.bottom, e.left, e.right);
      } else {
        add(r, r, c, c);
      }
    }
}

}  // namespace

int RuledGrid::find(double x, double y) const noexcept {
  const auto column = std::ranges::upper_bound(grid.edges, x) - grid.edges.begin() - 1;
  const auto row = std::ranges::upper_bound(row_edges, y) - row_edges.begin() - 1;
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return -1;
  return cell_at[static_cast<std::size_t>(row * grid.columns + column)];
}

std::vector<RuledGrid> find_ruled_grids(std::span<const Ruling> rulings) {
  std::vector<Segment> horizontal, vertical;
  for (const Ruling& ruling : rulings) {
    const Box& b = ruling.box;
    if (b.x1 - b.x0 >= b.y1 - b.y0)
      horizontal.push_back({(b.y0 + b.y1) / 2, b.x0, b.x1});
    else
      vertical.push_back({(b.x0 + b.x1) / 2, b.y0, b.y1});
  }
  horizontal = joined(std::move(horizontal));
  vertical = joined(std::move(vertical));
  if (horizontal.size() + vertical.size() > most_lines) return {};

  DisjointSets groups(horizontal.size() + vertical.size());
  for (std::size_t h = 0; h < horizontal.size(); ++h)
    for (std::size_t v = 0; v < vertical.size(); ++v)
      if (meet(horizontal[h], vertical[v])) groups.join(h, horizontal.size() + v);

  std::vector<RuledGrid> result;
  for (std::size_t root = 0; root < horizontal.size(); ++root) {
    if (groups.leader(root) != root) continue;
    std::vector<Segment> hs, vs;
    for (std::size_t h = 0; h < horizontal.size(); ++h)
      if (groups.leader(h) == root) hs.push_back(horizontal[h]);
    for (std::size_t v = 0; v < vertical.size(); ++v)
      if (groups.leader(horizontal.size() + v) == root) vs.push_back(vertical[v]);
    if (vs.empty()) continue;
    RuledGrid ruled;
    ruled.grid.edges = edges(vs, hs);
    ruled.row_edges = edges(hs, vs);
    if (ruled.grid.edges.size() < 3 || ruled.row_edges.size() < 2) continue;
    ruled.grid.columns = static_cast<int>(ruled.grid.edges.size()) - 1;
    ruled.grid.rows = static_cast<int>(ruled.row_edges.size()) - 1;
    ruled.box = {ruled.grid.edges.front(), ruled.row_edges.front(), ruled.grid.edges.back(),
                 ruled.row_edges.back()};
    fill_cells(ruled, hs, vs);
    if (ruled.grid.cells.size() < 2) continue;
    result.push_back(std::move(ruled));
  }
  std::ranges::stable_sort(result, {}, [](const RuledGrid& g) { return g.box.y0; });
  return result;
}

}  // namespace budget::inline v1::detail
