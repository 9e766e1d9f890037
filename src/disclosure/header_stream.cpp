// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/header.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t most_pieces = 6;  // of one header cell
constexpr int cost_known = 1;
constexpr int cost_unknown = 10;
constexpr std::size_t most_readings = 4000;  // explored
constexpr std::size_t most_plans = 12;       // kept
constexpr std::string_view plain_amounts = "金额";

// ---- readings: a header row by row is a forest in level order ----

enum class Use { leaf, labels, amounts, side };

struct Node {
  std::size_t item = 0;
  Use use = Use::leaf;
  std::optional<ColumnRole> role;  // leaf only; none: unknown word
  std::string key;
  const std::vector<std::string>* parts = nullptr;  // group only: keys that may stand below, if set
  std::vector<std::size_t> children;
};

struct Reading {
  std::vector<Node> nodes;  // node 0 is the root, above everything
  int cost = 0;
};

bool is_label(const Node& n) {
  return n.use == Use::labels ||
         (n.use == Use::leaf && (n.role == ColumnRole::name || n.role == ColumnRole::code));
}

/// What a header item can be used as.
std::vector<Node> uses(std::size_t index, const HeaderItem& item) {
  std::vector<Node> result;
  for (const ColumnTerm& term : *item.terms) {
    const auto* parts = term.parts.empty() ? nullptr : &term.parts;
    if (term.groups.side) result.push_back({index, Use::side, {}, term.key, nullptr, {}});
    if (term.role) result.push_back({index, Use::leaf, term.role, term.key, nullptr, {}});
    if (term.groups.labels) result.push_back({index, Use::labels, {}, term.key, parts, {}});
    if (term.groups.amounts) result.push_back({index, Use::amounts, {}, term.key, parts, {}});
  }
  if (result.empty()) {
    result.push_back({index, Use::leaf, {}, subject_key(item.text), nullptr, {}});
    result.push_back({index, Use::amounts, {}, subject_key(item.text), nullptr, {}});
  }
  return result;
}

class HeaderReader {
 public:
  explicit HeaderReader(const std::vector<HeaderItem>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) uses_.push_back(uses(i, items[i]));
  }

  std::vector<Reading> all() {
    Reading start;
    start.nodes.push_back({0, Use::leaf, {}, {}, nullptr, {}});
    level(start, {0}, 0);
    std::ranges::stable_sort(found_, {}, &Reading::cost);
    if (found_.size() > most_plans) found_.resize(most_plans);
    return std::move(found_);
  }

 private:
  /// Gives the groups of one level their children, from item `next` on.
  void level(const Reading& reading, const std::vector<std::size_t>& parents, std::size_t next) {
    if (parents.empty()) {
      if (next == uses_.size()) found_.push_back(reading);
      return;
    }
    share(reading, parents, 0, next, {});
  }

  /// Shares items out to parents[at…]; `groups` are the groups of the next level so far.
  void share(const Reading& reading, const std::vector<std::size_t>& parents, std::size_t at,
             std::size_t next, std::vector<std::size_t> groups) {
    if (++explored_ > most_readings * 50 || found_.size() >= most_readings) return;
    const std::size_t parent = parents[at];
    if (!reading.nodes[parent].children.empty() && complete(reading, parent)) {
      Reading closed = reading;
      closed.cost += closing_cost(reading, parent);
      if (at + 1 < parents.size()) {
        share(closed, parents, at + 1, next, groups);
      } else {
        level(closed, groups, next);
      }
    }
    if (next == uses_.size()) return;
    for (const Node& use : uses_[next]) {
      const int cost = child_cost(reading, parent, use);
      if (cost < 0) continue;
      Reading grown = reading;
      grown.cost += cost;
      grown.nodes[parent].children.push_back(grown.nodes.size());
      grown.nodes.push_back(use);
      std::vector<std::size_t> more = groups;
      if (use.use != Use::leaf) more.push_back(grown.nodes.size() - 1);
      share(grown, parents, at, next + 1, std::move(more));
    }
  }

  /// Cost of `child` as the next below `parent`; negative if it cannot stand there.
  static int child_cost(const Reading& reading, std::size_t parent, const Node& child) {
    const Node& p = reading.nodes[parent];
    const auto sibling = [&](auto&& test) {
      return std::ranges::any_of(p.children, [&](std::size_t c) { return test(reading.nodes[c]); });
    };
    if (p.parts && std::ranges::find(*p.parts, child.key) == p.parts->end()) return -1;
    const bool unknown = child.use == Use::leaf && !child.role;
    int cost = unknown ? cost_unknown : 0;
    if (sibling([&](const Node& s) { return s.use == child.use && s.key == child.key; })) cost += 8;
    // A plain 金额 among other amounts is no column but a heading over them.
    const auto plain_amount = [](const Node& x) {
      return x.use == Use::leaf && x.key == plain_amounts;
    };
    const auto amount = [](const Node& x) { return !is_label(x) && x.role != ColumnRole::text; };
    if ((plain_amount(child) && sibling(amount)) || (amount(child) && sibling(plain_amount)))
      cost += 6;
    const bool after_amounts = sibling([](const Node& s) { return !is_label(s); });
    if (parent == 0) {
      if (child.use == Use::side)
        return p.children.empty() || sibling([](const Node& s) { return s.use == Use::side; })
                   ? cost
                   : -1;
      if (sibling([](const Node& s) { return s.use == Use::side; })) return -1;
      return cost + (is_label(child) && after_amounts ? 3 : 0);
    }
    switch (p.use) {
      case Use::labels: return is_label(child) ? cost : -1;
      case Use::amounts:
        if (is_label(child) || child.use == Use::side) return -1;
        return cost + (child.role == ColumnRole::text ? 5 : 0);
      case Use::side:
        if (child.use == Use::side)
          return p.children.empty() || sibling([](const Node& s) { return s.use == Use::side; })
                     ? cost + 1
                     : -1;
        if (sibling([](const Node& s) { return s.use == Use::side; })) return -1;
        if (is_label(child) ? after_amounts : p.children.empty()) return -1;
        return cost;
      case Use::leaf: break;
    }
    return -1;
  }

  static bool complete(const Reading& reading, std::size_t parent) {
    const Node& p = reading.nodes[parent];
    if (parent == 0 || p.use != Use::side) return true;
    return std::ranges::any_of(p.children,
                               [&](std::size_t c) { return !is_label(reading.nodes[c]); });
  }

  static int closing_cost(const Reading& reading, std::size_t parent) {
    const Node& p = reading.nodes[parent];
    if (parent != 0 && p.children.size() == 1 && p.use != Use::side) return 2;
    return 0;
  }

  std::vector<std::vector<Node>> uses_;
  std::vector<Reading> found_;
  std::size_t explored_ = 0;
};

