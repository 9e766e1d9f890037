// SPDX-License-Identifier: Apache-2.0
#include "disclosure/header_path.hpp"
#include "render/labels.hpp"
#include "render/layout.hpp"

#include <budget/render/arithmetic.hpp>
#include <budget/render/message.hpp>
#include <budget/render/text.hpp>
#include <budget/render/words.hpp>

#include <budget/claim/claim.hpp>
#include <budget/standard/claim_words.hpp>

namespace budget::inline v1 {
namespace {

/// What a claim is bound to: the first cell that prints its quantity, else why there is none.
std::string bound_to(const Claim& claim, const Dossier& dossier, Language language) {
  if (claim.cells.empty()) return std::string(words(claim.unbound, language));
  const CellRef& cell = claim.cells.front();
  const std::string column = detail::column_name(dossier, cell);
  return "《" + table_at(dossier, cell).title + "》" + detail::row_name(dossier, cell) +
         (column.empty() ? "" : "·" + column);
}

/// The claims of the narrative as a grid: place, kind, quantity, clause, what prints the same.
std::string claims_text(const Disclosure& disclosure, Language language) {
  const Dossier dossier{{disclosure}};
  const std::vector<Claim> claims = read_claims(dossier, standard_claim_words());
  if (claims.empty()) return {};
  detail::Grid grid;
  for (const Claim& claim : claims) {
    const Passage& passage = disclosure.narrative.passages[static_cast<std::size_t>(claim.passage)];
    grid.push_back({describe(place_in(passage, claim.begin), language),
                    std::string(words(claim.kind, language)), to_string(claim.quantity),
                    passage.text.substr(claim.begin, claim.end - claim.begin),
                    bound_to(claim, dossier, language)});
  }
  return "\n" + say(Message::heading_claims, language, {std::to_string(claims.size())}) + "\n" +
         detail::aligned(grid, 2, 0);
}

/// The tables of targets, each as a grid: level, name, targets of the period and of the year, or what
/// came of them.
std::string targets_text(const Disclosure& disclosure, Language language) {
  const auto shown = [](const std::optional<Target>& target) {
    return target ? target->text() : std::string();
  };
  std::string text;
  for (const TargetTable& table : disclosure.targets) {
    text +=
        "\n" + say(Message::heading_targets, language,
                   {table.id, table.title, table.project, std::to_string(table.indicators.size())});
    if (const std::string where = describe(table.place, language); !where.empty())
      text += "  " + where;
    text += "\n";
    detail::Grid grid;
    for (const Indicator& indicator : table.indicators) {
      std::vector<std::string> cells{indicator.level2, indicator.name};
      if (table.has_two_columns) cells.push_back(shown(indicator.period));
      cells.push_back(shown(indicator.annual));
      if (table.is_evaluation) {
        cells.push_back(shown(indicator.actual));
        cells.push_back(indicator.score.text());
      }
      grid.push_back(std::move(cells));
    }
    text += detail::aligned(grid, 2, 0);
  }
  return text;
}

}  // namespace

std::string to_text(const Disclosure& disclosure, Language language) {
  std::string text;
  if (disclosure.tables.empty()) text += say(Message::no_tables, language) + "\n";
  for (const Table& table : disclosure.tables) {
    if (!text.empty()) text += '\n';
    text += say(Message::table_head, language, {table.number, table.title});
    text += "  " + (table.unit == Unit::unknown
                        ? std::string(sentence(Message::no_unit, language))
                        : say(Message::unit_is, language, {symbol(table.unit)}));
    const std::string where = describe(table.place, language);
    if (!where.empty()) text += "  " + where;
    text += '\n';
    if (table.stated_empty) text += "  " + say(Message::stated_empty, language) + "\n";
    detail::Grid grid(1);
    for (const Column& column : table.columns) grid.front().push_back(detail::header_path(column));
    for (const Row& row : table.rows) {
      std::vector<std::string> cells;
      for (const Cell& cell : row.cells)
        cells.push_back(cell.figure.text() + (cell.mark == budget::v1::Mark::corrected ? "*" : ""));
      grid.push_back(std::move(cells));
    }
    text += detail::aligned(grid, 2, 0);
  }
  text += targets_text(disclosure, language);
  text += claims_text(disclosure, language);
  if (!disclosure.corrections.empty()) {
    const std::string count = std::to_string(disclosure.corrections.size());
    text += "\n* " + say(Message::heading_corrected, language, {count}) + "\n";
    const Dossier dossier{{disclosure}};
    for (const AppliedCorrection& one : disclosure.corrections)
      text += "  " + detail::corrected_line(one, dossier, 0, language) + "\n";
  }
  if (!disclosure.not_read.empty()) {
    text += "\n" +
            say(Message::heading_not_read, language, {std::to_string(disclosure.not_read.size())}) +
            "\n";
    for (const NotRead& one : disclosure.not_read)
      text += "  " + detail::unplaced(one, language) + "\n";
  }
  if (!disclosure.regions.empty()) {
    text += "\n" + say(Message::heading_regions, language) + "\n";
    for (const Region& one : disclosure.regions) {
      const std::string where = describe(one.first, one.last, language);
      text +=
          "  " + say(Message::region, language, {detail::region_name(one, language), where}) + "\n";
    }
  }
  return text;
}

}  // namespace budget::inline v1
