// SPDX-License-Identifier: Apache-2.0
#include "disclosure/narrative.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/header.hpp"

#include <algorithm>
#include <utility>

namespace budget::inline v1 {

std::string_view to_string(TextFigureKind kind) noexcept {
  switch (kind) {
    case TextFigureKind::amount: return "amount";
    case TextFigureKind::percent: return "percent";
    case TextFigureKind::points: return "points";
    case TextFigureKind::multiple: return "multiple";
    case TextFigureKind::count: return "count";
    case TextFigureKind::bare: return "bare";
  }
  return {};
}

Place place_in(const Passage& passage, std::size_t at) {
  auto line = std::ranges::upper_bound(passage.lines, at, {}, &PassageLine::begin);
  --line;
  Place place = line->place;
  const std::string_view text = passage.text;
  if (place.column > 0)
    place.column += static_cast<int>(count_code_points(text.substr(line->begin, at - line->begin)));
  return place;
}

int heading_of(const Narrative& narrative, int passage) {
  const auto at = [&](int i) -> const Passage& {
    return narrative.passages[static_cast<std::size_t>(i)];
  };
  while (passage >= 0 && !at(passage).heading) passage = at(passage).parent;
  return passage;
}

namespace detail {
namespace {

/// What stands before a figure in its clause: the words that name it.
std::string_view words_before(std::string_view text, std::size_t figure, std::size_t after) {
  constexpr std::u32string_view ends = U"，。；：、！？,;:";
  std::size_t begin = after;
  for (std::size_t i = after; i < figure;) {
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    if (ends.find(point.value) != std::u32string_view::npos) begin = i;
  }
  return strip(text.substr(begin, figure - begin));
}

/// Places of ever later parts of a passage, the text between counted once. Of a line only the box is
/// known: where in it a part stands follows from the widths of the characters before it.
class Places {
 public:
  explicit Places(const Passage& passage) : passage_(passage) { begin_line(0); }

  [[nodiscard]] Place of(std::size_t begin, std::size_t end) {
    while (line_ + 1 < passage_.lines.size() && passage_.lines[line_ + 1].begin <= begin)
      begin_line(line_ + 1);
    const std::string_view before = part(counted_, begin);
    columns_ += static_cast<int>(count_code_points(before));
    width_ += display_width(before);
    counted_ = begin;
    Place place = passage_.lines[line_].place;
    if (place.column > 0) place.column += columns_;
    if (place.box && whole_ > 0) {
      const double each = (place.box->x1 - place.box->x0) / static_cast<double>(whole_);
      const std::size_t own = display_width(part(begin, std::min(end, end_)));
      place.box->x0 += each * static_cast<double>(width_);
      place.box->x1 = place.box->x0 + each * static_cast<double>(own);
    }
    return place;
  }

 private:
  void begin_line(std::size_t line) {
    line_ = line;
    counted_ = passage_.lines[line].begin;
    columns_ = 0;
    width_ = 0;
    const bool last = line + 1 == passage_.lines.size();
    end_ = last ? passage_.text.size() : passage_.lines[line + 1].begin;
    whole_ = passage_.lines[line].place.box ? display_width(part(counted_, end_)) : 0;
  }
  [[nodiscard]] std::string_view part(std::size_t begin, std::size_t end) const {
    return std::string_view(passage_.text).substr(begin, end - begin);
  }

  const Passage& passage_;
  std::size_t line_ = 0, end_ = 0;
  std::size_t counted_ = 0;  // bytes, of which
  int columns_ = 0;          // stand on the line
  std::size_t width_ = 0, whole_ = 0;
};

Row row_of(const Passage& passage, const TextFigure& figure, Place place, std::size_t after,
           std::size_t index) {
  const std::string_view text = passage.text;
  std::string printed(text.substr(figure.begin, figure.end - figure.begin));
  Row row;
  row.id = numbered('r', index + 1);
  row.place = std::move(place);
  Unit unit = Unit::unknown;
  if (figure.unit_is_short) unit = Unit::wan_yuan;
  // The unit of a count is no money and stays out of the figure.
  if (figure.kind != TextFigureKind::amount && figure.kind != TextFigureKind::percent) {
    const auto not_in_number = [](char c) {
      return !((c >= '0' && c <= '9') || c == '.' || c == ',');
    };
    printed.erase(std::ranges::find_if(printed, not_in_number), printed.end());
  } else if (figure.unit_is_short) {
    printed.resize(printed.size() - std::string_view("万").size());
  }
  row.cells.push_back({Figure(std::move(printed), unit), row.place, budget::Mark::none});
  const std::string words(words_before(text, figure.begin, after));
  row.labels.push_back({"", words, subject_key(words), -1, -1, false});
  return row;
}

/// 0万元 beside 589.45万元 has dropped its decimals: it may be as precise as what stands around it.
void complete_zeros(Narrative& narrative, std::size_t first) {
  int digits = 0;
  const auto is_amount = [&](std::size_t row) {
    return narrative.figures[row].kind == TextFigureKind::amount &&
           narrative.table.rows[row].cells.front().figure.is_number();
  };
  for (std::size_t row = first; row < narrative.figures.size(); ++row)
    if (is_amount(row))
      digits = std::max(digits, narrative.table.rows[row].cells.front().figure.digits());
  for (std::size_t row = first; row < narrative.figures.size(); ++row) {
    Figure& figure = narrative.table.rows[row].cells.front().figure;
    if (is_amount(row) && figure.value().is_zero() && figure.digits() < digits)
      figure = figure.with_digits(digits);
  }
}

Table empty_table() {
  Table table;
  table.id = "narrative";
  table.title = "文字说明";
  table.columns.push_back({"c1", {}, ColumnRole::amount, "", Unit::unknown});
  table.sides.push_back({"", -1, {0}});
  return table;
}

}  // namespace

void read_figures(Narrative& narrative, const Vocabulary& vocabulary) {
  narrative.table = empty_table();
  if (!narrative.passages.empty()) {
    narrative.table.place = narrative.passages.front().lines.front().place;
    narrative.table.last = narrative.passages.back().lines.back().place;
  }
  for (std::size_t p = 0; p < narrative.passages.size(); ++p) {
    const Passage& passage = narrative.passages[p];
    const std::size_t before = narrative.figures.size();
    std::size_t after = 0;
    Places places(passage);
    for (TextFigure& figure : figures_in(passage.text, vocabulary)) {
      figure.passage = static_cast<int>(p);
      narrative.table.rows.push_back(row_of(passage, figure, places.of(figure.begin, figure.end),
                                            after, narrative.table.rows.size()));
      after = figure.end;
      narrative.figures.push_back(std::move(figure));
    }
    complete_zeros(narrative, before);
  }
}

Narrative read_narrative(const std::vector<Section>& sections, const Document& document,
                         const Contents& contents, const Vocabulary& vocabulary) {
  Narrative narrative;
  narrative.passages = passages_of(sections, document, contents);
  read_figures(narrative, vocabulary);
  return narrative;
}

}  // namespace detail
}  // namespace budget::inline v1
