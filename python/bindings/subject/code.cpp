// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/code.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_code(py::module_& module) {
  py::native_enum<Classification>(module, "Classification", "enum.Enum",
                                  R"(Which official list a subject code belongs to.

`functional` 支出功能分类, `economic_department` 部门预算支出经济分类, `economic_government`
政府预算支出经济分类, `revenue` 收入分类.
)")
      .value("functional", Classification::functional)
      .value("economic_department", Classification::economic_department)
      .value("economic_government", Classification::economic_government)
      .value("revenue", Classification::revenue)
      .finalize();

  py::class_<SubjectCode>(module, "SubjectCode", R"(A subject's code, ordered as printed lists are.

>>> from budgetcore import SubjectCode
>>> code = SubjectCode("2010601")
>>> code.level, code.parent, code.classification.name
('item', SubjectCode('20106'), 'functional')
>>> code < SubjectCode("202")
True
)")
      .def(py::init([](const std::string& text) { return SubjectCode::parse(text); }), "text"_a,
           R"(Reads 3, 5, 7, 9 or 11 digits. Raises ParseError ("subject.code").)")
      .def_property_readonly(
          "level", [](SubjectCode c) { return std::string(to_string(c.level())); },
          R"("class", "group", "item", "sub_item" or "detail".)")
      .def_property_readonly("parent", &SubjectCode::parent, "One level up; None for a class.")
      .def_property_readonly("classification", &SubjectCode::classification,
                             "The list by the first digit; None for a digit that none uses.")
      .def("is_ancestor_of", &SubjectCode::is_ancestor_of, "other"_a,
           "Whether another code lies below this one, at any depth.")
      .def("__eq__", &equal<SubjectCode>, py::is_operator())
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [](SubjectCode c) { return py::hash(py::str(to_string(c))); })
      .def("__str__", [](SubjectCode c) { return to_string(c); })
      .def("__repr__", [](SubjectCode c) { return "SubjectCode('" + to_string(c) + "')"; })
      .def("__reduce__", [](const py::object& self) {
        return reduced(self, py::make_tuple(to_string(self.cast<SubjectCode>())));
      });
}

}  // namespace budget::python
