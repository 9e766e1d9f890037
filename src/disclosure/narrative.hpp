// SPDX-License-Identifier: Apache-2.0
// Reading the narrative: printed lines joined to passages, and the figures in them.
#pragma once

#include <budget/disclosure/narrative.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/document/document.hpp>

#include "disclosure/contents.hpp"
#include "disclosure/sections.hpp"

#include <vector>

namespace budget::inline v1::detail {

/// The passages of the narrative sections, in order; without rows of grids and the list of contents.
[[nodiscard]] std::vector<Passage> passages_of(const std::vector<Section>&, const Document&,
                                               const Contents&);

/// The figures of a passage's text, in order. Years, dates, numbers of documents and ordinals are
/// none, nor are thresholds in names (100万元以上设备).
[[nodiscard]] std::vector<TextFigure> figures_in(std::string_view text, const Vocabulary&);

/// Reads the figures of a narrative's passages into it, as a table.
void read_figures(Narrative&, const Vocabulary&);

/// The narrative with its figures as a table.
[[nodiscard]] Narrative read_narrative(const std::vector<Section>&, const Document&,
                                       const Contents&, const Vocabulary&);

}  // namespace budget::inline v1::detail
