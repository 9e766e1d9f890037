// SPDX-License-Identifier: Apache-2.0
#include <budget/document/read_text.hpp>

#include "bindings.hpp"

namespace budget::python {
namespace {

Document read(const py::bytes& data, std::string source, std::string sha256) {
  const std::string_view bytes = data;  // the caller's reference keeps them alive
  const py::gil_scoped_release released;
  return read_text(bytes, std::move(source), std::move(sha256));
}

}  // namespace

void bind_read_text(py::module_& module) {
  module.def("read_text", &read, "data"_a, "source"_a = "", "sha256"_a = "",
             R"(The document of a text file's bytes.

UTF-8 is read as it is, GB18030 is detected and converted. Raises ReadError: "document.empty",
"document.too_large", "document.line_too_long", "document.encoding" (the message names the byte).
Other threads run meanwhile.

>>> from budgetcore import read_text
>>> [line.text for line in read_text("第一行\n第二行".encode("gb18030")).lines]
['第一行', '第二行']
)");
}

}  // namespace budget::python
