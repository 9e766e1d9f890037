// SPDX-License-Identifier: Apache-2.0
#include <budget/document/number_format.hpp>
#include <budget/document/sheet.hpp>

#include <charconv>
#include <utility>

#include "bindings.hpp"
#include "document/xlsx_sheet.hpp"

namespace budget::python {
namespace {

using Position = std::pair<int, int>;
using Corners = std::pair<Position, Position>;
using Values = py::typing::List<py::typing::List<py::object>>;
using Shown = py::typing::Callable<py::str(py::object)>;

Sheet sheet_of(std::string title, const std::vector<Corners>& merged, bool hidden) {
  Sheet sheet;
  sheet.title = std::move(title);
  for (const auto& [first, last] : merged)
    sheet.merged.push_back({first.first, first.second, last.first, last.second});
  sheet.hidden = hidden;
  return sheet;
}

std::optional<Grid> plain_grid(std::string title,
                               std::vector<std::tuple<int, int, std::string>> texts,
                               const std::vector<Corners>& merged, std::vector<int> hidden_rows,
                               std::vector<int> hidden_columns, bool hidden) {
  Sheet sheet = sheet_of(std::move(title), merged, hidden);
  for (auto& [row, column, text] : texts) sheet.cells.push_back({row, column, std::move(text)});
  sheet.hidden_rows = std::move(hidden_rows);
  sheet.hidden_columns = std::move(hidden_columns);
  return grid_of(std::move(sheet));
}

/// The styles of a workbook: the number format of each and how far it sets texts in.
struct CellStyles {
  std::vector<NumberFormat> formats;
  std::vector<int> indents;
  NumberFormat general{""};

