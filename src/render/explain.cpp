// SPDX-License-Identifier: Apache-2.0
#include "render/statements.hpp"

#include <budget/render/arithmetic.hpp>

namespace budget::inline v1 {

std::string explain(const Finding& finding, const Report& report, const Dossier& dossier,
                    Language language) {
  std::string text = summary(finding, report, dossier, language);
  if (finding.requirement) return text;
  for (const detail::StatementLines& lines :
       detail::statement_lines(finding, report, dossier, language)) {
    for (const std::string& head : lines.heads) text += "\n  " + head;
    for (const std::string& body : lines.body) text += "\n    " + body;
  }
  return text;
}

}  // namespace budget::inline v1
