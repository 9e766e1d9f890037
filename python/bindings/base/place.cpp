// SPDX-License-Identifier: Apache-2.0
#include <budget/base/place.hpp>

#include <tuple>

#include "base/corners.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

std::optional<int> known(int count) {
  return count > 0 ? std::optional(count) : std::nullopt;
}

Place make_place(std::string source, std::optional<int> page, std::optional<int> line,
                 std::optional<int> column, std::optional<Corners> box, std::string sheet) {
  for (const auto& part : {page, line, column})
    if (part && *part < 1) throw py::value_error("page, line and column count from 1");
  Place place{std::move(source), page.value_or(0), line.value_or(0), column.value_or(0), {}};
  place.sheet = std::move(sheet);
  if (box) place.box = std::make_from_tuple<Box>(*box);
  return place;
}

py::tuple parts(const Place& place) {
  return py::make_tuple(place.source, known(place.page), known(place.line), known(place.column),
                        corners(place.box), place.sheet);
}

std::string place_repr(const Place& place) {
  std::string text = "Place(" + repr_of(py::cast(place.source));
  const auto add = [&text](const char* name, const py::object& value) {
    if (!value.is_none()) text += std::string(", ") + name + "=" + repr_of(value);
  };
  add("page", py::cast(known(place.page)));
  add("line", py::cast(known(place.line)));
  add("column", py::cast(known(place.column)));
  add("box", py::cast(corners(place.box)));
  if (!place.sheet.empty()) add("sheet", py::cast(place.sheet));
  return text + ")";
}

}  // namespace

void bind_place(py::module_& module) {
  py::class_<Place>(module, "Place", R"(Where something stands in a source, as far as it is known.

>>> from budgetcore import Place
>>> place = Place("a.txt", line=12, column=3)
>>> str(place), place.page
('a.txt:12:3', None)
)")
      .def(py::init(&make_place), "source"_a = "", whole("page") = py::none(),
           whole("line") = py::none(), whole("column") = py::none(),
           py::arg("box").noconvert() = py::none(), "sheet"_a = "")
      .def_readonly("source", &Place::source, R"(File name or other name; "" when unknown.)")
      .def_property_readonly(
          "page", [](const Place& p) { return known(p.page); },
          "Page, from 1, or number of a workbook's sheet; None when unknown.")
      .def_property_readonly(
          "line", [](const Place& p) { return known(p.line); },
          "Line of the source, from 1; None when unknown.")
      .def_property_readonly(
          "column", [](const Place& p) { return known(p.column); },
          "Column in characters, or of a sheet, from 1; None when unknown.")
      .def_property_readonly(
          "box", [](const Place& p) { return corners(p.box); },
          "Left, upper, right and lower edge in points from the top left corner.")
      .def_readonly("sheet", &Place::sheet, "Name of the workbook's sheet; \"\" elsewhere.")
      .def("__str__", [](const Place& p) { return to_string(p); })
      .def("__repr__", &place_repr)
      .def("__hash__", [](const Place& p) { return py::hash(parts(p)); })
      .def("__reduce__",
           [](const py::object& self) { return reduced(self, parts(self.cast<const Place&>())); })
      .def("__eq__", &equal<Place>, py::is_operator())
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self);
}

}  // namespace budget::python
