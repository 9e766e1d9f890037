// SPDX-License-Identifier: Apache-2.0
// One figure changed anywhere in a consistent budget is named by an error. Budgets are drawn at
// random: exact amounts, each printed by rounding, so that sums differ by rounding as real ones do.
#include <budget/audit/audit.hpp>
#include <budget/obligation/judge.hpp>

#include "audit/dossier_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace budget;
using testing::cell;

namespace {

constexpr int classes = 3, groups = 2, items = 2;
constexpr int first_amount = 2, last_amount = 4;  // 合计, 基本支出, 项目支出

struct Node {
  int parent = -1;
  std::vector<int> children;
};

// Row 0 is the total; then each class with its groups and items, as printed.
std::vector<Node> tree() {
  std::vector<Node> nodes(1);
  const auto add = [&nodes](int parent) {
    nodes.push_back({parent, {}});
    const int self = static_cast<int>(nodes.size()) - 1;
    nodes[static_cast<std::size_t>(parent)].children.push_back(self);
    return self;
  };
  for (int c = 0; c < classes; ++c) {
    const int of_class = add(0);
    for (int g = 0; g < groups; ++g) {
      const int of_group = add(of_class);
      for (int i = 0; i < items; ++i) add(of_group);
    }
  }
  return nodes;
}

std::string printed(std::int64_t fen, int digits) {
  const Decimal wan = Decimal::scaled(fen, 6);
  return fen == 0 ? std::string() : to_string(wan.rescaled(digits, Rounding::half_away));
}

// Two tables that state the same amounts: in 万元 with two digits, in 元 with two or again in 万元.
testing::Sample random_budget(std::mt19937& random, bool same_unit) {
  const std::vector<Node> nodes = tree();
  std::vector<std::array<std::int64_t, 3>> amounts(nodes.size());
  std::uniform_int_distribution<std::int64_t> fen(100'000'00, 4'000'000'00);
  std::bernoulli_distribution blank(0.3);
  for (std::size_t r = nodes.size(); r-- > 0;) {
    if (nodes[r].children.empty()) {
      amounts[r][1] = fen(random);
      amounts[r][2] = blank(random) ? 0 : fen(random);
    }
    for (const int child : nodes[r].children)
      for (const std::size_t c : {1U, 2U})
        amounts[r][c] += amounts[static_cast<std::size_t>(child)][c];
    amounts[r][0] = amounts[r][1] + amounts[r][2];
  }
  const std::vector<std::string> headers{"科目编码", "科目名称", "合计", "基本支出", "项目支出"};
  const auto rows = [&](bool wan) {
    testing::Rows result;
    for (std::size_t r = 0; r < nodes.size(); ++r) {
      std::vector<std::string> row{r == 0 ? "" : std::to_string(200 + r),
                                   "科目" + std::to_string(r)};
      for (const std::int64_t amount : amounts[r])
        row.push_back(wan           ? printed(amount, 2)
                      : amount == 0 ? std::string()
                                    : to_string(Decimal::scaled(amount, 2)));
      result.push_back(row);
    }
    return result;
  };
  testing::Sample result;
  result.dossier = testing::dossier(
      {testing::table(TableKind::expenditure, "支出总表", Unit::wan_yuan, headers, rows(true), 10),
       testing::table(TableKind::general_public_expenditure, "一般公共预算支出表",
                      same_unit ? Unit::wan_yuan : Unit::yuan, headers, rows(same_unit), 210)});
  for (const int t : {0, 1}) {
    for (int r = 0; r < static_cast<int>(nodes.size()); ++r) {
      result.obligations.push_back(testing::sum("split", testing::terms({cell(t, r, 2)}),
                                                testing::terms({cell(t, r, 3), cell(t, r, 4)})));
      const auto& children = nodes[static_cast<std::size_t>(r)].children;
      for (int c = first_amount; c <= last_amount && !children.empty(); ++c) {
        std::vector<Term> parts;
        for (const int child : children) parts.push_back({1, cell(t, child, c)});
        result.obligations.push_back(testing::sum("tree", testing::terms({cell(t, r, c)}), parts));
      }
    }
  }
  for (int r = 0; r < static_cast<int>(nodes.size()); ++r)
    for (int c = first_amount; c <= last_amount; ++c)
      result.obligations.push_back(testing::same("same", cell(0, r, c), cell(1, r, c)));
  return result;
}

// The slips of a typist; nothing where a kind leaves the figure as it is.
std::vector<std::string> changes(const std::string& text, const std::string& neighbour,
                                 std::mt19937& random) {
  std::vector<std::string> result;
  const std::size_t point = text.find('.');
  const int digits = static_cast<int>(text.size() - point - 1);
  const Decimal value = Decimal::parse(text);
  result.push_back(to_string((value * Decimal::of(10)).rescaled(digits, Rounding::half_away)));
  result.push_back(to_string(divide(value, Decimal::of(10), digits, Rounding::half_away)));
  result.push_back("-" + text);
  if (!neighbour.empty()) result.push_back(neighbour);
  std::string other = text;
  const std::size_t at = std::uniform_int_distribution<std::size_t>(0, point - 1)(random);
  other.erase(at, 1);
  if (point > 1) result.push_back(other);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '.' || text[i + 1] == '.' || text[i] == text[i + 1]) continue;
    other = text;
    std::swap(other[i], other[i + 1]);
    result.push_back(other);
  }
  std::erase(result, text);
  return result;
}

