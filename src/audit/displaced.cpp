// SPDX-License-Identifier: Apache-2.0
#include "audit/displaced.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t fewest_displaced = 5;  // fewer may be chance
constexpr std::size_t most_rows = 500;

// The figures of a row in the columns that two tables share; what is blank or nothing is not told apart.
using Amounts = std::vector<std::optional<Decimal>>;

std::optional<Decimal> amount_in(const Cell& cell) {
  if (!cell.figure.is_number() || cell.figure.value().is_zero()) return std::nullopt;
  return cell.figure.value();
}

bool prints(const Amounts& amounts) {
  return std::ranges::any_of(amounts, [](const auto& amount) { return amount.has_value(); });
}

// The amount columns that both tables have, and are of the same.
std::vector<std::pair<int, int>> shared_columns(const Table& a, const Table& b) {
  std::vector<std::pair<int, int>> shared;
  for (std::size_t i = 0; i < a.columns.size(); ++i)
    for (std::size_t j = 0; j < b.columns.size(); ++j)
      if (a.columns[i].role == ColumnRole::amount && b.columns[j].role == ColumnRole::amount &&
          !a.columns[i].key.empty() && a.columns[i].key == b.columns[j].key)
        shared.emplace_back(static_cast<int>(i), static_cast<int>(j));
  return shared;
}

// The figures of one table, row by row, beside what another prints by the names of these rows.
struct Rows {
  std::vector<Amounts> printed;
  std::vector<std::optional<Amounts>> others;  // what the other table prints by the code
  [[nodiscard]] std::size_t size() const noexcept { return printed.size(); }
};

Rows rows_of(const Table& table, const Table& other,
             const std::vector<std::pair<int, int>>& columns) {
  std::map<std::string, const Row*> by_code;
  for (const Row& row : other.rows)
    if (!row.labels.front().code.empty()) by_code.emplace(row.labels.front().code, &row);
  Rows rows;
  for (const Row& row : table.rows) {
    Amounts own, others;
    const auto same = by_code.find(row.labels.front().code);
    for (const auto& [here, there] : columns) {
      own.push_back(amount_in(row.cells[static_cast<std::size_t>(here)]));
      if (same != by_code.end())
        others.push_back(amount_in(same->second->cells[static_cast<std::size_t>(there)]));
    }
    rows.printed.push_back(std::move(own));
    if (same != by_code.end())
      rows.others.emplace_back(std::move(others));
    else
      rows.others.emplace_back();
  }
  return rows;
}

// The rows that print what the other table prints for another one.
std::vector<std::size_t> displaced(const Rows& rows) {
  std::vector<std::size_t> found;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!rows.others[r] || *rows.others[r] == rows.printed[r] || !prints(rows.printed[r])) continue;
    const auto of_another = [&](const auto& other) { return other && *other == rows.printed[r]; };
    if (std::ranges::any_of(rows.others, of_another)) found.push_back(r);
  }
  return found;
}

