// SPDX-License-Identifier: Apache-2.0
#include "claim/cells.hpp"

#include <budget/subject/name.hpp>

#include "claim/phrase.hpp"
#include "claim/wording.hpp"
#include "disclosure/years.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::string_view everything = "全部";
constexpr std::string_view both_sides = "收支";

/// What is added to a quantity by words; nothing where they are not understood.
std::optional<QuantityName> added(const QuantityName& quantity, std::string_view words,
                                  const ClaimWords& known) {
  const auto more = quantity_of(words, known);
  if (!more) return std::nullopt;
  QuantityName result = quantity;
  for (std::size_t i = 0; i < slot_count; ++i)
    if (!more->slots[i].empty())
      QuantityWord{static_cast<Slot>(i), more->slots[i]}.put_into(result);
  return result;
}

std::optional<QuantityName> of_column(const Table& table, const Column& column,
                                      const ClaimWords& known, bool final_account) {
  QuantityName quantity;
  for (const std::string& part : column.header) {
    auto more = added(quantity, part, known);
    if (!more) return std::nullopt;
    quantity = std::move(*more);
    // 2023年预算数 beside 2024年预算数; 上年执行数 has a name of its own.
    const std::string last_years = last_years_name(table, part);
    if (last_years == "上年预算数") quantity[Slot::period] = "上年";
    if (last_years == "上年执行数" || last_years == "上年决算数")
      quantity[Slot::period] = "上年执行";
  }
  // Beside 决算数 it is the budget's figure; a budget has no other.
  if (final_account && !column.header.empty() && subject_key(column.header.back()) == "预算数")
    quantity[Slot::period] = "年初预算";
  return quantity;
}

bool beside_three_public(const std::optional<QuantityName>& column) {
  return column && ((*column)[Slot::item] == "会议费" || (*column)[Slot::item] == "培训费");
}

/// What the cells of every column are of; nothing for columns that are not understood.
std::vector<std::optional<QuantityName>> of_columns(const Table& table, const QuantityName& base,
                                                    const ClaimWords& words, bool final_account) {
  std::vector<std::optional<QuantityName>> columns;
  for (const Column& column : table.columns)
    columns.push_back(column.role == ColumnRole::amount
                          ? of_column(table, column, words, final_account)
                          : std::nullopt);
  const bool more_than_base = std::ranges::any_of(columns, beside_three_public);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!columns[c]) continue;
    const bool of_base = (*columns[c])[Slot::item].empty();
    const std::string& side =
        table.sides[static_cast<std::size_t>(table.side_of(static_cast<int>(c)))].label;
    const auto sided = added(base, side, words);
    if (!sided || (more_than_base && of_base)) {
      columns[c].reset();
      continue;
    }
    columns[c] = completed(*columns[c], *sided);
  }
  return columns;
}

bool is_summary(TableKind kind) {
  return kind == TableKind::revenue_expenditure_summary || kind == TableKind::appropriation_summary;
}

/// The names of a row and of what it stands below, the total left out, class first.
std::vector<std::string> path_of(const Table& table, int row, int side) {
  std::vector<std::string> path;
  for (int depth = 0; row >= 0 && depth < 16; ++depth) {
    const RowLabel& label =
        table.rows[static_cast<std::size_t>(row)].labels[static_cast<std::size_t>(side)];
    if (label.level == 0) break;
    path.insert(path.begin(), label.key);
    row = label.parent;
  }
  return path;
}

/// Whether a value that is asked for may be that of a cell.
bool fits(Slot slot, const std::string& asked, const std::string& printed) {
  switch (slot) {
    case Slot::side:
      return asked.empty() || printed.empty() || asked == printed || asked == both_sides;
    case Slot::fund:
      return printed.empty() || printed == (asked.empty() ? everything : std::string_view(asked));
    case Slot::extent: {
      const auto open = [](const std::string& extent) {
        return extent.empty() || extent == "总计" || extent == "本年";
      };
      if (asked.empty()) return open(printed);
      return asked == printed || (printed.empty() && open(asked));
    }
    case Slot::nature:
    case Slot::item:
    case Slot::period: return asked == printed;
  }
  return false;
}

std::string_view last_stem(const std::vector<std::string>& path) {
  return path.empty() ? std::string_view() : stem_of(path.back());
}

bool path_fits(const std::vector<std::string>& asked, const std::vector<std::string>& printed) {
  if (last_stem(asked) != last_stem(printed)) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < asked.size(); ++i) {
    while (at + 1 < printed.size() && stem_of(asked[i]) != stem_of(printed[at])) ++at;
    if (at + 1 >= printed.size()) return false;
  }
  return true;
}

