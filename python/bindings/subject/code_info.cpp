// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/code_info.hpp>

#include "bindings.hpp"

namespace budget::python {
namespace {

template <class Part>
std::string status_of(const Part& part) {
  return std::string(to_string(part.status));
}

constexpr const char* status_text =
    R"(How far it is known: "verified" (two bodies print it), "single", … "unverified".)";

}  // namespace

void bind_code_info(py::module_& module) {
  py::class_<NamedCode>(module, "NamedCode", "A code with the name to be expected.")
      .def_readonly("code", &NamedCode::code, "The code.")
      .def_readonly("name", &NamedCode::name, "\"\" where the catalog has none for the year.")
      .def_property_readonly("status", &status_of<NamedCode>, status_text)
      .def("__repr__", [](const NamedCode& n) {
        return "<NamedCode " + to_string(n.code) + " " + n.name + ">";
      });

  py::class_<CodeName>(module, "CodeName", "One of a code's names.")
      .def_readonly("name", &CodeName::name, "The official name.")
      .def_property_readonly("status", &status_of<CodeName>, status_text)
      .def_readonly("from_year", &CodeName::from_year, "First year a document read prints it.")
      .def_readonly("to_year", &CodeName::to_year, "Its proven end.")
      .def_readonly("successor", &CodeName::successor, "\"\" where none is known.")
      .def_readonly("source", &CodeName::source, "Where code and name were read.")
      .def_readonly("years_source", &CodeName::years_source, "Where the years come from.")
      .def_readonly("current", &CodeName::current, "Whether it is the name of the year asked for.")
      .def("__repr__", [](const CodeName& n) { return "<CodeName " + n.name + ">"; });

  py::class_<CodePartner>(module, "CodePartner", "A partner in the other economic classification.")
      .def_readonly("subject", &CodePartner::subject, "The partner; None for every subject.")
      .def_property_readonly("status", &status_of<CodePartner>, status_text)
      .def_readonly("source", &CodePartner::source, "Where the pair was read.")
      .def("__repr__", [](const CodePartner& p) {
        return "<CodePartner " + (p.subject ? to_string(p.subject->code) : std::string("*")) + ">";
      });

  py::class_<CodeInfo>(module, "CodeInfo", "What the official lists know about a code.")
      .def_readonly("code", &CodeInfo::code, "The code.")
      .def_readonly("classification", &CodeInfo::classification, "The list it belongs to.")
      .def_readonly("year", &CodeInfo::year, "The year asked for.")
      .def_readonly("names", &CodeInfo::names, "Its names, oldest first.")
      .def_readonly("ancestors", &CodeInfo::ancestors, "Outermost first.")
      .def_readonly("children", &CodeInfo::children, "One level below, in order.")
      .def_readonly("partners", &CodeInfo::partners, "In the other economic classification.")
      .def("__repr__", [](const CodeInfo& i) { return "<CodeInfo " + to_string(i.code) + ">"; });
}

}  // namespace budget::python
