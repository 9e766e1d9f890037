// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/tree.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace budget;

namespace {

using Codes = std::vector<std::optional<SubjectCode>>;

Codes codes(const std::vector<std::string>& texts) {
  Codes out;
  for (const std::string& text : texts) out.push_back(SubjectCode::try_parse(text));
  return out;
}

std::vector<int> parents(const SubjectTree& tree) {
  std::vector<int> out;
  for (int row = 0; row < tree.size(); ++row) out.push_back(tree.parent(row));
  return out;
}

std::vector<int> list(std::span<const int> rows) {
  return {rows.begin(), rows.end()};
}

// The definition, read literally: longest ancestor, then the nearest print before, else after.
int searched_parent(const Codes& all, std::size_t row) {
  if (!all[row]) return -1;
  std::size_t longest = 0;
  for (const auto& other : all) {
    if (other && other->is_ancestor_of(*all[row])) longest = std::max(longest, other->digits());
  }
  if (longest == 0) return -1;
  const auto fits = [&](std::size_t i) {
    return all[i] && all[i]->digits() == longest && all[i]->is_ancestor_of(*all[row]);
  };
  for (std::size_t i = row; i > 0; --i) {
    if (fits(i - 1)) return static_cast<int>(i - 1);
  }
  for (std::size_t i = row; i < all.size(); ++i) {
    if (fits(i)) return static_cast<int>(i);
  }
  return -1;
}

// Everything that holds for any tree.
void check_invariants(const SubjectTree& tree) {
  std::vector<int> seen;
  std::size_t at = 0;
  for (const int row : tree.preorder()) {
    seen.push_back(row);
    const int parent = tree.parent(row);
    CHECK(tree.depth(row) == (parent < 0 ? 0 : tree.depth(parent) + 1));
    CHECK(tree.depth(row) < tree.height());
    const auto siblings = parent < 0 ? tree.roots() : tree.children(parent);
    CHECK(std::is_sorted(siblings.begin(), siblings.end()));
    CHECK(std::count(siblings.begin(), siblings.end(), row) == 1);
    std::vector<int> below{row};
    for (const int child : tree.children(row)) {
      CHECK(tree.parent(child) == row);
      const auto part = tree.subtree(child);
      below.insert(below.end(), part.begin(), part.end());
    }
    CHECK(list(tree.subtree(row)) == below);
    CHECK(tree.subtree(row).data() == tree.preorder().data() + at++);
    CHECK(tree.is_leaf(row) == (below.size() == 1));
  }
  std::sort(seen.begin(), seen.end());
  for (int row = 0; row < tree.size(); ++row) CHECK(seen.at(static_cast<std::size_t>(row)) == row);
  CHECK(seen.size() == static_cast<std::size_t>(tree.size()));
}

}  // namespace

TEST_CASE("the rows of a published expenditure table") {
  // Codes of an expenditure table as printed; 21011 has its items, 20132 lacks nothing.
  const SubjectTree tree = SubjectTree::from_codes(
      codes({"合计", "201", "20101", "2010101", "20106", "2010601", "2010602", "20132", "2013299",
             "208", "20805", "2080501", "221", "22102", "2210201"}));
  CHECK(parents(tree) == std::vector{-1, -1, 1, 2, 1, 4, 4, 1, 7, -1, 9, 10, -1, 12, 13});
  CHECK(list(tree.roots()) == std::vector{0, 1, 9, 12});
  CHECK(list(tree.children(1)) == std::vector{2, 4, 7});
  CHECK(tree.level(2) == std::vector{3, 5, 6, 8, 11, 14});
  CHECK(tree.level(3).empty());
  CHECK(tree.height() == 3);
  CHECK(tree.is_below(5, 1));
  CHECK_FALSE(tree.is_below(1, 5));
  CHECK_FALSE(tree.is_below(1, 1));
  check_invariants(tree);
}

TEST_CASE("a level that is not printed is passed over") {
  CHECK(parents(SubjectTree::from_codes(codes(
            {"201", "2010601", "2010602", "20132", "2013299"}))) == std::vector{-1, 0, 0, 0, 3});
  CHECK(parents(SubjectTree::from_codes(codes({"2010601", "20106", "201"}))) ==
        std::vector{1, 2, -1});
}

