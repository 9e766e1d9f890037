// SPDX-License-Identifier: Apache-2.0
#include <budget/base/lookup_error.hpp>
#include <budget/base/two_threads.hpp>
#include <budget/subject/tree_build.hpp>

#include "bindings.hpp"
#include "subject/texts.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

using AmountColumns = py::typing::Dict<py::str, py::object>;

Duplicates duplicates_named(const std::string& word) {
  if (word == "refuse") return Duplicates::refuse;
  if (word == "keep") return Duplicates::keep;
  throw LookupError("subject.tree.duplicates", word, {"refuse", "keep"});
}

CodeScheme scheme_named(const std::string& word) {
  if (word == "functional" || word == "economic" || word == "revenue") return CodeScheme::subject;
  if (word == "prefix") return CodeScheme::prefix;
  throw LookupError("subject.tree.scheme", word, {"functional", "economic", "revenue", "prefix"});
}

// What both builders take; the texts live in `codes` and `names`.
struct RowArguments {
  Texts codes, names;
  TreeRows rows;

  RowArguments(const py::object& code_column, const py::object& name_column,
               const std::optional<AmountColumns>& amounts, const py::object& unit)
      : codes(code_column.is_none() ? Texts() : Texts(code_column, "codes")),
        names(name_column.is_none() ? Texts() : Texts(name_column, "names")),
        rows{codes.column(), names.column(), {}, on_two_threads} {
    const Unit in = load_unit(unit);
    if (!amounts) return;
    for (const auto& [name, column] : *amounts) {
      auto text = name.cast<std::string>();
      auto figures = load_figures(py::reinterpret_borrow<py::object>(column), text, in);
      rows.columns.push_back({std::move(text), std::move(figures)});
    }
  }
};

TreeHandle from_rows(const py::object& codes, const py::object& names,
                     const std::optional<AmountColumns>& amounts, const py::object& unit,
                     const py::object& scheme, const std::string& duplicates) {
  RowArguments given(codes, names, amounts, unit);
  const Duplicates twins = duplicates_named(duplicates);
  if (py::isinstance<py::str>(scheme)) {
    const CodeScheme by = scheme_named(scheme.cast<std::string>());
    const py::gil_scoped_release released;
    return TreeHandle(tree_from_codes(std::move(given.rows), by, twins));
  }
  const Texts parents(scheme, "scheme");
  const py::gil_scoped_release released;
  return TreeHandle(tree_from_parents(std::move(given.rows), parents.column()));
}

TreeHandle from_levels(const std::vector<std::int32_t>& levels, const py::object& codes,
                       const py::object& names, const std::optional<AmountColumns>& amounts,
                       const py::object& unit) {
  RowArguments given(codes, names, amounts, unit);
  const py::gil_scoped_release released;
  return TreeHandle(tree_from_levels(std::move(given.rows), levels));
}

}  // namespace

void bind_tree_build(py::module_& module) {
  tree_class(module)
      .def_static("from_rows", &from_rows, "codes"_a, "names"_a = py::none(),
                  "amounts"_a = py::none(), py::kw_only(), "unit"_a = py::none(),
                  "scheme"_a = "functional", "duplicates"_a = "refuse",
                  R"(A tree of rows in any order.

`amounts`: by column name a list of printed texts (None and dashes state nothing), of Money, or of
exact numbers of `unit`; floats are refused. `unit`: Unit or text ("万元"), that of texts that name
none. `scheme`: "functional", "economic" and "revenue" for codes of 3-5-7-… digits, whose levels
are implied where no row prints them; "prefix" for any codes, the parent being the longest printed
code that a code begins with; or a column of parents, each a code (a name where `codes` is None), ""
or None for the outermost. A row without a code is the total. `duplicates`: "refuse", or "keep" to
have a node for each row of one code.

Raises TreeError (codes, parents), ColumnError (amounts), TypeError (floats).

>>> from budgetcore import SubjectTree
>>> tree = SubjectTree.from_rows(None, ["财政局", "国库中心"], {"预算": ["5.00", "5.00"]},
...                              unit="万元", scheme=[None, "财政局"])
>>> [str(node) for node in tree["国库中心"].path]
['财政局', '国库中心']
)")
      .def_static(
          "from_levels", &from_levels, "levels"_a, "codes"_a = py::none(), "names"_a = py::none(),
          "amounts"_a = py::none(), py::kw_only(), "unit"_a = py::none(),
          R"(A tree of rows in printed order by their indentation, 1 the outermost, 0 the total.

Raises TreeError where a level is skipped; otherwise as from_rows.
)");
}

}  // namespace budget::python
