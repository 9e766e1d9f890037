// SPDX-License-Identifier: Apache-2.0
#include "disclosure/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace budget::inline v1::detail {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double wrong_kind = 1000;  // words in a column of figures
constexpr double least_margin = 2;   // code points by which one placing must be nearer than another

bool holds_words(ColumnRole role) {
  return role == ColumnRole::name || role == ColumnRole::code || role == ColumnRole::text;
}

struct Best {
  double cost = never;
  std::vector<int> columns;
};

/// The cheapest placing in increasing columns; `forbidden` keeps one token out of one column.
Best cheapest(const std::vector<std::vector<double>>& costs, std::size_t columns,
              std::optional<std::pair<std::size_t, int>> forbidden) {
  const std::size_t n = costs.size();
  std::vector<std::vector<double>> best(n + 1, std::vector<double>(columns + 1, never));
  std::vector<std::vector<bool>> taken(n + 1, std::vector<bool>(columns + 1, false));
  std::ranges::fill(best[0], 0.0);
  for (std::size_t t = 1; t <= n; ++t) {
    for (std::size_t c = 1; c <= columns; ++c) {
      best[t][c] = best[t][c - 1];
      if (forbidden && forbidden->first == t - 1 && forbidden->second == static_cast<int>(c) - 1)
        continue;
      const double with = best[t - 1][c - 1] + costs[t - 1][c - 1];
      if (with < best[t][c]) {
        best[t][c] = with;
        taken[t][c] = true;
      }
    }
  }
  Best result;
  result.cost = best[n][columns];
  if (result.cost == never) return result;
  result.columns.assign(n, -1);
  for (std::size_t t = n, c = columns; t > 0 && c > 0;) {
    if (taken[t][c]) {
      result.columns[t - 1] = static_cast<int>(c) - 1;
      --t;
    }
    --c;
  }
  return result;
}

}  // namespace

LayoutPlacer::LayoutPlacer(const LayoutPlan& plan) : plan_(plan.plan) {
  for (const double centre : plan.centre) tracks_.push_back({centre, 0, 0, false, false});
}

double LayoutPlacer::cost(const Token& token, int column, bool first_code) const {
  const auto c = static_cast<std::size_t>(column);
  const ColumnRole role = plan_.columns[c].role;
  const ColumnTrack& track = tracks_[c];
  const double centre = (token.begin + token.end) / 2.0;
  if (role == ColumnRole::code) {
    if (token.kind != TokenKind::whole_number) return never;
    const bool leftmost = c + 1 < tracks_.size() && token.begin < tracks_[c + 1].centre;
    if (first_code && column == 0) return leftmost ? 0 : never;
    return std::abs(centre - (track.words ? track.left : track.centre)) / 2;
  }
  if (holds_words(role)) {
    if (token.is_figure()) return token.kind == TokenKind::amount ? never : wrong_kind;
    if (track.words && token.begin <= track.left && track.left < token.end) return 0;
    const double by_left = track.words ? std::abs(token.begin - track.left) : never;
    return std::min(by_left, std::abs(centre - track.centre));
  }
  if (token.is_text()) return wrong_kind + std::abs(centre - track.centre);
  return track.figures ? std::abs(token.end - track.right) : std::abs(centre - track.centre);
}

Placed LayoutPlacer::place(const TokenLine& line) {
  Placed placed{join_words(line), {}, false};
  const std::vector<Token>& tokens = placed.line.tokens;
  const std::size_t columns = plan_.columns.size();
  std::vector<std::vector<double>> costs;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    std::vector<double> row;
    for (std::size_t c = 0; c < columns; ++c)
      row.push_back(cost(tokens[t], static_cast<int>(c), t == 0));
    costs.push_back(std::move(row));
  }
  const Best best = cheapest(costs, columns, std::nullopt);
  if (best.cost == never) {
    placed.columns.assign(tokens.size(), -1);
    return placed;
  }
  placed.columns = best.columns;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (!tokens[t].is_figure()) continue;
    const Best other = cheapest(costs, columns, std::pair{t, best.columns[t]});
    if (other.cost - best.cost < least_margin) placed.ambiguous = true;
  }
  if (placed.ambiguous) return placed;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    ColumnTrack& track = tracks_[static_cast<std::size_t>(best.columns[t])];
    if (holds_words(plan_.columns[static_cast<std::size_t>(best.columns[t])].role)) {
      // Names begin at one edge, but totals are set in the middle.
      track.left = track.words ? std::min<double>(track.left, tokens[t].begin) : tokens[t].begin;
      track.words = true;
    } else if (tokens[t].is_figure()) {
      track.right = tokens[t].end;
      track.figures = true;
    }
  }
  return placed;
}

}  // namespace budget::inline v1::detail