void add_columns(const Reading& reading, std::size_t at, const std::vector<HeaderItem>& items,
                 std::vector<std::string> above, std::string side, ColumnPlan& plan) {
  const Node& node = reading.nodes[at];
  if (at != 0) above.push_back(items[node.item].text);
  if (node.use == Use::side) side = node.key;
  if (node.use == Use::leaf && at != 0) {
    Column column;
    column.header = std::move(above);
    column.role = node.role.value_or(ColumnRole::amount);
    column.key = node.key;
    plan.columns.push_back(std::move(column));
    plan.side_labels.push_back(std::move(side));
    return;
  }
  for (const std::size_t child : node.children)
    add_columns(reading, child, items, above, side, plan);
}

}  // namespace

std::vector<HeaderItem> join_header(const std::vector<TokenLine>& lines,
                                    const Vocabulary& vocabulary) {
  struct Piece {
    std::string text;
    bool first_of_line;
  };
  std::vector<Piece> pieces;
  for (const TokenLine& line : lines) {
    bool first = true;
    for (const Token& token : line.tokens) {
      pieces.push_back({token.text, first});
      first = false;
    }
  }
  // Cheapest cut into cells; a cell spans pieces only over line ends.
  const std::size_t n = pieces.size();
  std::vector<int> cost(n + 1, std::numeric_limits<int>::max());
  std::vector<std::size_t> from(n + 1, 0);
  cost[0] = 0;
  for (std::size_t end = 1; end <= n; ++end) {
    std::string text;
    for (std::size_t begin = end; begin-- > 0 && end - begin <= most_pieces;) {
      if (begin + 1 < end && !pieces[begin + 1].first_of_line) break;
      text.insert(0, pieces[begin].text);
      const bool known = !vocabulary.column(text).empty();
      const int step = known ? cost_known : cost_unknown + static_cast<int>(end - begin) * 3;
      if (cost[begin] != std::numeric_limits<int>::max() && cost[begin] + step < cost[end]) {
        cost[end] = cost[begin] + step;
        from[end] = begin;
      }
    }
  }
  std::vector<HeaderItem> items;
  for (std::size_t end = n; end > 0; end = from[end]) {
    HeaderItem item;
    for (std::size_t i = from[end]; i < end; ++i) item.text += pieces[i].text;
    item.terms = &vocabulary.column(item.text);
    items.insert(items.begin(), std::move(item));
  }
  return items;
}

std::string side_label(std::string_view group) {
  for (const std::string_view label : {"支出用途", "收入", "支出"})
    if (group.find(label) != std::string_view::npos) return std::string(label);
  return std::string(group == "功能分类" ? "支出" : group);
}

void name_subtotals(ColumnPlan& plan, const Vocabulary& vocabulary) {
  constexpr std::string_view subtotal = "小计";
  for (std::size_t i = 0; i + 1 < plan.columns.size(); ++i) {
    Column& column = plan.columns[i];
    if (subject_key(column.header.back()) != subtotal) continue;
    const ColumnTerm* nearest = nullptr;
    for (std::size_t h = 0; h + 1 < column.header.size(); ++h)
      for (const ColumnTerm& term : vocabulary.column(column.header[h])) {
        const bool parted =
            std::ranges::find(term.parts, plan.columns[i + 1].key) != term.parts.end();
        if (parted && (!nearest || term.parts.size() < nearest->parts.size())) nearest = &term;
      }
    if (nearest) column.key = nearest->key;
  }
}

std::string numbered(char prefix, std::size_t number) {
  std::string id(1, prefix);
  id += std::to_string(number);
  return id;
}

void finish_plan(ColumnPlan& plan) {
  plan.sides.clear();
  bool labels_open = false;
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    Column& column = plan.columns[i];
    column.id = numbered('c', i + 1);
    const bool label = column.role == ColumnRole::name || column.role == ColumnRole::code;
    const bool new_side = plan.sides.empty() || (label && !labels_open);
    if (new_side) plan.sides.push_back({side_label(plan.side_labels[i]), -1, {}});
    Side& side = plan.sides.back();
    if (column.role == ColumnRole::name && side.name_column < 0)
      side.name_column = static_cast<int>(i);
    side.columns.push_back(static_cast<int>(i));
    labels_open = label;
  }
  if (plan.sides.size() == 1) plan.sides.front().label.clear();
}

std::vector<ColumnPlan> header_plans(const std::vector<HeaderItem>& items) {
  std::vector<ColumnPlan> plans;
  for (const Reading& reading : HeaderReader(items).all()) {
    ColumnPlan plan;
    plan.cost = reading.cost;
    add_columns(reading, 0, items, {}, {}, plan);
    finish_plan(plan);
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace budget::inline v1::detail