TEST_CASE("a code printed twice takes the rows behind it") {
  CHECK(parents(SubjectTree::from_codes(codes({"208", "20805", "208", "20805", "20808"}))) ==
        std::vector{-1, 0, -1, 2, 2});
}

TEST_CASE("trees from codes equal the search by definition") {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    Codes all;
    for (auto n = random() % 30; n > 0; --n) {
      std::string text = std::to_string(200 + random() % 3);
      for (auto k = random() % 4; k > 0; --k) text += "0" + std::to_string(random() % 3);
      if (random() % 12 == 0) text = "合计";
      all.push_back(SubjectCode::try_parse(text));
    }
    if (round % 3 == 0) std::sort(all.begin(), all.end());
    const SubjectTree tree = SubjectTree::from_codes(all);
    for (std::size_t row = 0; row < all.size(); ++row) {
      CAPTURE(row);
      CHECK(tree.parent(static_cast<int>(row)) == searched_parent(all, row));
    }
    check_invariants(tree);
  }
}

TEST_CASE("indentation makes the tree that it shows, and its depths come back") {
  const std::vector<int> units{0, 1, 2, 2, 1, 2, 0, 1};
  const SubjectTree tree = SubjectTree::from_depths(units);
  CHECK(parents(tree) == std::vector{-1, 0, 1, 1, 0, 4, -1, 6});
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<int> depths;
    for (auto n = random() % 40; n > 0; --n) {
      const unsigned most = depths.empty() ? 0U : static_cast<unsigned>(depths.back()) + 1U;
      depths.push_back(static_cast<int>(random() % (most + 1)));
    }
    const SubjectTree built = SubjectTree::from_depths(depths);
    for (int row = 0; row < built.size(); ++row) {
      CHECK(built.depth(row) == depths[static_cast<std::size_t>(row)]);
    }
    check_invariants(built);
    CHECK(SubjectTree::from_parents(parents(built)) == built);
    const auto order = built.preorder();  // indented rows are printed in preorder
    CHECK(std::is_sorted(order.begin(), order.end()));
  }
}

TEST_CASE("rows that are no tree are named") {
  const auto fault = [](auto build) {
    try {
      build();
    } catch (const TreeError& error) {
      return std::string(error.id()) + " " + std::to_string(error.row());
    }
    return std::string("accepted");
  };
  using Rows = std::vector<int>;
  const auto depths = [&](const Rows& rows) {
    return fault([&] { (void)SubjectTree::from_depths(rows); });
  };
  const auto up = [&](const Rows& rows) {
    return fault([&] { (void)SubjectTree::from_parents(rows); });
  };
  CHECK(depths({1}) == "subject.tree.depth 0");
  CHECK(depths({0, 2}) == "subject.tree.depth 1");
  CHECK(depths({0, 1, -1}) == "subject.tree.depth 2");
  CHECK(up({-1, 2}) == "subject.tree.parent 1");
  CHECK(up({-2}) == "subject.tree.parent 0");
  CHECK(up({0}) == "subject.tree.cycle 0");
  CHECK(up({-1, 2, 3, 1}) == "subject.tree.cycle 1");
  CHECK(up({}) == "accepted");
}

TEST_CASE("empty, deep, wide and copied trees") {
  const SubjectTree none;
  CHECK(none.size() == 0);
  CHECK(none.height() == 0);
  CHECK(none.roots().empty());
  CHECK(none.level(0).empty());

  constexpr int many = 300'000;
  std::vector<int> chain(many);
  for (int row = 0; row < many; ++row) chain[static_cast<std::size_t>(row)] = row - 1;
  CHECK(SubjectTree::from_parents(chain).height() == many);

  const std::vector<SubjectCode> same(many, SubjectCode::parse("2010601"));
  const SubjectTree wide = SubjectTree::from_codes(same);
  CHECK(wide.roots().size() == many);

  std::span<const int> kept;
  SubjectTree copy;
  {
    const SubjectTree tree = SubjectTree::from_depths(std::vector<int>{0, 1, 1});
    copy = tree;
    kept = tree.children(0);
  }
  CHECK(list(kept) == std::vector{1, 2});
  CHECK(list(copy.children(0)) == std::vector{1, 2});
}
