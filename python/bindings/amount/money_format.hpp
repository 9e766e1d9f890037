// SPDX-License-Identifier: Apache-2.0
// The format of amounts, f"{amount:,.2f万元}": [[fill]align][sign][width][,][.digits[f]][unit].
#pragma once

#include <budget/amount/money.hpp>

#include <string>
#include <string_view>

namespace budget::python {

/// The amount as the specification asks. Throws DomainError ("amount.format") for another one.
std::string format_money(Money amount, std::string_view specification);

}  // namespace budget::python