// Pairs of a row and the row whose figures belong to it, in order, as many as there can be.
std::vector<std::pair<std::size_t, std::size_t>> matched(const Rows& rows, std::size_t first) {
  const std::size_t n = rows.size();
  const auto fits = [&](std::size_t name, std::size_t figures) {
    return rows.others[name] && *rows.others[name] == rows.printed[figures] &&
           prints(rows.printed[figures]);
  };
  std::vector<std::vector<int>> most(n + 1, std::vector<int>(n + 1, 0));
  for (std::size_t i = n; i-- > first;)
    for (std::size_t j = n; j-- > first;)
      most[i][j] = fits(i, j) ? 1 + most[i + 1][j + 1] : std::max(most[i + 1][j], most[i][j + 1]);
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = first, j = first; i < n && j < n;) {
    if (fits(i, j)) {
      pairs.emplace_back(i++, j++);
    } else if (most[i + 1][j] >= most[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

// Which row's figures each row gets, from the first on; nothing for those that get none. Figures between two
// that are known go to the names between them. Empty where these are not as many.
std::vector<std::optional<std::size_t>> sources(
    const Rows& rows, std::size_t first,
    const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  std::vector<std::optional<std::size_t>> from(rows.size() - first);
  std::size_t name = first, figures = first;
  const auto between = [&](std::size_t name_end, std::size_t figures_end) {
    const std::size_t names = name_end - name, free = figures_end - figures;
    if (free != 0 && names != free) return false;
    for (std::size_t k = 0; k < free; ++k) from[name - first + k] = figures + k;
    return true;
  };
  for (const auto& [i, j] : pairs) {
    if (!between(i, j)) return {};
    from[i - first] = j;
    name = i + 1;
    figures = j + 1;
  }
  // Names behind the last that is known get what is left; a figure that is nowhere printed nobody knows.
  const std::size_t end = rows.size();
  if (end - name > end - figures) return {};
  for (; name < end; ++name, ++figures) from[name - first] = figures;
  return from;
}

// A cell of a table with the figure that another table prints for it.
struct Anchor {
  CellRef cell;
  const Figure* right = nullptr;
};

// The cells of a table that statements set beside one of another.
std::vector<Anchor> anchors_in(const Dossier& dossier, std::span<const SetBeside> beside,
                               int disclosure, int table) {
  std::vector<Anchor> anchors;
  for (const auto& [here, there, relation] : beside)
    if (here.disclosure == disclosure && here.table == table && there.table != table &&
        there.table != in_narrative)
      anchors.push_back({here, &at(dossier, there).figure});
  return anchors;
}

// The rows beside a row, in order: those with the same row above them.
std::vector<int> siblings_of(const Table& table, int row, std::size_t side) {
  const int parent = table.rows[static_cast<std::size_t>(row)].labels[side].parent;
  std::vector<int> rows;
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    const RowLabel& label = table.rows[static_cast<std::size_t>(r)].labels[side];
    if (label.parent == parent && !label.key.empty()) rows.push_back(r);
  }
  return rows;
}

std::optional<std::size_t> index_of(const std::vector<int>& rows, int row) {
  const auto found = std::ranges::find(rows, row);
  if (found == rows.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rows.begin());
}

}  // namespace

FiguresInPlace put_back(const Disclosure& of, int disclosure, int index) {
  const Table& table = of.table(index);
  if (table.sides.size() != 1 || table.rows.size() > most_rows) return {};
  for (const Table& other : of.tables) {
    if (&other == &table || other.sides.size() != 1 || other.unit != table.unit) continue;
    const auto columns = shared_columns(table, other);
    if (columns.empty()) continue;
    const Rows rows = rows_of(table, other, columns);
    const std::vector<std::size_t> wrong = displaced(rows);
    if (wrong.size() < fewest_displaced) continue;
    const std::size_t first = wrong.front();
    const auto pairs = matched(rows, first);
    if (2 * pairs.size() < rows.size() - first) continue;
    const auto from = sources(rows, first, pairs);
    FiguresInPlace cells;
    for (std::size_t k = 0; k < from.size(); ++k)
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].role != ColumnRole::amount) continue;
        const CellRef cell{disclosure, index, static_cast<int>(first + k), static_cast<int>(c)};
        const Figure& was = table.cell(cell.row, cell.column).figure;
        Figure now;
        if (from[k]) now = table.cell(static_cast<int>(*from[k]), cell.column).figure;
        if ((was.is_number() || now.is_number()) && !(was == now))
          cells.emplace_back(cell, std::move(now));
      }
    if (!cells.empty()) return cells;
  }
  return {};
}

std::vector<FiguresInPlace> put_back_by_a_row(const Dossier& dossier,
                                              std::span<const SetBeside> beside, int disclosure,
                                              int index) {
  constexpr std::size_t fewest_anchors = 2;
  const Table& table = dossier.disclosures[static_cast<std::size_t>(disclosure)].table(index);
  if (table.rows.size() > most_rows) return {};
  std::vector<Anchor> anchors = anchors_in(dossier, beside, disclosure, index);
  if (anchors.size() < fewest_anchors) return {};
  const int column = anchors.front().cell.column;
  std::vector<int> rows =
      siblings_of(table, anchors.front().cell.row, static_cast<std::size_t>(table.side_of(column)));
  std::erase_if(anchors, [&](const Anchor& anchor) {
    return anchor.cell.column != column || !index_of(rows, anchor.cell.row);
  });
  const auto figure_in = [&](std::size_t k) -> const Figure& {
    return table.cell(rows[k], column).figure;
  };
  const auto amount_in_row = [&](std::size_t k) { return amount_in(table.cell(rows[k], column)); };
  std::vector<FiguresInPlace> ways;
  for (const bool above : {true, false}) {
    if (!above) std::ranges::reverse(rows);  // then what belongs to a row stands before it again
    std::size_t first = rows.size(), last = 0;
    std::set<int> amounts;
    const bool all = std::ranges::all_of(anchors, [&](const Anchor& anchor) {
      const std::size_t k = *index_of(rows, anchor.cell.row);
      first = std::min(first, k);
      last = std::max(last, k);
      if (k == 0 || !anchor.right->is_number()) return false;
      if (amount_in_row(k - 1)) amounts.insert(anchor.cell.row);
      return figure_in(k - 1).unit() == anchor.right->unit() && figure_in(k - 1).is_number() &&
             figure_in(k - 1).value() == anchor.right->value();
    });
    if (!all || amounts.size() < fewest_anchors) continue;
    std::size_t nearest = first;  // row without an amount, where there is one
    while (nearest > 0 && amount_in_row(nearest - 1)) --nearest;
    const std::size_t begin = nearest > 0 ? nearest - 1 : first - 1;
    for (std::size_t end = last; end < rows.size(); ++end) {
      FiguresInPlace way;
      for (std::size_t k = begin; k <= end; ++k) {
        const Figure now = k == begin ? Figure() : figure_in(k - 1);
        if (k == begin ? amount_in_row(k).has_value() : amount_in_row(k - 1) != amount_in_row(k))
          way.emplace_back(CellRef{disclosure, index, rows[k], column}, now);
      }
      std::ranges::sort(way, {}, [](const auto& one) { return one.first; });
      ways.push_back(std::move(way));
    }
  }
  return ways;
}

}  // namespace budget::inline v1::detail