/// What the amounts of another document are to this one: 上年, 年初预算; "" for its own, nothing where
/// its sentences do not speak of them.
std::optional<std::string> period_for(const Disclosure& of, const Disclosure& other) {
  if (&of == &other) return std::string();
  if (!of.year || !other.year) return std::nullopt;
  if (of.kind == other.kind && *other.year + 1 == *of.year) return std::string("上年");
  if (of.kind == DisclosureKind::final_account && other.kind == DisclosureKind::budget &&
      *of.year == *other.year)
    return std::string("年初预算");
  return std::nullopt;
}

}  // namespace

std::string own_period(const std::string& period, bool final_account) {
  if (final_account && period == "上年执行") return "上年";
  if (final_account && period == "预算数") return "年初预算";
  if (final_account) return period == "决算" ? std::string() : period;
  return period == "年初预算" || period == "预算" || period == "预算数" ? std::string() : period;
}

MeantCells::MeantCells(const Dossier& dossier, int disclosure, const ClaimWords& words) {
  const Disclosure& of = dossier.disclosures[static_cast<std::size_t>(disclosure)];
  for (std::size_t d = 0; d < dossier.disclosures.size(); ++d) {
    const Disclosure& other = dossier.disclosures[d];
    const auto period = period_for(of, other);
    if (!period || dossier.is_unit(d)) continue;
    const Source source{static_cast<int>(d), other.kind == DisclosureKind::final_account, *period};
    for (std::size_t t = 0; t < other.tables.size(); ++t)
      add_table(other.tables[t], static_cast<int>(t), words, source);
  }
}

void MeantCells::add_table(const Table& table, int index, const ClaimWords& words,
                           const Source& source) {
  const QuantityName* base = words.table(table.kind);
  if (base == nullptr) return;
  const auto columns = of_columns(table, *base, words, source.final_account);
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    const Row& row = table.rows[static_cast<std::size_t>(r)];
    for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
      const auto& column = columns[static_cast<std::size_t>(c)];
      if (!column) continue;
      const int side = table.side_of(c);
      const RowLabel& label = row.labels[static_cast<std::size_t>(side)];
      if (label.key.empty() && label.code.empty() && table.rows.size() > 1) continue;
      MeantCell cell{{source.disclosure, index, r, c}, *column};
      // The total of a summary is with what was carried over.
      std::string& extent = cell.quantity[Slot::extent];
      if (label.level == 0 && extent.empty() && is_summary(table.kind)) extent = "总计";
      if (auto said = added(*column, label.key, words)) {
        cell.quantity = std::move(*said);
      } else if (label.level != 0) {
        cell.quantity.subject = path_of(table, r, side);
      }
      std::string& period = cell.quantity[Slot::period];
      period = own_period(period, source.final_account);
      if (!source.period.empty()) {
        // What the other document says of other years and stages is not asked for.
        if (!period.empty()) continue;
        period = source.period;
      }
      by_subject_[std::string(last_stem(cell.quantity.subject))].push_back(std::move(cell));
    }
  }
}

std::vector<MeantCells::Fit> MeantCells::fitting(const QuantityName& quantity) const {
  const auto named = by_subject_.find(std::string(last_stem(quantity.subject)));
  if (named == by_subject_.end()) return {};
  std::vector<Fit> found;
  std::size_t shortest = 100;
  for (const MeantCell& cell : named->second) {
    int said = 0;
    bool fit = path_fits(quantity.subject, cell.quantity.subject);
    for (std::size_t i = 0; fit && i < slot_count; ++i) {
      fit = fits(static_cast<Slot>(i), quantity.slots[i], cell.quantity.slots[i]);
      if (!cell.quantity.slots[i].empty() && cell.quantity.slots[i] == quantity.slots[i]) ++said;
    }
    if (!fit) continue;
    // One name alone means the subject of the highest level that has it.
    const std::size_t depth = cell.quantity.subject.size();
    if (quantity.subject.size() == 1 && depth < shortest) {
      shortest = depth;
      found.clear();
    }
    if (quantity.subject.size() == 1 && depth > shortest) continue;
    found.push_back({-said, &cell});
  }
  std::ranges::stable_sort(found, {}, &Fit::rank);
  return found;
}

std::vector<CellRef> MeantCells::find(const QuantityName& quantity) const {
  std::vector<Fit> found = fitting(quantity);
  // Below a wrong group or class an item is known by the other of them and its name, where no other is.
  for (const std::size_t kept : {std::size_t{0}, std::size_t{1}}) {
    if (!found.empty() || quantity.subject.size() < 3) break;
    QuantityName less = quantity;
    less.subject = {quantity.subject[kept], quantity.subject.back()};
    found = fitting(less);
    std::erase_if(found, [&](const Fit& fit) {
      return fit.cell->quantity.subject.size() != quantity.subject.size();
    });
    const auto is_another = [&](const Fit& fit) {
      return fit.cell->quantity.subject != found.front().cell->quantity.subject;
    };
    if (std::ranges::any_of(found, is_another)) found.clear();
  }
  std::vector<CellRef> cells;
  for (const Fit& fit : found) cells.push_back(fit.cell->cell);
  return cells;
}

}  // namespace budget::inline v1::detail::claims
