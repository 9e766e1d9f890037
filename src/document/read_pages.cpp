// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/document/read_pages.hpp>

#include "document/aligned.hpp"
#include "document/furniture.hpp"
#include "document/glyph_lines.hpp"
#include "document/grid_lines.hpp"
#include "document/ruled.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace budget::inline v1 {
namespace {

using detail::PlacedLine;
using detail::RuledGrid;

constexpr double most_slant = 3.0;  // degrees; a watermark stands steeper

/// A line or a grid of a page, with the height where it begins.
struct Part {
  double top = 0;
  PlacedLine line;
  Grid* grid = nullptr;
  std::optional<Furniture> aside;
};

/// A page taken apart, from top to bottom.
struct PageParts {
  std::vector<RuledGrid> ruled;
  std::vector<detail::AlignedGrid> aligned;
  std::vector<Part> parts;  // point into the grids
};

constexpr double most_margin = 2.0;  // of a full line from its cell's edge, in characters

/// How far in a cell's text begins. One line may be set in the middle or at the right.
std::optional<double> inset(const Box& cell, const std::vector<PlacedLine>& lines) {
  const PlacedLine& line = lines.front();
  const double left = line.box.x0 - cell.x0, right = cell.x1 - line.box.x1;
  const bool centred = std::abs(left - right) < line.size / 4 && left > line.size / 2;
  const bool at_right = right < line.size / 4 && left > line.size / 2;
  if (line.size <= 0 || (lines.size() == 1 && (centred || at_right))) return std::nullopt;
  return left / line.size;
}

void fill(RuledGrid& ruled, std::vector<std::vector<const Glyph*>>& glyphs) {
  for (std::size_t c = 0; c < glyphs.size(); ++c) {
    GridCell& cell = ruled.grid.cells[c];
    for (const Glyph* glyph : glyphs[c]) cell.recognised = cell.recognised || glyph->recognised;
    const auto lines = detail::join_glyphs(std::move(glyphs[c]), false);
    for (const PlacedLine& line : lines) {
      if (!cell.text.empty()) cell.text += '\n';
      cell.text += line.text;
    }
    if (lines.empty()) continue;
    cell.inset = inset(*cell.box, lines);
    cell.full = cell.box->x1 - lines.back().box.x1 < most_margin * lines.back().size;
  }
}

PageParts parts_of(const PlacedPage& page, const Grid* before) {
  PageParts result;
  std::vector<RuledGrid>& grids = result.ruled;
  grids = detail::find_ruled_grids(page.rulings);
  std::vector<std::vector<std::vector<const Glyph*>>> inside(grids.size());
  for (std::size_t g = 0; g < grids.size(); ++g) inside[g].resize(grids[g].grid.cells.size());
  std::vector<const Glyph*> outside, slanted, hidden;
  double left = std::numeric_limits<double>::max();
  for (const Glyph& glyph : page.glyphs) {
    if (is_space(glyph.code) || is_invisible(glyph.code) || glyph.code < 0x20) continue;
    if (glyph.hidden) {
      hidden.push_back(&glyph);
      continue;
    }
    if (std::abs(glyph.angle) > most_slant) {
      slanted.push_back(&glyph);
      continue;
    }
    const double x = (glyph.box.x0 + glyph.box.x1) / 2, y = (glyph.box.y0 + glyph.box.y1) / 2;
    // Of nested tables the inner one was drawn last and is the smaller.
    std::size_t best = grids.size();
    for (std::size_t g = 0; g < grids.size(); ++g)
      if (grids[g].find(x, y) >= 0 &&
          (best == grids.size() ||
           grids[g].box.x1 - grids[g].box.x0 < grids[best].box.x1 - grids[best].box.x0))
        best = g;
    if (best < grids.size()) {
      inside[best][static_cast<std::size_t>(grids[best].find(x, y))].push_back(&glyph);
    } else {
      outside.push_back(&glyph);
      left = std::min(left, glyph.box.x0);
    }
  }

  std::vector<Part>& parts = result.parts;
  for (std::size_t g = 0; g < grids.size(); ++g) {
    fill(grids[g], inside[g]);
    parts.push_back({grids[g].box.y0, {}, &grids[g].grid, {}});
  }
  result.aligned = detail::find_aligned_grids(detail::join_words(outside), before);
  std::vector<PlacedLine> lines = detail::join_glyphs(std::move(outside), true, left);
  auto aligned = result.aligned.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (aligned != result.aligned.end() && i == aligned->first)
      parts.push_back({lines[i].box.y0, {}, &aligned->grid, {}});
    if (aligned == result.aligned.end() || i < aligned->first)
      parts.push_back({lines[i].box.y0, std::move(lines[i]), nullptr, {}});
    else if (i + 1 == aligned->end)
      ++aligned;
  }
  for (PlacedLine& line : detail::join_glyphs(std::move(slanted), false))
    parts.push_back({line.box.y0, std::move(line), nullptr, Furniture::watermark});
  for (PlacedLine& line : detail::join_glyphs(std::move(hidden), false))
    parts.push_back({line.box.y0, std::move(line), nullptr, Furniture::hidden});
  std::ranges::stable_sort(parts, {}, [](const Part& p) { return p.top; });
  return result;
}

