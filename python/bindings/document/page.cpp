// SPDX-License-Identifier: Apache-2.0
#include <budget/document/page.hpp>

#include "base/corners.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

using GlyphTuple = std::tuple<std::string, double, double, double, double>;

/// The characters of a text side by side in its box, as a recognised line gives them.
void add_text(PlacedPage& page, const GlyphTuple& run, bool recognised) {
  const auto& [text, x0, y0, x1, y1] = run;
  const std::u32string codes = py::cast<std::u32string>(py::str(text));
  const double step = codes.empty() ? 0 : (x1 - x0) / static_cast<double>(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const double left = x0 + step * static_cast<double>(i);
    page.glyphs.push_back({codes[i], {left, y0, left + step, y1}, y1 - y0, 0, false, recognised});
  }
}

PlacedPage make_page(int number, double width, double height, const std::vector<GlyphTuple>& texts,
                     const std::vector<Corners>& rulings, bool recognised) {
  if (number < 1) throw py::value_error("pages count from 1");
  PlacedPage page{number, width, height, {}, {}};
  for (const GlyphTuple& text : texts) add_text(page, text, recognised);
  for (const Corners& ruling : rulings) page.rulings.push_back({std::make_from_tuple<Box>(ruling)});
  return page;
}

}  // namespace

void bind_page(py::module_& module) {
  py::class_<PlacedPage>(
      module, "PlacedPage",
      "A page as it is drawn: glyphs and ruling lines where they stand, in points "
      "from the top left corner.")
      .def(py::init(&make_page), "number"_a, "width"_a, "height"_a, "texts"_a = py::tuple(),
           "rulings"_a = py::tuple(), py::kw_only(), "recognised"_a = false,
           R"(A page of texts (text, x0, y0, x1, y1) and rulings (x0, y0, x1, y1).

The characters of a text stand side by side in its box, each as wide as the next. `recognised`
marks what was read from a picture.

>>> from budgetcore import PlacedPage
>>> PlacedPage(1, 595, 842, [("合计", 100, 100, 120, 110)])
<PlacedPage 1: 2 glyphs, 0 rulings>
)")
      .def_readonly("number", &PlacedPage::number, "Page, from 1.")
      .def_readonly("width", &PlacedPage::width, "In points.")
      .def_readonly("height", &PlacedPage::height, "In points.")
      .def_readwrite("picture", &PlacedPage::picture,
                     "Whether it shows a picture and prints no text: what it shows was not read.")
      .def_property_readonly(
          "glyphs", [](const PlacedPage& p) { return p.glyphs.size(); }, "How many glyphs it has.")
      .def_property_readonly(
          "rulings",
          [](const PlacedPage& p) {
            std::vector<Corners> boxes;
            for (const Ruling& ruling : p.rulings) boxes.push_back(corners(ruling.box));
            return boxes;
          },
          "Drawn lines and edges.")
      .def("__repr__", [](const PlacedPage& p) {
        return "<PlacedPage " + std::to_string(p.number) + ": " + std::to_string(p.glyphs.size()) +
               " glyphs, " + std::to_string(p.rulings.size()) + " rulings>";
      });
}

}  // namespace budget::python