  explicit CellStyles(const std::vector<std::pair<std::string, int>>& styles) {
    for (const auto& [code, indent] : styles) {
      formats.emplace_back(code);
      indents.push_back(indent);
    }
  }
};

/// The shortest text of a double is the number that the book shows.
std::string digits_of(double number) {
  std::array<char, 40> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return {text.data(), end};
}

std::string one_line_end(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

/// What the values of a sheet show, in the order of its rows.
class ValueReader {
 public:
  ValueReader(const XlsxSheet& sheet, const CellStyles& styles, const Shown& shown)
      : sheet_(sheet), styles_(styles), shown_(shown) {}

  std::vector<SheetCell> read(const Values& values, Position start) {
    int row = start.first;
    cells_.reserve(sheet_.cells.size() + sheet_.literals.size());
    for (const py::handle line : values) {
      int column = start.second;
      for (const py::handle value : py::reinterpret_borrow<py::list>(line)) {
        add(value, row, column);
        ++column;
      }
      ++row;
    }
    for (const XlsxLiteral& literal : sheet_.literals)
      cells_.push_back({literal.row, literal.column, literal.text});
    return std::move(cells_);
  }

 private:
  void add(py::handle value, int row, int column) {
    PyObject* const object = value.ptr();
    if (object == Py_None) return;
    if (PyUnicode_Check(object)) {
      Py_ssize_t size = 0;
      const char* const text = PyUnicode_AsUTF8AndSize(object, &size);
      if (text == nullptr) throw py::error_already_set();
      if (size == 0) return;
      std::string shown = one_line_end({text, static_cast<std::size_t>(size)});
      const XlsxCell* const about = cell_at(row, column);
      if (about != nullptr && about->style < styles_.indents.size()) {
        for (int i = 0; i < styles_.indents[about->style]; ++i) shown.insert(0, "　");
      }
      cells_.push_back({row, column, std::move(shown)});
    } else if (PyBool_Check(object)) {
      cells_.push_back({row, column, object == Py_True ? "TRUE" : "FALSE"});
    } else if (PyFloat_Check(object)) {
      cells_.push_back(
          {row, column, under_format(digits_of(PyFloat_AS_DOUBLE(object)), row, column)});
    } else if (PyLong_Check(object)) {
      cells_.push_back({row, column, under_format(py::str(value), row, column)});
    } else {
      cells_.push_back({row, column, py::cast<std::string>(shown_(value))});
    }
  }

  std::string under_format(const std::string& number, int row, int column) {
    const XlsxCell* const about = cell_at(row, column);
    const bool known = about != nullptr && about->number && about->style < styles_.formats.size();
    return (known ? styles_.formats[about->style] : styles_.general).shown(number);
  }

  /// The cell at a position; positions come in the order of the sheet.
  const XlsxCell* cell_at(int row, int column) {
    const auto before = [](const XlsxCell& cell, Position at) {
      return Position{cell.row, cell.column} < at;
    };
    const Position at{row, column};
    while (next_ < sheet_.cells.size() && before(sheet_.cells[next_], at)) ++next_;
    if (next_ == sheet_.cells.size()) return nullptr;
    const XlsxCell& cell = sheet_.cells[next_];
    return cell.row == row && cell.column == column ? &cell : nullptr;
  }

  const XlsxSheet& sheet_;
  const CellStyles& styles_;
  const Shown& shown_;
  std::size_t next_ = 0;
  std::vector<SheetCell> cells_;
};

std::optional<Grid> valued_grid(const XlsxSheet& layout, const Values& values, Position start,
                                const CellStyles& styles, const Shown& shown, std::string title,
                                const std::vector<Corners>& merged, bool hidden) {
  Sheet sheet = sheet_of(std::move(title), merged, hidden);
  sheet.cells = ValueReader(layout, styles, shown).read(values, start);
  sheet.hidden_rows = layout.hidden_rows;
  sheet.hidden_columns = layout.hidden_columns;
  return grid_of(std::move(sheet));
}

std::vector<XlsxSheet> xlsx_sheets(const std::vector<py::bytes>& parts) {
  const std::vector<std::string_view> texts(parts.begin(), parts.end());
  std::vector<XlsxSheet> sheets;
  const py::gil_scoped_release released;
  for (const std::string_view text : texts) sheets.push_back(parse_xlsx_sheet(text));
  return sheets;
}

}  // namespace

void bind_sheet(py::module_& module) {
  module.def(
      "sheet_grid", &plain_grid, "title"_a, "texts"_a, "merged"_a = std::vector<Corners>(),
      "hidden_rows"_a = std::vector<int>(), "hidden_columns"_a = std::vector<int>(),
      "hidden"_a = false,
      R"(The used part of a workbook's sheet, whatever format it has; None where it shows nothing.

Texts are (row, column, text), merged cells ((first row, first column), (last row, last column)),
all from 0. Of merged cells the first one's text is shown; what the others hold nobody sees.

>>> from budgetcore import sheet_grid
>>> sheet_grid("支出", [(1, 1, "合计"), (1, 2, "3.60")])
<Grid 1 × 2>
)");
  py::class_<CellStyles>(module, "CellStyles",
                         "The styles of a workbook: number format and indentation of each.")
      .def(py::init<const std::vector<std::pair<std::string, int>>&>(), "styles"_a,
           "Pairs of a format code and an indentation.");
  py::class_<XlsxSheet>(module, "XlsxSheet",
                        "What the XML of a sheet tells beside its values; for readers of XLSX.")
      .def_readonly("positions", &XlsxSheet::positions,
                    "Rows × columns that its values reach over.")
      .def("grid", &valued_grid, "values"_a, "start"_a, "styles"_a, "shown"_a, "title"_a,
           "merged"_a = std::vector<Corners>(), "hidden"_a = false,
           R"(The used part of the sheet; None where it shows nothing.

`values` are rows of Python values that begin at `start`; a number is shown under its cell's format,
what is neither text, number nor bool as `shown` returns it.)");
  module.def("xlsx_sheets", &xlsx_sheets, "parts"_a,
             R"(What each of these sheets' XML tells; without the GIL.

Raises ValueError where one is no XML or a position is none.)");
}

}  // namespace budget::python
