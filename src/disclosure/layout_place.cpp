// SPDX-License-Identifier: Apache-2.0
#include "disclosure/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace budget::inline v1::detail {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double wrong_kind_cost = 1000;
constexpr double price_on_page = 1;  // of moving all columns by one code point
constexpr double price_on_new_page = 0.25;
constexpr double code_slack = 4;    // code points that a code may stand beyond its column
constexpr double least_margin = 2;  // code points by which one placing must be nearer than another

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

// Under one header of codes 类 款 项 may stand apart: 201 06 01.
void LayoutPlacer::join_codes(TokenLine& line) const {
  const bool one = plan_.columns.size() > 1 && plan_.columns[0].role == ColumnRole::code &&
                   plan_.columns[1].role != ColumnRole::code;
  std::vector<Token>& tokens = line.tokens;
  if (!one || tokens.empty() || tokens[0].text.size() != 3) return;
  const auto part = [&](std::size_t t) {
    return t < tokens.size() && tokens[t].kind == TokenKind::whole_number &&
           tokens[t].text.size() == 2 && tokens[t].end < tracks_[1].centre;
  };
  if (tokens[0].kind != TokenKind::whole_number) return;
  for (int parts = 0; parts < 2 && part(1); ++parts) {
    tokens[0].text += tokens[1].text;
    tokens[0].end = tokens[1].end;
    tokens.erase(tokens.begin() + 1);
  }
}

// Under one header of names a group and its item may stand side by side: 其他资金  经营收入.
void LayoutPlacer::join_names(TokenLine& line) const {
  std::vector<Token>& tokens = line.tokens;
  const bool one = plan_.columns.size() > 1 && plan_.columns[0].role == ColumnRole::name &&
                   !holds_words(plan_.columns[1].role);
  if (!one || tokens.size() < 2 || !tokens[0].is_text() || !tokens[1].is_text()) return;
  if (tokens[1].begin >= tracks_[1].centre) return;
  tokens[0].text += ' ' + tokens[1].text;
  tokens[0].end = tokens[1].end;
  tokens.erase(tokens.begin() + 1);
}

LayoutPlacer::LayoutPlacer(const LayoutPlan& plan, const Vocabulary& vocabulary)
    : plan_(plan.plan), vocabulary_(vocabulary) {
  for (const double centre : plan.centre) tracks_.push_back({.centre = centre});
  coded_ = std::ranges::any_of(
      plan_.columns, [](const Column& column) { return column.role == ColumnRole::code; });
}

// Words under a header of amounts or counts, a number under one of names.
bool LayoutPlacer::wrong_kind(const Token& token, std::size_t column) const {
  const ColumnRole role = plan_.columns[column].role;
  if (holds_words(role)) return token.is_figure();
  if (token.is_text()) return true;
  // Among amounts with decimals a bare number is the code beside them.
  const ColumnTrack& track = tracks_[column];
  return coded_ && role == ColumnRole::amount && token.kind == TokenKind::whole_number &&
         token.text != "0" && track.figures && track.decimals;
}

double LayoutPlacer::cost(const Token& token, int column, int index, double shift) const {
  const auto c = static_cast<std::size_t>(column);
  const ColumnRole role = plan_.columns[c].role;
  const ColumnTrack& track = tracks_[c];
  const double centre = (token.begin + token.end) / 2.0;
  if (role == ColumnRole::code) {
    // Codes open a line, the first one in the first column of codes and so on.
    if (token.kind != TokenKind::whole_number || token.text.size() > 11) return never;
    const bool opens = static_cast<std::size_t>(index) < plan_.columns.size() &&
                       plan_.columns[static_cast<std::size_t>(index)].role == ColumnRole::code;
    if (!opens) return std::abs(centre - track.centre - shift);
    const bool leftmost =
        c + 1 < tracks_.size() && token.begin < tracks_[c + 1].centre + code_slack;
    return index == column && leftmost ? 0 : never;
  }
  if (holds_words(role)) {
    if (wrong_kind(token, c)) return token.kind == TokenKind::amount ? never : wrong_kind_cost;
    if (track.words && token.begin <= track.left && track.left < token.end) return 0;
    const double by_left = track.words ? std::abs(token.begin - track.left) : never;
    return std::min(by_left, std::abs(centre - track.centre));
  }
  if (wrong_kind(token, c)) return wrong_kind_cost + std::abs(centre - track.centre);
  return track.figures ? std::abs(token.end - track.right - shift)
                       : std::abs(centre - track.centre - shift);
}

