// SPDX-License-Identifier: Apache-2.0
#include <budget/base/error.hpp>
#include <budget/base/text.hpp>
#include <budget/disclosure/recognise.hpp>

#include "disclosure/contents.hpp"
#include "disclosure/cover.hpp"
#include "disclosure/flaws.hpp"
#include "disclosure/grid_table.hpp"
#include "disclosure/guess_kind.hpp"
#include "disclosure/header.hpp"
#include "disclosure/narrative.hpp"
#include "disclosure/sections.hpp"
#include "disclosure/target_reading.hpp"
#include "disclosure/text_table.hpp"
#include "disclosure/titles.hpp"
#include "disclosure/years.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace budget::inline v1 {
namespace {

using detail::Section;
using detail::SectionKind;
using detail::TokenLine;

constexpr int fewest_government_titles = 2;

void add_region(Disclosure& disclosure, const Section& section, const Document& document) {
  const auto printed = [](const TokenLine& line) { return line.printed(); };
  const auto first = std::ranges::find_if(section.lines, printed);
  if (first == section.lines.end()) return;
  const auto last = std::ranges::find_if(section.lines.rbegin(), section.lines.rend(), printed);
  const RegionKind kind = section.kind == SectionKind::target_table
                              ? RegionKind::target_table
                              : RegionKind::unrecognised_table;
  disclosure.regions.push_back(
      {kind, section.title, document.place(first->line), document.place(last->line)});
}

bool prints_amounts(const Table& table) {
  for (const Row& row : table.rows)
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (table.columns[c].role == ColumnRole::amount && row.cells[c].figure.is_number())
        return true;
  return false;
}

/// The tables of a kind that stay of it where there are several: those whose titles are known, and of
/// tables by economic subject those by the department's subjects rather than the government's.
std::vector<Table*> true_to_kind(std::vector<Table*> tables, const Vocabulary& vocabulary) {
  if (tables.size() < 2) return tables;
  std::erase_if(tables, [&](const Table* table) {
    return !detail::table_title(table->title, vocabulary).value_or(detail::Title{}).known;
  });
  const auto by_government = [](const Table* table) {
    return detail::classification_of(*table) == Classification::economic_government ||
           table->title.find("政府经济") != std::string::npos ||
           table->title.find("政府预算经济") != std::string::npos ||
           table->title.find("政府预算支出经济") != std::string::npos;
  };
  if (!std::ranges::all_of(tables, by_government)) std::erase_if(tables, by_government);
  return tables;
}

/// Makes tables other tables that are not of their kind after all. The tables of a government are not
/// those of a body, whatever their titles.
void settle_kinds(Disclosure& disclosure, const Vocabulary& vocabulary,
                  const std::vector<Section>& sections) {
  const auto named = std::ranges::count_if(
      sections, [](const Section& s) { return detail::titles_government(s.title); });
  disclosure.of_government = named >= fewest_government_titles;
  std::map<TableKind, std::vector<Table*>> by_kind;
  for (Table& table : disclosure.tables) {
    if (disclosure.of_government || !detail::codes_fit(table)) table.kind = TableKind::other;
    if (table.kind != TableKind::other) by_kind[table.kind].push_back(&table);
  }
  for (const auto& [kind, tables] : by_kind) {
    const std::vector<Table*> kept = true_to_kind(tables, vocabulary);
    for (Table* table : tables)
      if (std::ranges::find(kept, table) == kept.end()) table->kind = TableKind::other;
  }
}

void add_table(Disclosure& disclosure, const Section& section, const Document& document,
               const Vocabulary& vocabulary) {
  detail::TextTable read = detail::has_grid(section, document)
                               ? detail::read_grid_table(section, document, vocabulary)
                               : detail::read_text_table(section, document, vocabulary);
  const std::string id = detail::numbered('t', disclosure.tables.size() + 1);
  if (read.understood && read.table.kind == TableKind::other) {
    read.table.kind = detail::guess_kind(read.table, vocabulary);
    read.understood = read.table.kind != TableKind::other || prints_amounts(read.table);
  }
  if (read.understood) {
    read.table.id = id;
    detail::name_last_years(read.table, vocabulary);
    disclosure.tables.push_back(std::move(read.table));
  } else {
    disclosure.regions.push_back(
        {RegionKind::unrecognised_table, section.title, read.table.place, read.table.last});
  }
  for (NotRead& line : read.not_read) {
    if (read.understood) line.table = id;
    disclosure.not_read.push_back(std::move(line));
  }
}

void add_targets(Disclosure& disclosure, const Section& section, const Document& document) {
  detail::TargetsRead read = detail::read_targets(section, document);
  if (!read.understood) return add_region(disclosure, section, document);
  read.table.id = detail::numbered('g', disclosure.targets.size() + 1);
  read.table.funds.id = read.table.id;
  for (NotRead& line : read.not_read) {
    line.table = read.table.id;
    disclosure.not_read.push_back(std::move(line));
  }
  disclosure.targets.push_back(std::move(read.table));
}

void find_flaws(Disclosure& disclosure, detail::FoundFlaws repeated_tables,
                const std::vector<Section>& sections, const Document& document,
                const Vocabulary& vocabulary) {
  const auto add = [&](FlawKind kind, detail::FoundFlaws found) {
    if (!found) return;
    disclosure.flaws.sought.push_back(kind);
    std::ranges::move(*found, std::back_inserter(disclosure.flaws.found));
  };
  add(FlawKind::repeated_passage, detail::repeated_passages(sections, document));
  add(FlawKind::repeated_table, std::move(repeated_tables));
  add(FlawKind::label_outside_series, detail::labels_outside_series(sections, document));
  add(FlawKind::internal_mark, detail::internal_marks(sections, document, vocabulary));
  add(FlawKind::totalled_label, detail::totalled_labels(disclosure));
  detail::ContentsFlaws contents = detail::contents_flaws(disclosure, vocabulary);
  add(FlawKind::listed_not_there, std::move(contents.listed_not_there));
  add(FlawKind::there_not_listed, std::move(contents.there_not_listed));
  add(FlawKind::unseen_text, detail::unseen_text(document));
  detail::TextFlaws text = detail::text_flaws(disclosure.narrative, vocabulary);
  add(FlawKind::template_residue, std::move(text.template_residue));
  add(FlawKind::doubled_mark, std::move(text.doubled_marks));
}

/// （2024年度） under the title of a table of targets.
std::optional<int> year_of_targets(const std::vector<Section>& sections) {
  constexpr std::size_t top = 4;  // lines
  for (const Section& section : sections) {
    if (section.kind != SectionKind::target_table) continue;
    for (std::size_t i = 0; i < std::min(top, section.lines.size()); ++i)
      if (const auto year = year_in(without_spaces(detail::plain(section.lines[i])))) return year;
  }
  return std::nullopt;
}

/// The department that tables of targets name: 021-阳泉市财政局.
std::string body_of_targets(const Disclosure& disclosure) {
  for (const TargetTable& table : disclosure.targets) {
    const TargetFact* department = table.fact("主管部门");
    std::string name = department ? department->text : table.body;
    if (const std::size_t dash = name.find('-'); dash != std::string::npos && dash < 12)
      name.erase(0, dash + 1);
    if (!name.empty()) return name;
  }
  return {};
}

/// Says what stands there instead of tables, and where.
ReadError no_table(const Document& document, const std::vector<Section>& sections) {
  const auto titled =
      std::ranges::find_if(sections, [](const Section& s) { return s.kind == SectionKind::table; });
  const Place file{document.source, 0, 0, 0, {}};
  if (titled == sections.end())
    return {
        "disclosure.no_table",
        {"没有找到任何预算或决算公开表：没有一个已知的表名之下有表格",
         "no table of a budget or final account found: no known table title has a table below it"},
        file};
  return {"disclosure.no_table",
          {"没有找到任何预算或决算公开表：“" + titled->title + "”之下没有表格",
           "no table of a budget or final account found: no table stands below “" + titled->title +
               "”"},
          document.place(titled->caption.front().line)};
}

/// What titles, captions and covers say of a disclosure.
struct Said {
  std::vector<detail::CoverTitle> covers;
  DisclosureIdentity identity;
  bool is_titled = false;  ///< a table or a cover says whether it is a budget or a final account
};
Said said_by(const Document& document, const std::vector<Section>& sections) {
  Said said;
  said.covers = detail::cover_titles(document);
  std::map<int, int> years;
  int final_accounts = 0, titles = 0;
  for (const Section& section : sections) {
    if (section.kind != SectionKind::table) continue;
    for (const TokenLine& line : section.caption)
      if (const auto year = year_in(detail::plain(line))) ++years[*year];
    ++titles;
    if (section.title.find("决算") != std::string::npos) ++final_accounts;
  }
  detail::Body body = detail::find_body(sections, document, said.covers);
  DisclosureIdentity& identity = said.identity;
  identity.organisation = std::move(body.name);
  identity.organisation_code = std::move(body.code);
  identity.scope = detail::scope_of(said.covers, sections);
  identity.year = years.empty() ? detail::year_of_cover(document) : detail::most_frequent(years);
  if (!identity.year) identity.year = year_of_targets(sections);
  said.is_titled = titles > 0 || !said.covers.empty();
  const bool final_account =
      titles > 0 ? 2 * final_accounts > titles
                 : said.is_titled && said.covers.front().kind == DisclosureKind::final_account;
  identity.kind = final_account ? DisclosureKind::final_account : DisclosureKind::budget;
  return said;
}

}  // namespace

