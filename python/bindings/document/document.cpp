// SPDX-License-Identifier: Apache-2.0
#include <budget/document/document.hpp>

#include <memory>

#include "base/corners.hpp"
#include "bindings.hpp"

namespace budget::python {

void bind_document(py::module_& module) {
  py::class_<Line>(module, "Line", "One line of a document as published, without its line end.")
      .def_property_readonly(
          "page", [](const Line& l) { return l.page > 0 ? std::optional(l.page) : std::nullopt; },
          "Page, from 1; None where the text does not tell.")
      .def_readonly("number", &Line::number,
                    "Line, from 1 over the whole file; in a sheet its row.")
      .def_readonly("text", &Line::text, "The text, spaces kept.")
      .def_property_readonly(
          "box", [](const Line& o) { return corners(o.box); },
          "On the page, where the source has placed words.")
      .def("__repr__", [](const Line& l) {
        return "<Line " + std::to_string(l.number) + ": " + repr_of(py::cast(l.text)) + ">";
      });

  py::class_<Document, std::shared_ptr<Document>>(
      module, "Document",
      "A published file as lines of text with their places; it knows no budgets.")
      .def_readonly("source", &Document::source, "File name or \"-\".")
      .def_readonly("sha256", &Document::sha256, "Of the published bytes; \"\" where not supplied.")
      .def_property_readonly(
          "pages",
          [](const Document& d) { return d.pages > 0 ? std::optional(d.pages) : std::nullopt; },
          "Number of pages; None where the text does not tell.")
      .def_readonly("lines", &Document::lines, "All lines, page furniture included.")
      .def_property_readonly(
          "furniture",
          [](const Document& d) {
            std::vector<Line> lines;
            for (const SetAside& aside : d.set_aside) lines.push_back(d.lines[aside.line]);
            return lines;
          },
          "Lines that belong to the page and not to its content, or are hidden.")
      .def_readonly("sheets", &Document::sheets, "Names of a workbook's sheets; else empty.")
      .def_readonly("grids", &Document::grids, "Tables as drawn, where the source knows them.")
      .def("__repr__", [](const Document& d) {
        return "<Document " + repr_of(py::cast(d.source)) + ": " + std::to_string(d.lines.size()) +
               " lines>";
      });
}

}  // namespace budget::python
