// SPDX-License-Identifier: Apache-2.0
// Errors for the command line: one clear line, where and what.
#pragma once

#include <budget/base/error.hpp>
#include <budget/base/language.hpp>

#include <string>

namespace budget::inline v1 {

/// `place: message [id]`, without line ends or other control characters.
[[nodiscard]] std::string one_line(const Error&, Language);

}  // namespace budget::inline v1
