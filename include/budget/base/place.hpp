// SPDX-License-Identifier: Apache-2.0
// Place: where something stands in a source, as far as it is known.
// Page, line and column count from 1; 0 says "not known". In a workbook a sheet is a page, and line
// and column are the row and column of a cell.
#pragma once

#include <compare>
#include <optional>
#include <string>

namespace budget::inline v1 {

/// A rectangle on a page, in points from the page's top left corner.
struct Box {
  double x0 = 0;  ///< left edge
  double y0 = 0;  ///< upper edge
  double x1 = 0;  ///< right edge
  double y1 = 0;  ///< lower edge

  /// Ordered by corner coordinates; a box holds no NaN.
  friend auto operator<=>(const Box&, const Box&) = default;
};

/// A place in a named source. Every part may be unknown.
struct Place {
  std::string source;      ///< file name or other name of the source; empty when unknown
  int page = 0;            ///< page, from 1; 0 when unknown
  int line = 0;            ///< line of the source, from 1; 0 when unknown
  int column = 0;          ///< column in code points, from 1; 0 when unknown
  std::optional<Box> box;  ///< rectangle on the page, where the source has pages of placed words
  std::string sheet = {};  ///< name of the workbook's sheet; empty elsewhere

  /// Equal when every part is.
  friend bool operator==(const Place&, const Place&) = default;

  /// Reading order: source, page, line, column, then box and sheet.
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// The cell of a sheet as workbooks name it: E12, or 12 where the column is not known, or "".
[[nodiscard]] inline std::string sheet_cell(const Place& place) {
  std::string letters;
  for (int left = place.column; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return place.line > 0 ? letters + std::to_string(place.line) : std::string();
}

/// The place as tools print it, `source:line:column` with the page in brackets: `a.txt:12:3`,
/// `a.pdf[4]`, `a.pdf[4]:12`, and `a.xlsx[Sheet1!E12]`. Unknown parts are left out; a wholly unknown
/// place gives "".
[[nodiscard]] inline std::string to_string(const Place& place) {
  std::string text = place.source;
  if (!place.sheet.empty()) {
    const std::string cell = sheet_cell(place);
    return text + "[" + place.sheet + (cell.empty() ? "" : "!") + cell + "]";
  }
  if (place.page > 0) text += "[" + std::to_string(place.page) + "]";
  if (place.line > 0) {
    if (!text.empty()) text += ":";
    text += std::to_string(place.line);
    if (place.column > 0) text += ":" + std::to_string(place.column);
  }
  return text;
}

}  // namespace budget::inline v1
