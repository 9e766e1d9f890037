// SPDX-License-Identifier: Apache-2.0
// Cause: how a printed figure most likely went wrong. For the causes that can be undone on the
// figure alone, `origins` lists what may have stood there before; the others (a neighbour's value,
// an omitted row) need the table and are recognised where findings are made.
// A cause is claimed only where an origin lies in the interval that would repair the figure.
#pragma once

#include <budget/amount/decimal.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// How a figure went wrong, simplest first: where several fit, the first in this order is named.
enum class Cause : std::uint8_t {
  unknown,              ///< none of the others fits
  sign,                 ///< the sign is lost or added
  transposition,        ///< two digits side by side are exchanged: 94 for 49
  decimal_slip,         ///< the point is misplaced: ten or a hundred times too much or too little
  unit_slip,            ///< another unit's figure: 元 for 万元, 千元 for 元 …
  neighbouring_column,  ///< shows what the cell beside it shows
  neighbouring_row,     ///< shows what the cell above or below it shows
  truncated,            ///< cut off instead of rounded
  wrong_base,           ///< divided by this year's amount instead of the other's
  plugged_remainder,    ///< a share that makes all of them add up to exactly 100 %
  stale_figure,         ///< the figure of the year before
  copied_clause,     ///< an amount that another sentence or cell rightly prints of something else
  omitted_row,       ///< a total lacks exactly one of its parts
  doubled_row,       ///< a total has exactly one of its parts twice
  displaced_rows,    ///< rows of a table print the figures of other rows, one after another
  dropped_digit,     ///< a digit is missing
  added_digit,       ///< a digit too many
  changed_digit,     ///< one digit is another
  missing_part,      ///< the difference fits a cell that is blank
  unstated_total,    ///< the total is blank, its parts are not
  rounding,          ///< no error: the printed figures are rounded
  not_present,       ///< something required is not there
  stale_year,        ///< names the year before: carried over from last year's document
  form,              ///< year, unit, placeholder, residue of a template
  table_not_read,    ///< a table that every disclosure must have was not read
  year_not_read,     ///< the document's year was not read
  part_not_read,     ///< lines or figures of a required table were not read
  unit_not_printed,  ///< a table of amounts names no unit
};

/// The interface name, e.g. "decimal_slip".
[[nodiscard]] std::string_view to_string(Cause) noexcept;

/// What may have been meant by a figure, if `cause` is how it went wrong: the values from low to
/// high, in the figure's own unit. Where no digit was lost, low equals high.
struct Origin {
  Cause cause = Cause::unknown;
  Decimal low;
  Decimal high;
};

/// Every origin of `printed`, simplest cause first, as figures with `scale` digits after the point
/// (0 to 12). Zero, and figures of more than 16 digits or more than 12 after the point, have none.
[[nodiscard]] std::vector<Origin> origins(const Decimal& printed, int scale);

}  // namespace budget::inline v1
