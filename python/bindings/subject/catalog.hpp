// SPDX-License-Identifier: Apache-2.0
// A catalog as Python sees it: bound to a year, or to none.
#pragma once

#include <budget/subject/catalog.hpp>

#include <optional>

namespace budget::python {

/// Names are those of the year; without one, the latest.
struct BoundCatalog {
  Catalog catalog;
  std::optional<int> year;
};

}  // namespace budget::python
