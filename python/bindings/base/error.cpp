// SPDX-License-Identifier: Apache-2.0
// Errors of C++ become those of budgetcore.errors, field by field.
#include <budget/amount/figure_column.hpp>
#include <budget/base/error.hpp>
#include <budget/base/lookup_error.hpp>
#include <budget/base/text.hpp>
#include <budget/disclosure/correction.hpp>
#include <budget/disclosure/table_tree.hpp>
#include <budget/subject/tree.hpp>

#include "bindings.hpp"
#include "subject/texts.hpp"

namespace budget::python {
namespace {

// The class is looked up when an error is raised: errors.py imports Place from this module.
void raise(const char* name, const Error& error, py::dict fields) {
  fields["zh"] = readable(error.message().zh);
  fields["en"] = readable(error.message().en);
  fields["place"] = error.place();
  const py::object type = py::module_::import("budgetcore.errors").attr(name);
  PyErr_SetObject(type.ptr(), type(error.id(), **fields).ptr());
}

const char* word(NoAmount why) {
  switch (why) {
    case NoAmount::not_a_number: return "not_a_number";
    case NoAmount::percentage: return "percentage";
    case NoAmount::no_unit: return "no_unit";
    case NoAmount::finer: return "finer";
    case NoAmount::too_large: return "too_large";
  }
  return "";
}

void translate(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const OverflowError& error) {
    raise("OverflowError", error,
          py::dict("operation"_a = error.operation(), "left"_a = error.left(),
                   "right"_a = error.right(), "index"_a = error.index()));
  } catch (const NamedColumnError& error) {
    raise("ColumnError", error,
          py::dict("row"_a = error.cause().row(), "text"_a = readable(error.cause().text()),
                   "why"_a = word(error.cause().why()), "column"_a = error.column()));
  } catch (const ColumnError& error) {
    raise("ColumnError", error,
          py::dict("row"_a = error.row(), "text"_a = readable(error.text()),
                   "why"_a = word(error.why())));
  } catch (const UnitMismatch& error) {
    raise("UnitMismatch", error, py::dict("left"_a = error.left(), "right"_a = error.right()));
  } catch (const ParseError& error) {
    const std::string_view before = std::string_view(error.text()).substr(0, error.position());
    raise("ParseError", error,
          py::dict("text"_a = readable(error.text()), "reason"_a = error.reason(),
                   "position"_a = count_code_points(before)));
  } catch (const ReadError& error) {
    raise("ReadError", error, py::dict());
  } catch (const RuleError& error) {
    raise("RuleError", error, py::dict("expected"_a = error.expected()));
  } catch (const LookupError& error) {
    raise("LookupError", error,
          py::dict("name"_a = error.name(), "suggestions"_a = error.suggestions()));
  } catch (const DivisionByZero& error) {
    raise("DivisionByZero", error, py::dict("dividend"_a = error.dividend()));
  } catch (const TreeError& error) {
    raise("TreeError", error, py::dict("row"_a = error.row(), "text"_a = readable(error.text())));
  } catch (const CellNotRead& error) {
    raise("CellNotRead", error, py::dict("text"_a = readable(error.text())));
  } catch (const CorrectionError& error) {
    raise("CorrectionError", error, py::dict("text"_a = readable(error.text())));
  } catch (const DomainError& error) {
    raise("DomainError", error, py::dict("argument"_a = error.argument()));
  } catch (const PrecisionError& error) {
    raise("PrecisionError", error,
          py::dict("text"_a = readable(error.text()), "decimals"_a = error.decimals()));
  } catch (const WeightError& error) {
    raise("WeightError", error, py::dict("index"_a = error.index()));
  } catch (const Error& error) {
    raise("Error", error, py::dict());
  }
}

}  // namespace

void bind_error(py::module_&) {
  py::register_exception_translator([](std::exception_ptr thrown) {
    if (!thrown) return;
    try {
      translate(thrown);
    } catch (py::error_already_set& error) {
      error.restore();  // building the Python error failed: that is what the caller sees
    }
  });
}

}  // namespace budget::python
