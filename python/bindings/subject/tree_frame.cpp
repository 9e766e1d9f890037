// SPDX-License-Identifier: Apache-2.0
// A subject tree as a frame, and from one.
#include <budget/amount/money_array_parse.hpp>
#include <budget/subject/rollup.hpp>

#include <string>

#include "bindings.hpp"
#include "columns.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

/// The first node to show: the total only where a row states it.
TreeNode first_shown(const SubjectTree& tree) {
  return tree.row(0) >= 0 || tree.size() == 1 ? 0 : 1;
}

py::object text_or_none(std::string_view text) {
  return text.empty() ? py::object(py::none()) : readable(text);
}

MoneyArray amounts_of(const TreeHandle& handle, std::size_t column, bool computed) {
  const SubjectTree& tree = handle.tree();
  MoneyArrayBuilder amounts;
  for (TreeNode node = first_shown(tree); node < tree.size(); ++node) {
    const PrintedAmount printed = tree.printed(node, column);
    if (printed.is_stated() && !(computed && !tree.is_leaf(node)))
      amounts.push(Money::of_fen(printed.fen));
    else if (computed)
      amounts.push(handle.rollup->computed(node, column));
    else
      amounts.push_missing();
  }
  return amounts.finish();
}

Columns columns_of(const TreeHandle& handle, bool computed) {
  const SubjectTree& tree = handle.tree();
  py::list codes, names, levels, parents;
  for (TreeNode node = first_shown(tree); node < tree.size(); ++node) {
    codes.append(text_or_none(tree.code(node)));
    names.append(text_or_none(tree.name(node)));
    levels.append(tree.level(node));
    const TreeNode above = tree.parent(node);
    const std::string_view code = above > 0 ? tree.code(above) : std::string_view();
    parents.append(text_or_none(code.empty() && above > 0 ? tree.name(above) : code));
  }
  Columns columns;
  columns["code"] = codes;
  columns["name"] = names;
  columns["level"] = levels;
  columns["parent"] = parents;
  for (std::size_t c = 0; c < tree.columns().size(); ++c)
    columns[readable(tree.columns()[c].name)] = py::cast(amounts_of(handle, c, computed));
  return columns;
}

/// A node with what lies below it, to be opened; at most `left` nodes in all.
void add_node(std::string& html, const SubjectTree& tree, TreeNode node, int open_to, int& left) {
  if (--left < 0) return;
  std::string line = escaped(tree.code(node));
  if (!line.empty()) line += ' ';
  line += node == 0 && tree.name(node).empty() ? "合计" : escaped(tree.name(node));
  for (std::size_t c = 0; c < tree.columns().size(); ++c) {
    const PrintedAmount printed = tree.printed(node, c);
    if (!printed.is_stated()) continue;
    line += "&emsp;<small>" + escaped(tree.columns()[c].name) + "</small> " +
            to_string(Money::of_fen(printed.fen));
  }
  if (tree.is_leaf(node)) {
    html += "<div style=\"margin-left:1em\">" + line + "</div>";
    return;
  }
  html += "<details style=\"margin-left:1em\"";
  if (tree.level(node) < open_to) html += " open";
  html += "><summary>" + line + "</summary>";
  for (const TreeNode part : tree.children(node)) add_node(html, tree, part, open_to, left);
  html += "</details>";
}

std::string html_of_tree(const TreeHandle& handle) {
  constexpr int most_nodes = 1000, open_levels = 1;
  std::string html;
  int left = most_nodes;
  add_node(html, handle.tree(), 0, open_levels, left);
  if (left < 0) html += "<p>… " + std::to_string(handle.tree().size()) + "</p>";
  return html;
}

constexpr const char* columns_doc =
    R"(Columns code, name, level, parent (its code, or its name without one) and a MoneyArray a column.

Nodes top down, the total only where a row states it. Missing where nothing is printed; with
`computed` the sums of the parts stand for every node that has some.

>>> from budgetcore import SubjectTree
>>> tree = SubjectTree.from_rows(["201", "20101"], None, {"a": [None, "1.00"]}, unit="元")
>>> tree.to_dict(computed=True)["a"].to_list() == tree.to_dict()["a"].to_list()[1:] * 2
True
)";

}  // namespace