std::optional<DisclosureIdentity> identify(const Document& document, const Vocabulary& vocabulary) {
  const detail::Contents contents = detail::contents_of(document, vocabulary);
  Said said = said_by(document, detail::find_sections(document, vocabulary, contents));
  if (!said.is_titled || said.identity.organisation.empty() || !said.identity.year)
    return std::nullopt;
  return std::move(said.identity);
}

Disclosure recognise(const Document& document, const Vocabulary& vocabulary) {
  detail::Contents contents = detail::contents_of(document, vocabulary);
  const std::vector<Section> sections = detail::find_sections(document, vocabulary, contents);
  Disclosure disclosure;
  disclosure.narrative = detail::read_narrative(sections, document, contents, vocabulary);
  disclosure.contents = std::move(contents.tables);
  disclosure.source = document.source;
  disclosure.sha256 = document.sha256;
  disclosure.pages = document.pages;
  disclosure.turned = document.turned;
  for (const int page : document.pictures)
    disclosure.not_read.push_back(
        {Place{document.source, page, 0, 0, {}}, {}, NotReadWhy::picture, {}});
  for (const Section& section : sections) {
    if (section.kind == SectionKind::table) {
      add_table(disclosure, section, document, vocabulary);
    } else if (section.kind == SectionKind::target_table) {
      add_targets(disclosure, section, document);
    } else if (section.kind != SectionKind::narrative) {
      add_region(disclosure, section, document);
    }
  }
  detail::FoundFlaws repeated_tables = detail::take_repeated_tables(disclosure);
  settle_kinds(disclosure, vocabulary, sections);
  find_flaws(disclosure, std::move(repeated_tables), sections, document, vocabulary);
  // A narrative or targets may be published apart from the tables; any other text is no disclosure.
  Said said = said_by(document, sections);
  if (disclosure.tables.empty() && disclosure.targets.empty() && said.covers.empty())
    throw no_table(document, sections);
  disclosure.organisation = std::move(said.identity.organisation);
  disclosure.organisation_code = std::move(said.identity.organisation_code);
  disclosure.scope = said.identity.scope;
  disclosure.year = said.identity.year;
  disclosure.kind = said.identity.kind;
  if (disclosure.organisation.empty()) disclosure.organisation = body_of_targets(disclosure);
  if (!said.is_titled && std::ranges::any_of(disclosure.targets, &TargetTable::is_evaluation))
    disclosure.kind = DisclosureKind::final_account;
  return disclosure;
}

}  // namespace budget::inline v1
