// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/allocate.hpp>

#include <string_view>
#include <vector>

#include "bindings.hpp"

namespace pybind11::detail {

template <>
struct type_caster<budget::Rest> {
  PYBIND11_TYPE_CASTER(budget::Rest,
                       const_name("typing.Literal['largest_remainder', 'first', 'last']"));
  bool load(handle source, bool) {
    if (!PyUnicode_Check(source.ptr())) return false;
    const auto asked = source.cast<std::string_view>();
    if (asked == "largest_remainder")
      value = budget::Rest::largest_remainder;
    else if (asked == "first")
      value = budget::Rest::first;
    else if (asked == "last")
      value = budget::Rest::last;
    else
      throw value_error("the rest goes to 'largest_remainder', 'first' or 'last'");
    return true;
  }
  static handle cast(budget::Rest source, return_value_policy, handle) {
    constexpr const char* names[] = {"largest_remainder", "first", "last"};
    return str(names[static_cast<int>(source)]).release();
  }
};

}  // namespace pybind11::detail

namespace budget::python {
namespace {

std::vector<Money> allocate_by_amounts(Money total, const py::typing::Iterable<Money>& weights,
                                       Rest rest) {
  std::vector<Money> amounts;
  for (const py::handle weight : weights) {
    if (!py::isinstance<Money>(weight))
      throw py::type_error("weights are all Money or all exact numbers");
    amounts.push_back(weight.cast<const Money&>());
  }
  return allocate(total, amounts, rest);
}

std::vector<Money> allocate_by_numbers(Money total,
                                       const py::typing::Iterable<ExactArgument>& weights,
                                       Rest rest) {
  // An iterator is gone after one pass, so the kind of the weights is seen from a list.
  const py::list all(weights);
  if (!all.empty() && py::isinstance<Money>(all[0])) return allocate_by_amounts(total, all, rest);
  std::vector<Ratio> ratios;
  for (const py::handle weight : all) {
    Ratio ratio;
    if (!load_exact(weight, ratio))
      throw py::type_error("weights are all Money or all exact numbers");
    ratios.push_back(ratio);
  }
  return allocate(total, ratios, rest);
}

}  // namespace

void bind_allocate(py::module_& module) {
  module.def("allocate", &allocate_by_numbers, "total"_a, "weights"_a,
             py::arg_v("rest", Rest::largest_remainder, "'largest_remainder'"),
             R"(Splits an amount in proportion to weights; the parts add to it exactly.

Weights are all exact numbers or all Money; a weight of zero gets nothing. Every part is rounded
toward zero, and the 分 that are left go one each to the parts that lost most, the earlier of equal
ones first, or all to the first or the last part that has a weight. Raises WeightError for no
weights, a negative one or nothing but zeros, OverflowError for weights without a common
denominator of 127 bits.

>>> from budgetcore import Money, allocate
>>> [part.fen for part in allocate(Money.of_yuan(1), [1, 1, 1])]
[34, 33, 33]
>>> [part.fen for part in allocate(Money.of_yuan(1), [1, 1, 1], rest="last")]
[33, 33, 34]
)");
  module.def("allocate", &allocate_by_amounts, "total"_a, "weights"_a,
             py::arg_v("rest", Rest::largest_remainder, "'largest_remainder'"));
}

}  // namespace budget::python
