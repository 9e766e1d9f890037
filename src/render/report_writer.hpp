// SPDX-License-Identifier: Apache-2.0
// What a report says, in sections of lines: what was found stands in text_findings.cpp, what was and
// was not checked in text_coverage.cpp. The text report prints them, the page shows them. Private to
// render.
#pragma once

#include "render/layout.hpp"

#include <budget/audit/report.hpp>
#include <budget/base/language.hpp>
#include <budget/render/message.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {

/// One line; what belongs to a line above it stands further in.
struct ReportLine {
  std::size_t indent = 0;
  std::string text;
  bool told_apart = false;  ///< what the summary or the places of a finding tell as well
};

/// Lines that belong together, and columns of numbers below the first of them.
struct ReportSection {
  std::vector<ReportLine> lines;
  Grid grid;
  std::size_t right = 0;  ///< columns of the grid that stand flush right
};

/// Writes the sections of one report, those that have anything to say.
class ReportWriter {
 public:
  ReportWriter(const Report& report, const Dossier& dossier, Language language)
      : report_(report), dossier_(dossier), language_(language) {}

  void head();
  void findings();
  void set_aside();
  void corrected();
  void not_read();
  void unreadable();
  void regions();
  void coverage();
  void reasons();
  void unchecked();

  /// One finding alone, with its place in the list.
  void finding(const Finding&, int ordinal);

  /// What was written.
  [[nodiscard]] std::vector<ReportSection> take() && { return std::move(sections_); }

 private:
  [[nodiscard]] std::string say(Message message,
                                std::initializer_list<std::string_view> values = {}) const {
    return budget::say(message, language_, values);
  }
  void line(std::size_t indent, std::string text) {
    sections_.back().lines.push_back({indent, std::move(text), false});
  }
  void told_apart(std::size_t indent, std::string text) {
    sections_.back().lines.push_back({indent, std::move(text), true});
  }
  void section() { sections_.emplace_back(); }

  void held_against();
  void verdict();
  void counts();
  void missing_tables(std::size_t first, std::size_t last);
  void statements(const Finding&);
  void places(const Finding& one);
  void quotes(const Finding&);
  void repairs(const Finding&);
  void rounding_note(const Finding&);

  const Report& report_;
  const Dossier& dossier_;
  Language language_;
  std::vector<ReportSection> sections_;
};

}  // namespace budget::inline v1::detail
