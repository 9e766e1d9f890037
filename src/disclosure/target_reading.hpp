// SPDX-License-Identifier: Apache-2.0
// One section → one table of targets.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/target_table.hpp>
#include <budget/document/document.hpp>

#include "disclosure/sections.hpp"

#include <vector>

namespace budget::inline v1::detail {

/// A table of targets with the words of its section that have no place. `understood` is false where no
/// header of indicators was found and no funds either.
struct TargetsRead {
  TargetTable table;
  std::vector<NotRead> not_read;
  bool understood = false;
};

/// Reads a section whose title is that of a table of targets, drawn or in lines of text.
[[nodiscard]] TargetsRead read_targets(const Section&, const Document&);

/// What a title says: of a department or a project, and whether it is a self-evaluation.
void set_title(TargetTable&, const std::string& title);

namespace targets {

/// Reads a table of targets that is drawn.
[[nodiscard]] TargetsRead read_drawn(const Section&, const Document&);

}  // namespace targets

}  // namespace budget::inline v1::detail
