// SPDX-License-Identifier: Apache-2.0
// What an end of an interval or range may be given as: a Ratio comes from any exact number.
#pragma once

#include <budget/amount/ratio.hpp>

#include "casters.hpp"

namespace budget::python {

template <class T>
struct EndArgument {
  using Type = const T&;
  static const T& value(const T& end) { return end; }
};

template <>
struct EndArgument<Ratio> {
  using Type = const ExactArgument&;
  static const Ratio& value(const ExactArgument& end) { return end.value; }
};

}  // namespace budget::python
