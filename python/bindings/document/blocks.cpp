// SPDX-License-Identifier: Apache-2.0
#include <budget/document/blocks.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_blocks(py::module_& module) {
  module.def(
      "document_of_blocks",
      [](std::vector<Block> blocks, std::string source, std::string sha256) {
        const py::gil_scoped_release released;
        return document_of_blocks(std::move(blocks), std::move(source), std::move(sha256));
      },
      "blocks"_a, "source"_a = "", "sha256"_a = "",
      R"(The document of paragraphs (str) and grids in reading order.

Every row of a grid becomes a line as well. Raises ReadError: "document.empty" where nothing is
printed, "document.grid" for cells outside their grid or over one another, "document.too_large".

>>> from budgetcore import Grid, document_of_blocks
>>> document = document_of_blocks(["收入总表", Grid(1, 2, [(0, 0, 1, 1, "合计"), (0, 1, 1, 1, "3.60")])])
>>> [line.text for line in document.lines]
['收入总表', '合计  3.60']
)");
}

}  // namespace budget::python
