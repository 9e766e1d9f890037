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
#include <budget/amount/allocate.hpp>
#include <budget/amount/chars_writer.hpp>
#include <budget/amount/decimal.hpp>
#include <budget/amount/figure.hpp>
#include <budget/amount/figure_column.hpp>
#include <budget/amount/figure_mark.hpp>
#include <budget/amount/format.hpp>
#include <budget/amount/formatter.hpp>
#include <budget/amount/interval.hpp>
#include <budget/amount/interval_product.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/plain_number.hpp>
#include <budget/amount/range.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/amount/read_figure.hpp>
#include <budget/amount/read_words.hpp>
#include <budget/amount/reading.hpp>
#include <budget/amount/rounding.hpp>
#include <budget/amount/scaled_division.hpp>
#include <budget/amount/unit.hpp>
#include <budget/amount/words.hpp>

// subject
#include <budget/subject/align.hpp>
#include <budget/subject/catalog.hpp>
#include <budget/subject/catalog_build.hpp>
#include <budget/subject/catalog_entry.hpp>
#include <budget/subject/code.hpp>
#include <budget/subject/code_info.hpp>
#include <budget/subject/code_key.hpp>
#include <budget/subject/comparison.hpp>
#include <budget/subject/concentration.hpp>
#include <budget/subject/correspondence.hpp>
#include <budget/subject/name.hpp>
#include <budget/subject/ordinal.hpp>
#include <budget/subject/rollup.hpp>
#include <budget/subject/share.hpp>
#include <budget/subject/text_pool.hpp>
#include <budget/subject/tree.hpp>
#include <budget/subject/tree_build.hpp>
#include <budget/subject/tree_check.hpp>
#include <budget/subject/tree_data.hpp>
#include <budget/subject/tree_edit.hpp>
#include <budget/subject/tree_writer.hpp>
