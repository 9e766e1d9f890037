// SPDX-License-Identifier: Apache-2.0
#include "document/glyph_lines.hpp"

#include <budget/base/text.hpp>

#include "document/boxes.hpp"

#include <algorithm>
#include <cmath>

namespace budget::inline v1::detail {
namespace {

constexpr double least_overlap = 0.5;  // of the lower of two glyphs, to stand on one line
constexpr double overprint = 0.5;  // of the narrower of two glyphs: more is printed over another
constexpr double word_gap = 0.3;   // of the font's size: more parts two words
constexpr char32_t illegible = 0xFFFD;
constexpr double run_gap = 0.1;      // the same between glyphs that were set apart
constexpr double blank_width = 0.5;  // of the font's size

struct Row {
  std::vector<const Glyph*> glyphs;
  double top = 0, bottom = 0;
};

double height(const Box& box) {
  return box.y1 - box.y0;
}

bool on_line(const Row& row, const Glyph& glyph) {
  const double shared = std::min(row.bottom, glyph.box.y1) - std::max(row.top, glyph.box.y0);
  const double least = std::min(row.bottom - row.top, height(glyph.box));
  return shared > least_overlap * least;
}

std::vector<Row> rows_of(std::vector<const Glyph*>& glyphs) {
  std::ranges::stable_sort(glyphs, {}, [](const Glyph* g) { return g->box.y0 + g->box.y1; });
  std::vector<Row> rows;
  for (const Glyph* glyph : glyphs) {
    // Only the last rows can still reach this far down.
    Row* found = nullptr;
    for (std::size_t back = 0; back < 3 && back < rows.size() && found == nullptr; ++back) {
      Row& row = rows[rows.size() - 1 - back];
      if (on_line(row, *glyph)) found = &row;
    }
    if (found == nullptr) {
      rows.push_back({{glyph}, glyph->box.y0, glyph->box.y1});
      continue;
    }
    found->glyphs.push_back(glyph);
    // A line keeps the height of most of its glyphs, so that one tall glyph does not join two lines.
    const auto count = static_cast<double>(found->glyphs.size());
    found->top += (glyph->box.y0 - found->top) / count;
    found->bottom += (glyph->box.y1 - found->bottom) / count;
  }
  std::ranges::stable_sort(rows, {}, [](const Row& r) { return r.top + r.bottom; });
  return rows;
}

bool over(const Glyph& before, const Glyph& after) {
  const double narrower = std::min(before.box.x1 - before.box.x0, after.box.x1 - after.box.x0);
  return before.box.x1 - after.box.x0 > overprint * narrower;
}

/// Whether a glyph begins a new word beside another one. What was set apart right behind a figure is one,
/// however near: figures end at the edge of their column, and a name begins the next.
bool begins_word(const Word& word, const Glyph& last, const Glyph& glyph) {
  const bool behind_figure = last.run != glyph.run && word.text.find('.') != std::string::npos;
  const double least = behind_figure ? run_gap : word_gap;
  return glyph.box.x0 - word.box.x1 > least * std::max(glyph.size, 1.0);
}

}  // namespace

std::vector<WordLine> join_words(std::vector<const Glyph*> glyphs) {
  std::vector<WordLine> lines;
  for (Row& row : rows_of(glyphs)) {
    std::ranges::stable_sort(row.glyphs, {}, [](const Glyph* g) { return g->box.x0; });
    WordLine line;
    line.box = row.glyphs.front()->box;
    const Glyph* last = nullptr;
    for (const Glyph* glyph : row.glyphs) {
      const bool overprinted = last != nullptr && over(*last, *glyph);
      if (overprinted && glyph->code == last->code) continue;
      if (last == nullptr || begins_word(line.words.back(), *last, *glyph))
        line.words.push_back({{}, glyph->box, glyph->size, glyph->recognised});
      Word& word = line.words.back();
      if (overprinted) append_utf8(word.text, illegible);
      append_utf8(word.text, glyph->code);
      word.box = around(word.box, glyph->box);
      word.recognised = word.recognised || glyph->recognised;
      line.box = around(line.box, glyph->box);
      last = glyph;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<PlacedLine> join_glyphs(std::vector<const Glyph*> glyphs, bool layout, double left) {
  std::vector<PlacedLine> lines;
  for (Row& row : rows_of(glyphs)) {
    std::ranges::stable_sort(row.glyphs, {}, [](const Glyph* g) { return g->box.x0; });
    PlacedLine line;
    line.box = row.glyphs.front()->box;
    line.size = row.glyphs.front()->size;
    double right = left;
    bool first = true;
    const Glyph* last = nullptr;
    for (const Glyph* glyph : row.glyphs) {
      if (last != nullptr && over(*last, *glyph)) {
        // The same character again makes it bold; another one makes both illegible.
        if (glyph->code == last->code) continue;
        append_utf8(line.text, illegible);
      }
      last = glyph;
      const double size = std::max(glyph->size, 1.0);
      const double gap = glyph->box.x0 - right;
      if ((layout || !first) && gap > word_gap * size) {
        const double blanks = layout ? std::round(gap / (blank_width * size)) : 1;
        line.text.append(static_cast<std::size_t>(std::clamp(blanks, 1.0, 400.0)), ' ');
      }
      append_utf8(line.text, glyph->code);
      right = std::max(first ? glyph->box.x1 : right, glyph->box.x1);
      first = false;
      line.box = around(line.box, glyph->box);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace budget::inline v1::detail
