// SPDX-License-Identifier: Apache-2.0
// The writer of the text report, section by section: what was found stands in text_findings.cpp, what
// was and was not checked in text_coverage.cpp. Private to render.
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

namespace budget::inline v1::detail {

/// Writes one report. Each section begins with a blank line where it has anything to say.
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

  /// What was written.
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  [[nodiscard]] std::string say(Message message,
                                std::initializer_list<std::string_view> values = {}) const {
    return budget::say(message, language_, values);
  }
  void line(std::size_t indent, const std::string& text) { text_ += wrapped(text, indent); }
  void blank() { text_ += '\n'; }

  void held_against();
  void verdict();
  void counts();
  void finding(const Finding&, int ordinal);
  void missing_tables(std::size_t first, std::size_t last);
  void statements(const Finding&);
  void places(const Finding& one);
  void quotes(const Finding&);
  void repairs(const Finding&);
  void rounding_note(const Finding&);

  const Report& report_;
  const Dossier& dossier_;
  Language language_;
  std::string text_;
};

}  // namespace budget::inline v1::detail
