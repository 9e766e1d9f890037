// SPDX-License-Identifier: Apache-2.0
#include <budget/document/read_pages.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_read_pages(py::module_& module) {
  module.def(
      "read_pages",
      [](std::vector<PlacedPage> pages, std::string source, std::string sha256) {
        const py::gil_scoped_release released;
        return read_pages(std::move(pages), std::move(source), std::move(sha256));
      },
      "pages"_a, "source"_a = "", "sha256"_a = "",
      R"(The document of pages of placed glyphs.

Glyphs that overlap in height are a line, drawn lines that meet are a grid, what stands outside
grids is text in reading order. Raises ReadError: "document.empty", "document.garbled" where fonts
do not tell their characters, "document.too_large". Other threads run meanwhile.

>>> from budgetcore import PlacedPage, read_pages
>>> page = PlacedPage(1, 595, 842, [("合计", 100, 100, 120, 110), ("3.60", 200, 101, 224, 110)])
>>> read_pages([page]).lines[0].text.split()
['合计', '3.60']
)");
}

}  // namespace budget::python