void bind_tree_frame(py::module_& module) {
  auto tree = tree_class(module);
  const auto by = [](const char* function) {
    return [function](const TreeHandle& t, const py::object& unit, bool computed) {
      return in_tables(function, columns_of(t, computed),
                       attribute("budgetcore.columnar.units", "known_unit")(unit));
    };
  };
  tree.def(
          "to_dict", [](const TreeHandle& t, bool computed) { return columns_of(t, computed); },
          py::kw_only(), "computed"_a = false, columns_doc)
      .def("to_pandas", by("to_pandas"), "unit"_a = "元", py::kw_only(), "computed"_a = false,
           "The columns of `to_dict` as a pandas DataFrame, amounts as money of a unit. "
           "ModuleNotFoundError without pandas and pyarrow.")
      .def(
          "to_arrow",
          [](const TreeHandle& t, const py::object& unit, bool computed,
             const std::string& amounts) {
            return in_tables("to_arrow", columns_of(t, computed),
                             attribute("budgetcore.columnar.units", "known_unit")(unit), amounts);
          },
          "unit"_a = "元", py::kw_only(), "computed"_a = false, "amounts"_a = "decimal",
          "The columns of `to_dict` as a pyarrow table, amounts as decimal128 of a unit, or with "
          "\"fen\" as int64 分 without a copy. ModuleNotFoundError without pyarrow.")
      .def("to_polars", by("to_polars"), "unit"_a = "元", py::kw_only(), "computed"_a = false,
           "The columns of `to_dict` as a polars DataFrame. ModuleNotFoundError without polars and "
           "pyarrow.")
      .def(
          "__arrow_c_stream__",
          [](const TreeHandle& t, const py::object& schema) {
            return in_tables("arrow_stream", columns_of(t, false), Unit::yuan, schema);
          },
          "requested_schema"_a = py::none())
      .def(
          "plot",
          [](const py::object& self, const py::KWArgs<py::object>& options) {
            return attribute("budgetcore.plots", "plot_tree")(self, **options);
          },
          R"(The tree as an icicle or a treemap: areas are shares of the total.

Options: `column` (needed where there are several), `kind` ("icicle" or, by plotly, "treemap"), `backend`
("matplotlib" or "plotly"), `unit` ("万元"), `depth` (3; None: all levels), `title`, `ax` (of matplotlib).
Labels carry printed amounts and shares. Gives matplotlib axes or a Plotly figure. Raises PlotError for an
empty tree, a negative amount, or a column that was not named.)")
      .def("_repr_html_", &html_of_tree)
      .def_static(
          "from_frame",
          [](const py::object& frame, const py::object& code, const py::object& name,
             const py::object& parent, const py::object& amounts, const py::object& unit,
             const py::object& scheme, const std::string& duplicates) {
            return attribute("budgetcore.columnar.trees", "tree_from_frame")(
                       frame, code, name, parent, amounts, unit, scheme, duplicates)
                .cast<TreeHandle>();
          },
          "frame"_a, py::kw_only(), "code"_a = py::none(), "name"_a = py::none(),
          "parent"_a = py::none(), "amounts"_a = py::none(), "unit"_a = py::none(),
          "scheme"_a = "functional", "duplicates"_a = "refuse",
          R"(A tree of a pandas, polars or Arrow frame, one row a subject.

`code`, `name`, `parent`: names of columns; without them a column called so in English or Chinese (code,
科目编码 …). `amounts`: names of columns; without them every column of money, of decimals and of texts
of numbers that is none of these. `unit`, `scheme`, `duplicates`: as in from_rows. Raises FrameError for
a frame without a code column or with columns of one name, TypeError for floats, ColumnError for a text
that is no amount, TreeError.

>>> import pandas as pd
>>> from budgetcore import SubjectTree
>>> frame = pd.DataFrame({"科目编码": ["201", "20101"], "预算数": ["3.50", "3.50"]})
>>> SubjectTree.from_frame(frame, unit="万元")["201"].computed()
Money.of_fen(3500000)
)");
}

}  // namespace budget::python
