// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/correction.hpp>

#include <budget/base/text.hpp>

#include "disclosure/header_path.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace budget::inline v1 {
namespace {

constexpr std::string_view narrative_table = "text";

/// The only index below `count` that a test holds for. Throws where there is none or are several.
int only(int count, const std::function<bool(int)>& fits, const Correction& correction,
         const Bilingual& what, const std::string& name) {
  std::vector<int> found;
  for (int i = 0; i < count; ++i)
    if (fits(i)) found.push_back(i);
  if (found.size() == 1) return found.front();
  const Bilingual message =
      found.empty() ? Bilingual{"没有这样的" + what.zh + "：“" + name + "”",
                                "no " + what.en + " \"" + name + "\""}
                    : Bilingual{"有 " + std::to_string(found.size()) + " 个" + what.zh + "都叫“" +
                                    name + "”，请用编号指明",
                                std::to_string(found.size()) + " " + what.en + "s are called \"" +
                                    name + "\"; name one by its id"};
  throw CorrectionError("correction.place", message, correction.place, name);
}

bool same(std::string_view a, std::string_view b) {
  return !b.empty() && without_spaces(a) == without_spaces(b);
}

int table_of(const Disclosure& disclosure, const Correction& correction) {
  const std::string& name = correction.table;
  if (name == narrative_table) return in_narrative;
  const int count = disclosure.funds_index(disclosure.targets.size());
  const auto with_id = [&](int i) { return disclosure.table(i).id == name; };
  for (int i = 0; i < count; ++i)
    if (with_id(i)) return i;
  return only(
      count,
      [&](int i) {
        const Table& table = disclosure.table(i);
        return same(table.title, name) || same(table.number, name) || to_string(table.kind) == name;
      },
      correction, {"表", "table"}, name);
}

int row_of(const Table& table, const Correction& correction) {
  const std::string& name = correction.row;
  const int count = static_cast<int>(table.rows.size());
  for (int i = 0; i < count; ++i)
    if (table.rows[static_cast<std::size_t>(i)].id == name) return i;
  return only(
      count,
      [&](int i) {
        const auto& labels = table.rows[static_cast<std::size_t>(i)].labels;
        return std::ranges::any_of(labels, [&](const RowLabel& label) {
          return same(label.code, name) || same(label.name, name) || same(label.key, name);
        });
      },
      correction, {"行", "row"}, name);
}

int column_of(const Table& table, const Correction& correction, int index) {
  const std::string& name = correction.column;
  if (index == in_narrative && name.empty()) return 0;
  const int count = static_cast<int>(table.columns.size());
  for (int i = 0; i < count; ++i)
    if (table.columns[static_cast<std::size_t>(i)].id == name) return i;
  return only(
      count,
      [&](int i) {
        const Column& column = table.columns[static_cast<std::size_t>(i)];
        return same(column.key, name) || same(detail::header_path(column), name) ||
               (!column.header.empty() && same(column.header.back(), name));
      },
      correction, {"列", "column"}, name);
}

void refuse(std::string_view id, const Correction& correction, Bilingual message,
            const std::string& text) {
  throw CorrectionError(id, std::move(message), correction.place, text);
}

void apply(Disclosure& disclosure, const Correction& correction) {
  const int t = table_of(disclosure, correction);
  Table& table = disclosure.table(t);
  const int r = row_of(table, correction);
  const int c = column_of(table, correction, t);
  const ColumnRole role = table.columns[static_cast<std::size_t>(c)].role;
  Cell& cell = table.rows[static_cast<std::size_t>(r)].cells[static_cast<std::size_t>(c)];
  if (role != ColumnRole::amount && role != ColumnRole::count)
    refuse("correction.kind", correction,
           {"这一列不是数字，不能更正", "no figures stand in this column"}, cell.figure.text());
  if (cell.mark == Mark::corrected)
    refuse("correction.twice", correction,
           {"这个数字已更正过", "this figure was corrected already"}, correction.text);
  if (without_spaces(cell.figure.text()) != without_spaces(correction.read))
    refuse("correction.read", correction,
           {"该处读到的是“" + cell.figure.text() + "”，不是“" + correction.read + "”",
            "\"" + cell.figure.text() + "\" was read there, not \"" + correction.read + "\""},
           cell.figure.text());
  const Figure figure(correction.text, cell.figure.unit() == Unit::unknown
                                           ? table.columns[static_cast<std::size_t>(c)].unit
                                           : cell.figure.unit());
  if (figure.state() == FigureState::unreadable || figure.state() == FigureState::label)
    refuse(
        "correction.kind", correction,
        {"更正后的“" + correction.text + "”不是数字", "\"" + correction.text + "\" is no figure"},
        correction.text);
  cell.figure = figure;
  cell.mark = Mark::corrected;
  disclosure.corrections.push_back({correction, t, r, c});
}

}  // namespace

Disclosure corrected(Disclosure disclosure, std::span<const Correction> corrections) {
  for (const Correction& correction : corrections) apply(disclosure, correction);
  return disclosure;
}

}  // namespace budget::inline v1
