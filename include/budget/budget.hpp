// SPDX-License-Identifier: Apache-2.0
// Everything of the header-only target budget::budget, in layer order. Neither Boost nor Eigen.
#pragma once

// base
#include <budget/base/chars.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>
#include <budget/base/language.hpp>
#include <budget/base/place.hpp>
#include <budget/base/result.hpp>
#include <budget/base/text.hpp>

// amount
#include <budget/amount/decimal.hpp>
#include <budget/amount/figure.hpp>
#include <budget/amount/interval.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/amount/read_figure.hpp>
#include <budget/amount/reading.hpp>
#include <budget/amount/rounding.hpp>
#include <budget/amount/unit.hpp>
