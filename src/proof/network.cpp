// SPDX-License-Identifier: Apache-2.0
#include "proof/network.hpp"

#include "proof/conflict.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <utility>

namespace budget::inline v1::proof {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// An unknown, or what an inequality leaves over: it flows out of one node into another.
struct Edge {
  std::size_t from = none, into = none;  // rows; none: the ground
  Nudged value;
  std::optional<Nudged> low, high;
};

class Network {
 public:
  Network(const LinearSystem& system, const std::vector<Rational>& start)
      : system_(system), edges_(system.unknowns.size()), edges_of_(system.rows.size()) {
    is_network_ = direct();
    if (!is_network_) return;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      Edge& edge = edges_[i];
      const Bounds& bounds = system.unknowns[i];
      if (bounds.is_empty()) is_network_ = false;
      edge.low = nudged(bounds.low, 1);
      edge.high = nudged(bounds.high, -1);
      if (i < start.size()) edge.value.value = Number(start[i]);
      if (edge.low && edge.value < *edge.low) edge.value = *edge.low;
      if (edge.high && *edge.high < edge.value) edge.value = *edge.high;
    }
    for (std::size_t r = 0; is_network_ && r < system.rows.size(); ++r) prepare(r);
  }

  std::optional<Decision> run(Meter& meter) {
    if (!is_network_) return std::nullopt;
    for (std::size_t r = 0; r < system_.rows.size(); ++r)
      while (!need_[r].is_zero()) {
        if (meter.spent()) return Decision{};
        if (!push(r, meter)) return impossible(meter);
      }
    return Decision{values(), std::nullopt};
  }

 private:
  static std::optional<Nudged> nudged(const std::optional<End>& end, int inward) {
    if (!end) return std::nullopt;
    return Nudged{Number(end->value), Number(end->closed ? 0 : inward)};
  }

  /// Signs of the rows under which every unknown flows out of one and into another. False: no network.
  bool direct() {
    struct Use {
      std::size_t row;
      int sign;
    };
    std::vector<std::vector<Use>> uses(system_.unknowns.size());
    for (std::size_t r = 0; r < system_.rows.size(); ++r)
      for (const auto& [unknown, coefficient] : system_.rows[r].terms) {
        if (coefficient != 1 && coefficient != -1) return false;
        uses[unknown].push_back({r, coefficient > 0 ? 1 : -1});
        if (uses[unknown].size() > 2) return false;
      }
    sign_.assign(system_.rows.size(), 0);
    for (std::size_t first = 0; first < sign_.size(); ++first) {
      if (sign_[first] != 0) continue;
      sign_[first] = 1;
      std::deque<std::size_t> waiting{first};
      while (!waiting.empty()) {
        const std::size_t r = waiting.front();
        waiting.pop_front();
        for (const auto& [unknown, coefficient] : system_.rows[r].terms) {
          if (uses[unknown].size() < 2) continue;
          const Use& own = uses[unknown][uses[unknown][0].row == r ? 0 : 1];
          const Use& other = uses[unknown][uses[unknown][0].row == r ? 1 : 0];
          const int wanted = -sign_[r] * own.sign * other.sign;
          if (sign_[other.row] == 0) {
            sign_[other.row] = wanted;
            waiting.push_back(other.row);
          } else if (sign_[other.row] != wanted) {
            return false;
          }
        }
      }
    }
    for (std::size_t i = 0; i < uses.size(); ++i)
      for (const Use& use : uses[i])
        (sign_[use.row] * use.sign > 0 ? edges_[i].into : edges_[i].from) = use.row;
    return true;
  }

  /// The edges of a row, with one for what an inequality leaves over, and what it lacks.
  void prepare(std::size_t r) {
    const LinearRow& row = system_.rows[r];
    for (const auto& term : row.terms) edges_of_[r].push_back(term.first);
    if (row.relation != RowRelation::equal) {
      Edge slack;
      (sign_[r] > 0 ? slack.into : slack.from) = r;
      slack.low = Nudged{Number(0), Number(row.relation == RowRelation::less ? 1 : 0)};
      slack.value = *slack.low;
      edges_of_[r].push_back(edges_.size());
      edges_.push_back(std::move(slack));
    }
    Nudged need{Number(row.constant), Number(0)};
    if (sign_[r] < 0) need = Number(-1) * need;
    for (const std::size_t e : edges_of_[r])
      need = edges_[e].into == r ? need - edges_[e].value : need + edges_[e].value;
    need_.push_back(std::move(need));
  }

  static int sign_of(const Nudged& value) {
    return value.value.sign() != 0 ? value.value.sign() : value.nudge.sign();
  }

