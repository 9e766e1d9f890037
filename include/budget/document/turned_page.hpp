// SPDX-License-Identifier: Apache-2.0
// TurnedPage: which pages were turned to be read, so that their boxes can be found on the pages as
// they are shown.
#pragma once

#include <string>

namespace budget::inline v1 {

/// A page whose writing ran up or down, and that was turned to be read. Boxes are on the turned page.
struct TurnedPage {
  std::string source;
  int page = 0;
  int degrees = 0;  ///< 90, 180 or 270, counter-clockwise

  friend bool operator==(const TurnedPage&, const TurnedPage&) = default;
};

}  // namespace budget::inline v1
