// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/code.hpp>

#include <string>
#include <variant>

#include "bindings.hpp"

namespace budget::python {
namespace {

SubjectCode code_from_parts(const std::string& class_part, const std::string& group_part,
                            const std::string& item_part) {
  if (const auto code = SubjectCode::from_parts(class_part, group_part, item_part)) return *code;
  throw ParseError(
      "subject.code", class_part + " | " + group_part + " | " + item_part, "wrong_parts",
      {"类、款、项三列应为 3 位、2 位、2 位数字，中间不得为空",
       "the columns of class, group and item hold 3, 2 and 2 digits, none empty between "
       "others"},
      0);
}

std::optional<SubjectCode> code_at(SubjectCode code, const std::variant<int, std::string>& level) {
  for (int i = 1; i <= static_cast<int>(SubjectLevel::Detail); ++i) {
    const auto one = static_cast<SubjectLevel>(i);
    const auto* word = std::get_if<std::string>(&level);
    if (word != nullptr ? *word == to_string(one) : std::get<int>(level) == i) return code.at(one);
  }
  const auto* word = std::get_if<std::string>(&level);
  throw DomainError("subject.level", {"没有这一级次", "no such level"},
                    word != nullptr ? *word : std::to_string(std::get<int>(level)));
}

}  // namespace

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
      .def_static(
          "from_printed", [](const std::string& text) { return SubjectCode::parse_printed(text); },
          "text"_a, R"(Reads a code as documents print it. Raises ParseError ("subject.code").

>>> from budgetcore import SubjectCode
>>> [str(SubjectCode.from_printed(text)) for text in ("201-01-01", "201.1.1", "２０１　０１")]
['2010101', '2010101', '20101']
)")
      .def_static("from_parts", &code_from_parts, "class_part"_a, "group_part"_a = "",
                  "item_part"_a = "", R"(Puts the columns 类, 款 and 项 together.

A column may print the whole code so far. Raises ParseError ("subject.code", "wrong_parts").

>>> from budgetcore import SubjectCode
>>> SubjectCode.from_parts("201", "6", "01")
SubjectCode('2010601')
)")
      .def("at", &code_at, "level"_a,
           R"(This code or the one above it at a level: 1 to 5, or as `level` names them.

None where the level is deeper than this code.

>>> from budgetcore import SubjectCode
>>> SubjectCode("2010601").at("group")
SubjectCode('20106')
)")
      .def(
          "format", [](SubjectCode c, const std::string& s) { return to_string(c, s); },
          "separator"_a = "-", R"(The digits with a separator between the levels.

>>> from budgetcore import SubjectCode
>>> SubjectCode("2010601").format("-")
'201-06-01'
)")
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