Placed LayoutPlacer::place(const TokenLine& line) {
  Placed placed{join_words(join_characters(line, vocabulary_)), {}};
  join_codes(placed.line);
  join_names(placed.line);
  const std::vector<Token>& tokens = placed.line.tokens;
  const std::size_t columns = plan_.columns.size();
  // A new page may set the whole table further left or right.
  const double shift_price = line.page != page_ ? price_on_new_page : price_on_page;
  std::vector<double> shifts{0};
  const auto first = std::ranges::find_if(tokens, &Token::is_figure);
  for (std::size_t c = 0; c < columns; ++c)
    if (tracks_[c].figures)
      for (auto t = first; t != tokens.end(); ++t)
        if (t->is_figure()) shifts.push_back(t->end - tracks_[c].right);

  Best best;
  double best_shift = 0;
  std::vector<std::vector<double>> best_costs;
  std::vector<Best> all;  // the best with each shift
  for (const double shift : shifts) {
    std::vector<std::vector<double>> costs;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      std::vector<double> row;
      for (std::size_t c = 0; c < columns; ++c)
        row.push_back(cost(tokens[t], static_cast<int>(c), static_cast<int>(t), shift));
      costs.push_back(std::move(row));
    }
    Best found = cheapest(costs, columns, std::nullopt);
    found.cost += shift_price * std::abs(shift);
    all.push_back(found);
    if (found.cost < best.cost) {
      best = std::move(found);
      best_shift = shift;
      best_costs = std::move(costs);
    }
  }
  if (best.cost == never) {
    placed.columns.assign(tokens.size(), -1);
    return placed;
  }
  placed.columns = best.columns;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const auto column = static_cast<std::size_t>(best.columns[t]);
    const ColumnRole role = plan_.columns[column].role;
    if (role != ColumnRole::code && role != ColumnRole::text && wrong_kind(tokens[t], column) &&
        !tokens[t].text.starts_with("…"))
      placed.misplaced = true;
  }
  const double kept = best.cost - shift_price * std::abs(best_shift);
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const auto column = static_cast<std::size_t>(best.columns[t]);
    if (!tokens[t].is_figure() || holds_words(plan_.columns[column].role)) continue;
    const Best other = cheapest(best_costs, columns, std::pair{t, best.columns[t]});
    if (other.cost - kept < least_margin) placed.ambiguous = true;
  }
  // On a new page only this line tells how far the table was shifted: another way may fit as well.
  if (line.page != page_ && page_ != 0)
    for (const Best& other : all)
      if (other.cost - best.cost < least_margin && other.columns != best.columns)
        placed.ambiguous = true;
  if (placed.ambiguous || placed.misplaced) return placed;
  follow(placed, best_shift);
  page_ = line.page;
  return placed;
}

void LayoutPlacer::follow(const Placed& placed, double shift) {
  for (ColumnTrack& track : tracks_) track.right += shift;
  for (std::size_t t = 0; t < placed.columns.size(); ++t) {
    const auto column = static_cast<std::size_t>(placed.columns[t]);
    const Token& token = placed.line.tokens[t];
    ColumnTrack& track = tracks_[column];
    if (holds_words(plan_.columns[column].role)) {
      // Names begin at one edge, but totals are set in the middle.
      track.left = track.words ? std::min<double>(track.left, token.begin) : token.begin;
      track.words = true;
    } else if (token.is_figure()) {
      track.right = token.end;
      track.figures = true;
      track.decimals = track.decimals && token.text.find('.') != std::string::npos;
    }
  }
}

}  // namespace budget::inline v1::detail
