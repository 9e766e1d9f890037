// SPDX-License-Identifier: Apache-2.0
// Tables of a disclosure by the names that people use.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include <string>

namespace budget::python {

/// The table of a number, a kind's name, a usual name or a title. Throws LookupError.
const Table& table_named(const Disclosure& disclosure, const std::string& name);

}  // namespace budget::python
