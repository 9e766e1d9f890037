// SPDX-License-Identifier: Apache-2.0
#include "subject/tree.hpp"

#include <budget/base/lookup_error.hpp>
#include <budget/subject/flatten.hpp>
#include <budget/subject/name.hpp>
#include <budget/subject/tree_writer.hpp>

#include <algorithm>
#include <cstring>

#include "bindings.hpp"

namespace budget::python {
namespace {

std::optional<Money> stated(const PrintedAmount& amount) {
  return amount.is_stated() ? std::optional(Money::of_fen(amount.fen)) : std::nullopt;
}

NodeHandle node_of(const TreeHandle& tree, TreeNode node) {
  return {tree.rollup, node};
}

// The total is a node of its own only where a row states it.
TreeNode first_node(const SubjectTree& tree) {
  return tree.row(0) < 0 ? 1 : 0;
}

NodeHandle node_named(const TreeHandle& tree, const std::string& text) {
  const SubjectTree& all = tree.tree();
  if (const auto found = text.empty() ? std::nullopt : all.find(text)) return node_of(tree, *found);
  std::vector<TreeNode> named;
  const std::string key = subject_key(text);
  for (TreeNode node = first_node(all); node < all.size(); ++node) {
    if (!all.name(node).empty() && subject_key(all.name(node)) == key) named.push_back(node);
  }
  if (named.size() == 1) return node_of(tree, named.front());
  std::vector<std::string> near;
  for (const TreeNode node : named) near.push_back(detail::node_label(all, node));
  if (named.empty()) {
    std::vector<std::pair<std::size_t, TreeNode>> by_distance;
    for (TreeNode node = 1; node < all.size(); ++node)
      by_distance.emplace_back(
          std::min(edit_distance(text, all.code(node)), edit_distance(text, all.name(node))), node);
    constexpr std::size_t offered = 3;
    const std::size_t count = std::min(offered, by_distance.size());
    std::partial_sort(by_distance.begin(), by_distance.begin() + static_cast<std::ptrdiff_t>(count),
                      by_distance.end());
    for (std::size_t i = 0; i < count; ++i)
      near.push_back(detail::node_label(all, by_distance[i].second));
  }
  throw LookupError("subject.node", text, near);
}

py::typing::Dict<py::str, std::optional<Money>> amounts_of(const NodeHandle& n) {
  py::typing::Dict<py::str, std::optional<Money>> result;
  for (std::size_t i = 0; i < n.tree().columns().size(); ++i)
    result[py::str(n.tree().columns()[i].name)] = py::cast(stated(n.tree().printed(n.node, i)));
  return result;
}

// ---- pickle: everything that the tree holds, as bytes and texts ----

template <class T>
py::bytes bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

template <class T>
std::vector<T> values_of(const py::bytes& bytes, std::size_t count) {
  const std::string_view view = bytes;
  if (view.size() != count * sizeof(T)) throw py::value_error("not a pickled tree");
  std::vector<T> values(count);
  std::memcpy(values.data(), view.data(), view.size());
  return values;
}

AnyTuple state_of(const TreeHandle& handle) {
  const SubjectTree& tree = handle.tree();
  std::vector<std::int32_t> levels, rows;
  py::list codes, names, columns;
  for (TreeNode node = 0; node < tree.size(); ++node) {
    levels.push_back(tree.level(node));
    rows.push_back(tree.row(node));
    codes.append(py::str(std::string(tree.code(node))));
    names.append(py::str(std::string(tree.name(node))));
  }
  for (std::size_t i = 0; i < tree.columns().size(); ++i) {
    std::vector<std::int64_t> fen, slacks;
    for (TreeNode node = 0; node < tree.size(); ++node) {
      const PrintedAmount amount = tree.printed(node, i);
      fen.push_back(amount.fen);
      slacks.push_back(amount.slack);
    }
    columns.append(py::make_tuple(tree.columns()[i].name, bytes_of(fen), bytes_of(slacks)));
  }
  return py::make_tuple(bytes_of(levels), bytes_of(rows), codes, names, columns,
                        tree.slack_if_zeros_cut());
}

TreeHandle tree_from_state(const AnyTuple& state) {
  const auto codes = state[2].cast<std::vector<std::string>>();
  const auto names = state[3].cast<std::vector<std::string>>();
  const auto levels = values_of<std::int32_t>(state[0], codes.size());
  const auto rows = values_of<std::int32_t>(state[1], codes.size());
  std::vector<std::string> column_names;
  std::vector<std::vector<std::int64_t>> fen, slacks;
  for (const py::handle item : state[4]) {
    const auto column = item.cast<py::tuple>();
    column_names.push_back(column[0].cast<std::string>());
    fen.push_back(values_of<std::int64_t>(column[1], codes.size()));
    slacks.push_back(values_of<std::int64_t>(column[2], codes.size()));
  }
  for (std::size_t node = 0; node < codes.size(); ++node) {
    const std::int32_t most = node == 0 ? 0 : levels[node - 1] + 1;
    if (levels[node] > most || (node > 0 && levels[node] < 1) || names.size() != codes.size())
      throw py::value_error("not a pickled tree");
  }
  detail::TreeWriter writer(std::move(column_names));
  for (std::size_t node = 0; node < codes.size(); ++node) {
    writer.add(levels[node], rows[node], codes[node], names[node]);
    for (std::size_t i = 0; i < fen.size(); ++i) writer.amount(i, {fen[i][node], slacks[i][node]});
  }
  return TreeHandle(std::move(writer).finish(state[5].cast<std::optional<std::int64_t>>()));
}

void bind_printed_amount(py::module_& module) {
  py::class_<PrintedAmount>(
      module, "PrintedAmount",
      R"(A printed amount in bulk: every amount within `slack` of it prints so.

>>> from budgetcore import Money, PrintedAmount
>>> PrintedAmount(Money.of_yuan(360), Money.of_yuan(50))
PrintedAmount(Money.of_fen(36000), Money.of_fen(5000))
)")
      .def(py::init([](Money amount, Money slack) {
             if (slack.is_negative()) throw py::value_error("the slack is below zero");
             return PrintedAmount{amount.fen(), slack.fen()};
           }),
           "amount"_a, "slack"_a = Money(), "An amount, exact without a slack.")
      .def_property_readonly(
          "amount", [](const PrintedAmount& a) { return Money::of_fen(a.fen); }, "As printed.")
      .def_property_readonly(
          "slack", [](const PrintedAmount& a) { return Money::of_fen(a.slack); },
          "Half of the last printed digit.")
      .def("__eq__", &equal<PrintedAmount>, py::is_operator())
      .def("__hash__",
           [](const PrintedAmount& a) { return py::hash(py::make_tuple(a.fen, a.slack)); })
      .def("__repr__",
           [](const PrintedAmount& a) {
             return "PrintedAmount(Money.of_fen(" + std::to_string(a.fen) + "), Money.of_fen(" +
                    std::to_string(a.slack) + "))";
           })
      .def("__reduce__", [](const py::object& self) {
        const auto& a = self.cast<const PrintedAmount&>();
        return reduced(self, py::make_tuple(Money::of_fen(a.fen), Money::of_fen(a.slack)));
      });
}

// A row with the tree that its texts stand in.
struct FlatLine {
  std::shared_ptr<const Rollup> rollup;
  FlatRow row;
};

void bind_flat_row(py::module_& module) {
  py::class_<FlatLine>(module, "FlatRow", "A node of a tree as a row.")
      .def_property_readonly(
          "path",
          [](const FlatLine& l) {
            py::list path;
            for (const std::string_view part : l.row.path) path.append(std::string(part));
            return AnyTuple(py::tuple(path));
          },
          "Codes, or names where there is no code, from the outermost down to it.")
      .def_property_readonly(
          "code", [](const FlatLine& l) { return std::string(l.row.code); }, "Its code.")
      .def_property_readonly(
          "name", [](const FlatLine& l) { return std::string(l.row.name); }, "Its name.")
      .def_property_readonly(
          "level", [](const FlatLine& l) { return l.row.level; }, "Its level.")
      .def_property_readonly(
          "amounts",
          [](const FlatLine& l) {
            return amounts_of({l.rollup, l.row.node});
          },
          "What it prints, by column; None where it prints nothing.")
      .def_property_readonly(
          "figures",
          [](const FlatLine& l) {
            py::typing::Dict<py::str, std::optional<PrintedAmount>> figures;
            for (std::size_t i = 0; i < l.row.amounts.size(); ++i) {
              const PrintedAmount& amount = l.row.amounts[i];
              figures[py::str(l.rollup->tree().columns()[i].name)] =
                  py::cast(amount.is_stated() ? std::optional(amount) : std::nullopt);
            }
            return figures;
          },
          "The same, with how precisely each is printed.")
      .def("__repr__", [](const FlatLine& l) {
        return "<FlatRow " + detail::node_label(l.rollup->tree(), l.row.node) + ">";
      });
}

void bind_node(py::module_& module) {
  py::class_<NodeHandle>(module, "TreeNode", R"(A subject, unit or project in a tree.

Amounts are by column; without a name, the only column there is.
)")
      .def_property_readonly(
          "code", [](const NodeHandle& n) { return std::string(n.tree().code(n.node)); },
          "As given; \"\" where there is none.")
      .def_property_readonly(
          "name", [](const NodeHandle& n) { return std::string(n.tree().name(n.node)); },
          "As given; \"\" where there is none.")
      .def_property_readonly(
          "level", [](const NodeHandle& n) { return n.tree().level(n.node); },
          "0 the total, 1 the outermost.")
      .def_property_readonly(
          "row", [](const NodeHandle& n) { return index_or_none(n.tree().row(n.node)); },
          "Index of the row it was read from; None for one that is only implied.")
      .def_property_readonly(
          "is_leaf", [](const NodeHandle& n) { return n.tree().is_leaf(n.node); },
          "Whether it has no parts.")
      .def_property_readonly(
          "parent",
          [](const NodeHandle& n) -> std::optional<NodeHandle> {
            if (n.node == 0) return std::nullopt;
            return NodeHandle{n.rollup, n.tree().parent(n.node)};
          },
          "The node it is part of; None for the total.")
      .def_property_readonly(
          "children",
          [](const NodeHandle& n) {
            std::vector<NodeHandle> parts;
            for (const TreeNode part : n.tree().children(n.node)) parts.push_back({n.rollup, part});
            return parts;
          },
          "The nodes directly below.")
      .def_property_readonly(
          "path",
          [](const NodeHandle& n) {
            std::vector<NodeHandle> path;
            for (const TreeNode node : budget::path(n.tree(), n.node))
              path.push_back({n.rollup, node});
            return path;
          },
          "The nodes from the outermost down to this one, the total left out.")
      .def(
          "printed",
          [](const NodeHandle& n, const std::optional<std::string>& column) {
            return stated(n.tree().printed(n.node, column_of(n.tree(), column)));
          },
          "column"_a = py::none(), "What is printed; None where nothing is.")
      .def(
          "figure",
          [](const NodeHandle& n,
             const std::optional<std::string>& column) -> std::optional<PrintedAmount> {
            const auto amount = n.tree().printed(n.node, column_of(n.tree(), column));
            return amount.is_stated() ? std::optional(amount) : std::nullopt;
          },
          "column"_a = py::none(), "What is printed, with how precisely.")
      .def(
          "computed",
          [](const NodeHandle& n, const std::optional<std::string>& column) {
            return n.rollup->computed(n.node, column_of(n.tree(), column));
          },
          "column"_a = py::none(), "The sum of the leaves below; of a leaf what it prints, or 0.")
      .def(
          "amount",
          [](const NodeHandle& n, const std::optional<std::string>& column) {
            return n.rollup->amount(n.node, column_of(n.tree(), column));
          },
          "column"_a = py::none(), "What is printed, else what is computed.")
      .def_property_readonly("amounts", &amounts_of, "What is printed, by column.")
      .def("__eq__", &equal<NodeHandle>, py::is_operator())
      .def("__hash__", [](const NodeHandle& n) { return std::hash<TreeNode>{}(n.node); })
      .def("__str__", [](const NodeHandle& n) { return detail::node_label(n.tree(), n.node); })
      .def("__repr__", [](const NodeHandle& n) {
        return "<TreeNode " + detail::node_label(n.tree(), n.node) + ">";
      });
}

std::vector<NodeHandle> top_down(const TreeHandle& tree) {
  std::vector<NodeHandle> nodes;
  for (TreeNode node = first_node(tree.tree()); node < tree.tree().size(); ++node)
    nodes.push_back(node_of(tree, node));
  return nodes;
}

}  // namespace

std::size_t column_of(const SubjectTree& tree, const std::optional<std::string>& name) {
  std::vector<std::string> names = detail::column_names(tree);
  if (!name && names.size() == 1) return 0;
  const auto found = name ? tree.column(*name) : std::nullopt;
  if (!found) throw LookupError("subject.column", name.value_or(""), std::move(names));
  return *found;
}

std::vector<std::size_t> columns_of(const SubjectTree& tree,
                                    const std::optional<std::string>& name) {
  if (name) return {column_of(tree, name)};
  std::vector<std::size_t> all(tree.columns().size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

void bind_tree(py::module_& module) {
  bind_printed_amount(module);
  bind_node(module);
  bind_flat_row(module);
  py::class_<TreeHandle>(module, "SubjectTree",
                         R"(Subjects, or units and their projects, each with its printed amounts.

Immutable, safe to share between threads, and picklable. Level 0 is the total of all, level 1 the
outermost rows; the total is a node to iterate over only where a row states it.

>>> from budgetcore import SubjectTree, Unit
>>> tree = SubjectTree.from_rows(
...     ["201", "2010601", "2010602"],
...     ["一般公共服务支出", "行政运行", "一般行政管理事务"],
...     {"合计": ["1733.11", "794.00", "939.10"]},
...     unit="万元", scheme="functional")
>>> [str(node) for node in tree]
['201 一般公共服务支出', '20106', '2010601 行政运行', '2010602 一般行政管理事务']
>>> tree["20106"].computed().in_(Unit.wan_yuan)
Decimal('1733.10')
>>> for code, column, printed, computed, outcome in tree.check():
...     print(code, column, outcome)
201 合计 rounding
20106 合计 not_applicable
)")
      .def_property_readonly(
          "columns", [](const TreeHandle& t) { return detail::column_names(t.tree()); },
          "Names of the amount columns.")
      .def_property_readonly(
          "height", [](const TreeHandle& t) { return t.tree().height(); }, "The deepest level.")
      .def_property_readonly(
          "total", [](const TreeHandle& t) { return node_of(t, 0); },
          "The node above all others, stated or not.")
      .def("top_down", &top_down, "All nodes, each before its parts.")
      .def(
          "bottom_up",
          [](const TreeHandle& t) {
            std::vector<NodeHandle> nodes = top_down(t);
            std::reverse(nodes.begin(), nodes.end());
            return nodes;
          },
          "All nodes, each after its parts.")
      .def(
          "flatten",
          [](const TreeHandle& t) {
            std::vector<FlatLine> lines;
            for (FlatRow& row : flatten(t.tree())) lines.push_back({t.rollup, std::move(row)});
            return lines;
          },
          R"(Every node as a row, top down: path, code, name, level and amounts.

>>> from budgetcore import SubjectTree
>>> tree = SubjectTree.from_rows(["201", "20101"], None, {"a": ["1.00", "1.00"]}, unit="元")
>>> [(row.path, str(row.amounts["a"])) for row in tree.flatten()]
[(('201',), '1.00元'), (('201', '20101'), '1.00元')]
)")
      .def("__len__",
           [](const TreeHandle& t) {
             return static_cast<std::size_t>(t.tree().size() - first_node(t.tree()));
           })
      .def("__iter__",
           [](const TreeHandle& t) -> py::typing::Iterator<NodeHandle> {
             return py::iter(py::cast(top_down(t)));
           })
      .def(
          "__getitem__", &node_named, "code"_a,
          "The node of a code, or of a name that only one node has. Raises KeyError (LookupError).")
      .def("__contains__",
           [](const TreeHandle& t, const std::string& text) {
             try {
               node_named(t, text);
               return true;
             } catch (const LookupError&) {
               return false;
             }
           })
      .def(
          "__eq__",
          [](const TreeHandle& a, const Comparable<TreeHandle>& b) {
            return a.tree() == b.value->tree();
          },
          py::is_operator())
      .def("__hash__",
           [](const TreeHandle& t) {
             return py::hash(py::make_tuple(t.tree().size(), t.tree().height(),
                                            py::tuple(py::cast(detail::column_names(t.tree())))));
           })
      .def("__repr__",
           [](const TreeHandle& t) {
             std::string text =
                 "<SubjectTree: " + std::to_string(t.tree().size() - first_node(t.tree())) +
                 " nodes";
             for (const TreeColumn& column : t.tree().columns()) text += ", " + column.name;
             return text + ">";
           })
      .def(py::pickle(&state_of, &tree_from_state));
}

}  // namespace budget::python