bool any_violated(const testing::Sample& given, const CellRef& ref) {
  return std::any_of(given.obligations.begin(), given.obligations.end(), [&](const Obligation& o) {
    const auto is_it = [&](const Term& term) { return term.cell == ref; };
    const bool in_it = std::any_of(o.left.begin(), o.left.end(), is_it) ||
                       std::any_of(o.right.begin(), o.right.end(), is_it);
    return in_it && judge(o, given.dossier).status == Status::violated;
  });
}

}  // namespace

TEST_CASE("a consistent budget has no error, whatever its rounding") {
  std::mt19937 random(20240101);
  for (int i = 0; i < 30; ++i) {
    const testing::Sample given = random_budget(random, i % 2 == 0);
    const Report report = audit(given.dossier, given.obligations, {});
    for (const Finding& finding : report.findings) CHECK(finding.severity != Severity::error);
  }
}

TEST_CASE("one changed figure is suspected, alone where it can be, and the true value is offered") {
  std::mt19937 random(7);
  int changed = 0, alone = 0, claimed = 0;
  for (const bool same_unit : {true, false}) {
    testing::Sample given = random_budget(random, same_unit);
    const std::vector<Table>& tables = given.dossier.disclosures[0].tables;
    for (int t = 0; t < 2; ++t) {
      for (int r = 0; r < static_cast<int>(tables[0].rows.size()); ++r) {
        for (int c = first_amount; c <= last_amount; ++c) {
          if ((t + r + c) % 3 != 0) continue;  // a third of the cells: the test stays quick
          const CellRef ref = cell(t, r, c);
          const std::string was = at(given.dossier, ref).figure.text();
          if (was.empty()) continue;
          const std::string neighbour = r + 1 < static_cast<int>(tables[0].rows.size())
                                            ? at(given.dossier, cell(t, r + 1, c)).figure.text()
                                            : std::string();
          for (const std::string& now : changes(was, neighbour, random)) {
            testing::print(given.dossier, ref, now);
            if (any_violated(given, ref)) {
              ++changed;
              CAPTURE(was);
              CAPTURE(now);
              const Report report = audit(given.dossier, given.obligations, {});
              int errors = 0;
              const Finding* named = nullptr;
              for (const Finding& finding : report.findings) {
                if (finding.severity != Severity::error) continue;
                ++errors;
                for (const Repair& repair : finding.repairs)
                  if (repair.place.cell == ref) named = &finding;
              }
              REQUIRE(named != nullptr);
              CHECK(errors == 1);
              CHECK(report.verdict == Verdict::violated);
              alone += named->repairs.size() == 1 ? 1 : 0;
              for (const Repair& repair : named->repairs) {
                if (repair.place.cell != ref) continue;
                const Decimal truth = Decimal::parse(was);
                CHECK(*repair.low <= truth);
                CHECK(truth <= *repair.high);
                if (!repair.value) continue;
                ++claimed;
                // A claimed value is the true one, or prints the same amount in a coarser unit.
                if (repair.low == repair.high) CHECK(Decimal::parse(*repair.value) == truth);
              }
            }
            testing::print(given.dossier, ref, was);
          }
        }
      }
    }
  }
  CHECK(changed > 300);
  CHECK(alone * 10 > changed * 9);
  CHECK(claimed * 10 > changed * 9);
}

TEST_CASE("the same dossier gives the same findings, however often it is audited") {
  std::mt19937 random(3);
  testing::Sample given = random_budget(random, true);
  testing::print(given.dossier, cell(0, 4, 2), "1.00");
  testing::print(given.dossier, cell(1, 7, 3), "2.00");
  const Report one = audit(given.dossier, given.obligations, {});
  const Report two = audit(given.dossier, given.obligations, {});
  REQUIRE(one.findings.size() == two.findings.size());
  for (std::size_t i = 0; i < one.findings.size(); ++i) {
    CHECK(one.findings[i].id == two.findings[i].id);
    CHECK(one.findings[i].places.size() == two.findings[i].places.size());
    CHECK(one.findings[i].cause == two.findings[i].cause);
  }
}
