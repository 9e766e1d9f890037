// SPDX-License-Identifier: Apache-2.0
// The data files and rule packs that are compiled into the engine.
// Names and texts live as long as the program.
#pragma once

#include <span>
#include <string_view>

namespace budget::inline v1::detail::embedded {

/// One file of data/ or rules/, byte for byte.
struct File {
  std::string_view name;  ///< path from the project's root, "rules/general.rules"
  std::string_view text;
};

/// All embedded files, sorted by name; empty when the engine was built without data.
std::span<const File> files();

/// The text of one embedded file. Throws ReadError ("standard.data_missing") where it is not there.
std::string_view text_of(std::string_view name);

}  // namespace budget::inline v1::detail::embedded