  /// Moves what a node lacks, or has too much, towards nodes where it is the other way round, or to the
  /// ground, along a shortest path. False where no path is left.
  bool push(std::size_t start, Meter& meter) {
    const int wanted = sign_of(need_[start]);
    came_by_.assign(need_.size(), none);
    seen_.assign(need_.size(), false);
    seen_[start] = true;
    std::deque<std::size_t> waiting{start};
    std::size_t end = none, last = none;
    while (!waiting.empty() && last == none) {
      const std::size_t r = waiting.front();
      waiting.pop_front();
      if (!meter.spend(edges_of_[r].size())) return true;
      for (const std::size_t e : edges_of_[r]) {
        const Edge& edge = edges_[e];
        if (!has_room(edge, rises(edge, r, wanted))) continue;
        const std::size_t other = edge.into == r ? edge.from : edge.into;
        if (other != none && seen_[other]) continue;
        if (other != none) {
          seen_[other] = true;
          came_by_[other] = e;
          if (sign_of(need_[other]) != -wanted) {
            waiting.push_back(other);
            continue;
          }
        }
        end = other;
        last = e;
        last_row_ = r;
        break;
      }
    }
    if (last == none) return false;
    augment(start, end, last, wanted);
    return true;
  }

  /// Whether the edge's value goes up when a row wants more (wanted 1) or less (−1).
  static bool rises(const Edge& edge, std::size_t row, int wanted) {
    return (edge.into == row) == (wanted > 0);
  }
  static bool has_room(const Edge& edge, bool up) {
    return up ? !edge.high || edge.value < *edge.high : !edge.low || *edge.low < edge.value;
  }

  void augment(std::size_t start, std::size_t end, std::size_t last, int wanted) {
    const auto size = [](const Nudged& value) {
      return sign_of(value) < 0 ? Number(-1) * value : value;
    };
    std::vector<std::pair<std::size_t, bool>> path;  // edge, rises
    std::size_t row = last_row_;
    path.emplace_back(last, rises(edges_[last], row, wanted));
    while (row != start) {
      const Edge& edge = edges_[came_by_[row]];
      const std::size_t before = edge.into == row ? edge.from : edge.into;
      path.emplace_back(came_by_[row], rises(edge, before, wanted));
      row = before;
    }
    Nudged amount = size(need_[start]);
    if (end != none) amount = std::min(amount, size(need_[end]));
    for (const auto& [e, up] : path) {
      const Edge& edge = edges_[e];
      if (up && edge.high) amount = std::min(amount, *edge.high - edge.value);
      if (!up && edge.low) amount = std::min(amount, edge.value - *edge.low);
    }
    const Nudged less = Number(-1) * amount;
    for (const auto& [e, up] : path) edges_[e].value = edges_[e].value + (up ? amount : less);
    need_[start] = need_[start] + (wanted > 0 ? less : amount);
    if (end != none) need_[end] = need_[end] + (wanted > 0 ? amount : less);
  }

  /// The rows that no path leaves are impossible together. They hang together by what flows between
  /// them, so that none can be left out; of a few of them a tableau may find a shorter certificate.
  std::optional<Decision> impossible(Meter& meter) const {
    constexpr std::size_t most_rows = 80;
    LinearSystem cut{system_.unknowns, {}};
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < seen_.size(); ++r)
      if (seen_[r]) rows.push_back(r);
    if (rows.size() > most_rows) return Decision{std::nullopt, whole_cut(rows)};
    std::vector<Rational> start;
    for (std::size_t i = 0; i < system_.unknowns.size(); ++i)
      start.push_back(edges_[i].value.value.exact());
    for (const std::size_t r : rows) cut.rows.push_back(system_.rows[r]);
    Simplex simplex(cut, start);
    if (simplex.check(meter) != Feasible::no) return Decision{};
    Certificate certificate = certificate_of(simplex, cut.unknowns.size());
    for (RowPart& part : certificate.rows) part.row = rows[part.row];
    return Decision{std::nullopt, std::move(certificate)};
  }

  /// All rows of a cut, and the ends at which what flows through it stands.
  [[nodiscard]] Certificate whole_cut(const std::vector<std::size_t>& rows) const {
    int wanted = 1;
    for (const std::size_t r : rows)
      if (!need_[r].is_zero()) wanted = sign_of(need_[r]);
    Certificate certificate;
    for (const std::size_t r : rows) certificate.rows.push_back({r, Rational(-wanted * sign_[r])});
    for (std::size_t i = 0; i < system_.unknowns.size(); ++i) {
      const bool into = edges_[i].into != none && seen_[edges_[i].into];
      const bool from = edges_[i].from != none && seen_[edges_[i].from];
      if (into != from) certificate.ends.push_back({i, into == (wanted > 0), Rational(1)});
    }
    return certificate;
  }

  [[nodiscard]] std::vector<Rational> values() const {
    std::vector<NudgedBounds> all;
    for (const Edge& edge : edges_) all.push_back({edge.value, edge.low, edge.high});
    std::vector<Rational> exact = without_nudges(all);
    exact.resize(system_.unknowns.size());
    return exact;
  }

  const LinearSystem& system_;
  bool is_network_ = false;
  std::vector<Edge> edges_;
  std::vector<std::vector<std::size_t>> edges_of_;
  std::vector<int> sign_;
  std::vector<Nudged> need_;  // of a row: what must still flow in, or if negative out
  std::vector<std::size_t> came_by_;
  std::vector<bool> seen_;
  std::size_t last_row_ = none;
};

}  // namespace

std::optional<Decision> decide_network(const LinearSystem& system,
                                       const std::vector<Rational>& start, Meter& meter) {
  return Network(system, start).run(meter);
}

}  // namespace budget::inline v1::proof