/// The columns of the last aligned grid of a page.
std::optional<Grid> last_aligned(const PageParts& page) {
  if (page.aligned.empty()) return std::nullopt;
  Grid columns;
  columns.columns = page.aligned.back().grid.columns;
  columns.edges = page.aligned.back().grid.edges;
  return columns;
}

bool empty_grid(const Grid& grid) {
  return std::ranges::all_of(grid.cells, [](const GridCell& c) { return c.text.empty(); });
}

bool near(double a, double b) {
  return std::abs(a - b) <= same_column_edge;
}

/// Whether two grids may be parts of one: as wide, and where one draws fewer columns (the first rows
/// of a header do) each of its edges is one of the other's.
bool same_columns(const Grid& a, const Grid& b) {
  if (a.edges.size() < b.edges.size()) return same_columns(b, a);
  return !b.edges.empty() && near(a.edges.front(), b.edges.front()) &&
         near(a.edges.back(), b.edges.back()) && std::ranges::all_of(b.edges, [&](double edge) {
           return std::ranges::any_of(a.edges, [&](double e) { return near(e, edge); });
         });
}

/// Marks grids that begin a page and have the columns of the one that ended the page before.
void find_continued(Document& document) {
  const auto aside = [&](std::size_t line) {
    return std::ranges::binary_search(document.set_aside, line, {}, &SetAside::line);
  };
  for (std::size_t g = 1; g < document.grids.size(); ++g) {
    Grid& grid = document.grids[g];
    const Grid& before = document.grids[g - 1];
    if (grid.page != before.page + 1 || !same_columns(before, grid)) continue;
    std::size_t line = before.first_line + static_cast<std::size_t>(before.rows);
    while (line < grid.first_line && (aside(line) || strip(document.lines[line].text).empty()))
      ++line;
    grid.continues = line == grid.first_line;
  }
}

void check_fonts(const std::vector<PlacedPage>& pages, const std::string& source) {
  std::size_t unknown = 0, printed = 0;
  for (const PlacedPage& page : pages)
    for (const Glyph& glyph : page.glyphs) {
      if (is_space(glyph.code)) continue;
      ++printed;
      if (glyph.code == 0xFFFD || glyph.code == 0 || (glyph.code >= 0xE000 && glyph.code <= 0xF8FF))
        ++unknown;
    }
  if (printed > 0 && 2 * unknown > printed)
    throw ReadError("document.garbled",
                    {"文件的字体没有文字对照表，" + std::to_string(printed) + " 个字符中有 " +
                         std::to_string(unknown) + " 个无法识别；请打印后识别（OCR）",
                     "the file's fonts do not tell their characters: " + std::to_string(unknown) +
                         " of " + std::to_string(printed) + " are unknown; recognise it (OCR)"},
                    Place{source, 0, 0, 0, {}});
}

}  // namespace

Document read_pages(std::vector<PlacedPage> pages, std::string source, std::string sha256,
                    const PageLimits& limits) {
  std::size_t glyphs = 0;
  for (const PlacedPage& page : pages) glyphs += page.glyphs.size();
  if (glyphs > limits.glyphs)
    throw ReadError("document.too_large",
                    {"文字过多，上限为 " + std::to_string(limits.glyphs) + " 个字符",
                     "too much text, the limit is " + std::to_string(limits.glyphs) + " glyphs"},
                    Place{source, 0, 0, 0, {}});
  check_fonts(pages, source);
  std::ranges::stable_sort(pages, {}, &PlacedPage::number);

  Document document;
  document.source = std::move(source);
  document.sha256 = std::move(sha256);
  std::map<std::size_t, Furniture> aside;
  bool printed = false;
  std::optional<Grid>
      aligned;  // the last table without drawn lines, where it ended the page before
  for (const PlacedPage& page : pages) {
    document.pages = std::max(document.pages, page.number);
    if (page.picture) document.pictures.push_back(page.number);
    if (page.turned != 0) document.turned.push_back({document.source, page.number, page.turned});
    PageParts taken = parts_of(page, aligned ? &*aligned : nullptr);
    aligned = last_aligned(taken);
    for (Part& part : taken.parts) {
      if (part.grid != nullptr) {
        if (empty_grid(*part.grid)) continue;
        part.grid->page = page.number;
        detail::add_grid(document, std::move(*part.grid));
        printed = true;
        continue;
      }
      if (part.aside) aside.emplace(document.lines.size(), *part.aside);
      printed = printed || !part.aside;
      document.lines.push_back({page.number, static_cast<int>(document.lines.size()) + 1,
                                std::move(part.line.text), part.line.box});
    }
  }
  if (!printed) throw detail::empty_document(document.source);
  for (const SetAside& found : detail::find_furniture(document.lines))
    if (document.grid_of(found.line) == nullptr) aside.emplace(found.line, found.what);
  for (const auto& [line, what] : aside) document.set_aside.push_back({line, what});
  find_continued(document);
  return document;
}

}  // namespace budget::inline v1
