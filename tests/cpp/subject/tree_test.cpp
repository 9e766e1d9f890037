// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/base/two_threads.hpp>
#include <budget/subject/tree_build.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::outline;
using budget_test::Random;
using budget_test::Rows;
using budget_test::tree_of;

namespace {

// Everything that holds for any tree.
void check_invariants(const SubjectTree& tree) {
  REQUIRE(tree.size() >= 1);
  CHECK(tree.parent(0) == -1);
  CHECK(tree.end(0) == tree.size());
  std::vector<TreeNode> inner;
  int deepest = 0;
  for (TreeNode node = 0; node < tree.size(); ++node) {
    CAPTURE(node);
    deepest = std::max(deepest, tree.level(node));
    if (node > 0) {
      const TreeNode above = tree.parent(node);
      REQUIRE(above >= 0);
      CHECK(above < node);
      CHECK(tree.level(node) == tree.level(above) + 1);
      CHECK(tree.end(node) <= tree.end(above));
      CHECK(tree.is_below(node, above));
    }
    CHECK(tree.inner_before(node) == inner.size());
    if (!tree.is_leaf(node)) inner.push_back(node);
    TreeNode next = node + 1;
    for (const TreeNode part : tree.children(node)) {
      CHECK(part == next);
      CHECK(tree.parent(part) == node);
      next = tree.end(part);
    }
    CHECK(next == tree.end(node));
  }
  CHECK(deepest == tree.height());
  CHECK(tree.inner_size() == inner.size());
  CHECK(std::vector<TreeNode>(tree.inner_nodes().begin(), tree.inner_nodes().end()) == inner);
}

// Where the codes of a tree stand by the definition: the longest other code that one begins with.
std::string searched_parent(const std::vector<std::string>& codes, const std::string& code) {
  std::string best;
  for (const std::string& other : codes) {
    if (other.size() < code.size() && other.size() > best.size() && code.starts_with(other))
      best = other;
  }
  return best;
}

TreeError error_of(const std::string& table, CodeScheme scheme = CodeScheme::subject,
                   Duplicates duplicates = Duplicates::refuse) {
  try {
    tree_of(table, scheme, duplicates);
  } catch (const TreeError& error) {
    return error;
  }
  FAIL("no TreeError for\n" << table);
  throw;
}

}  // namespace

TEST_CASE("rows of the seed in any order make one tree, with the levels that no row prints") {
  const SubjectTree tree = tree_of(
      "20805   行政事业单位养老支出  317.42\n"
      "2010601 行政运行             794.00\n"
      "20106   财政事务            2794.26\n"
      "_       合计                3296.30\n"
      "2010602 一般行政管理事务     939.10\n");
  CHECK(outline(tree) ==
        "|合计\n"
        "  201|\n"
        "    20106|财政事务\n"
        "      2010601|行政运行\n"
        "      2010602|一般行政管理事务\n"
        "  208|\n"
        "    20805|行政事业单位养老支出\n");
  check_invariants(tree);
  CHECK(tree.printed(0, 0) == PrintedAmount{3'296'300'000, 5'000});
  CHECK_FALSE(tree.printed(1, 0).is_stated());
  CHECK(tree.row(0) == 3);
  CHECK(tree.row(1) == -1);
  CHECK(tree.row(2) == 2);
  CHECK(tree.find("2010602") == 4);
  CHECK_FALSE(tree.find("2010603"));
  CHECK(tree.level_nodes(1) == std::vector<TreeNode>{1, 5});
  CHECK(tree.column("a") == 0);
  CHECK_FALSE(tree.column("b"));
}

TEST_CASE("a tree without rows is a total without parts") {
  const SubjectTree tree = tree_from_codes({}, CodeScheme::subject);
  CHECK(tree.size() == 1);
  CHECK(tree == SubjectTree());
  check_invariants(tree);
}

TEST_CASE("prefix codes of any length stand below the longest code that they begin with") {
  Random random(7);
  for (int round = 0; round < 200; ++round) {
    // Digits only, letters too, or longer than the fast way takes.
    const std::string alphabet = round % 3 == 1 ? "12A" : "12";
    const std::int64_t longest = round % 3 == 2 ? 20 : 6;
    std::vector<std::string> codes;
    for (int i = 0; i < 30; ++i) {
      std::string code;
      const std::int64_t length = random.between(1, longest);
      for (std::int64_t k = 0; k < length; ++k)
        code += alphabet[static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(alphabet.size()) - 1))];
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
    const auto views = Rows::views(codes);
    const SubjectTree tree = tree_from_codes({views, {}, {}}, CodeScheme::prefix);
    check_invariants(tree);
    REQUIRE(tree.size() == static_cast<TreeNode>(codes.size()) + 1);
    for (TreeNode node = 1; node < tree.size(); ++node) {
      CHECK(tree.code(node) == codes[static_cast<std::size_t>(tree.row(node))]);
      CHECK(tree.code(tree.parent(node)) == searched_parent(codes, std::string(tree.code(node))));
      if (node > 1) CHECK(tree.code(node - 1) < tree.code(node));
    }
  }
}

TEST_CASE("separators end a code: 1.10 is no part of 1.1") {
  CHECK(outline(tree_of("1.1 a\n1 b\n1.10 c\n1.1.1 d\n", CodeScheme::prefix)) ==
        "|\n  1|b\n    1.1|a\n      1.1.1|d\n    1.10|c\n");
  CHECK(outline(tree_of("1_1 a\n1 b\n10 c\n", CodeScheme::prefix)) ==
        "|\n  1|b\n    1_1|a\n  10|c\n");
}

TEST_CASE("half bytes pushed together come apart again, and keep their order") {
  Random random(5);
  const auto any = [&random] {
    return static_cast<std::uint64_t>(random.between(0, INT64_MAX)) * 2 +
           static_cast<std::uint64_t>(random.between(0, 1));
  };
  for (int i = 0; i < 2000; ++i) {
    const std::uint64_t chosen = any() & any() & any(), number = any(), other = any();
    const detail::HalfBytes halves(chosen);
    CHECK((halves.mask() & chosen) == chosen);
    std::uint64_t expected = 0;
    unsigned count = 0;
    for (unsigned at = 0; at < 64; at += 4) {
      if (((chosen >> at) & 0xFU) == 0) continue;
      expected |= ((number >> at) & 0xFU) << (4 * count++);
    }
    CHECK(halves.count() == count);
    CHECK(halves.gathered(number) == expected);
    CHECK(halves.spread(expected) == (number & halves.mask()));
    CHECK((halves.gathered(number) < halves.gathered(other)) ==
          ((number & halves.mask()) < (other & halves.mask())));
  }
}

TEST_CASE("sorting by key is sorting by text, on one thread and on two") {
  Random random(3);
  const auto any_digits = [](std::size_t digits) { return digits > 0; };
  // Codes of any length up to `most`; at most 8 differing half bytes, their count among them, make
  // one number with the row, more do not. Two threads are worth while from 32768 rows on.
  for (const auto& sizes :
       {std::pair{1, 40}, {3, 1000}, {7, 5000}, {8, 5000}, {15, 5000}, {5, 40001}, {15, 40000}}) {
    const int most = sizes.first, count = sizes.second;
    CAPTURE(most);
    const std::int64_t blank = random.between(-1, count - 1);  // its row; −1 for none
    std::vector<std::string> codes;
    for (int i = 0; i < count; ++i) {
      std::string code;
      const std::int64_t length = i == blank ? 0 : random.between(1, most);
      for (std::int64_t k = 0; k < length; ++k)
        code += static_cast<char>('0' + random.between(0, 9));
      codes.push_back(code);
    }
    const std::vector<std::string_view> views(codes.begin(), codes.end());
    std::vector<std::string> sorted = codes;
    std::erase(sorted, "");
    std::sort(sorted.begin(), sorted.end());
    for (const RunBoth both : {in_turn, on_two_threads}) {
      detail::DigitRows rows(views, both, any_digits);
      CHECK(rows.found.blank == static_cast<std::size_t>(blank));
      CHECK(rows.found.blank_again == detail::DigitCodes::none);
      CHECK(rows.found.unfit == detail::DigitCodes::none);
      const detail::DigitOrder order(std::move(rows));
      REQUIRE(order.size() == sorted.size());
      bool same = true;
      for (std::size_t i = 0; i < order.size(); ++i) {
        char text[detail::DigitKey::written];
        same = same && std::string(text, order[i].key.write(text)) == sorted[i] &&
               codes[static_cast<std::size_t>(order[i].row)] == sorted[i] &&
               (i == 0 || !(order[i - 1].key == order[i].key) || order[i - 1].row < order[i].row);
      }
      CHECK(same);
    }
  }
  CHECK(detail::DigitOrder(detail::DigitRows({}, in_turn, any_digits)).size() == 0);
  for (const char* wrong : {"", "12a", "１２３", "1234567a", "a2345678", "12345678:", "/2345678",
                            "1234567890123456", "2010601 ", "-1234567"})
    CHECK(detail::DigitKey::of(wrong).digits() == 0);
}

TEST_CASE("a tree built on two threads is the one built on one") {
  Random random(11);
  constexpr int count = 50'000;
  std::vector<std::string> codes;
  std::vector<std::string> names;
  std::vector<PrintedAmount> amounts;
  for (int i = 0; i < count; ++i) {
    std::string code = std::to_string(200 + i % 30);
    for (int rest = i / 30; rest > 0; rest /= 100)
      code += {static_cast<char>('0' + rest / 10 % 10), static_cast<char>('0' + rest % 10)};
    codes.push_back(code);
    names.push_back("项目" + std::to_string(i));
    const std::int64_t kind = random.between(0, 9);
    amounts.push_back({kind == 0 ? 0 : random.between(-5'000'000, 5'000'000),
                       kind == 0   ? PrintedAmount::not_stated
                       : kind == 1 ? 5'000
                                   : 50});
  }
  codes.back() = "";  // the total
  const std::vector<std::string_view> code_views(codes.begin(), codes.end());
  const std::vector<std::string_view> name_views(names.begin(), names.end());
  const auto rows = [&](RunBoth both) {
    TreeRows given{code_views, name_views, {}, both};
    for (const char* name : {"a", "b", "c"}) {
      FigureColumn column;
      for (const PrintedAmount& amount : amounts) column.push_back(amount);
      given.columns.push_back({name, std::move(column)});
    }
    return given;
  };
  const auto build = [&](RunBoth both) { return tree_from_codes(rows(both), CodeScheme::subject); };
  const SubjectTree one = build(in_turn), two = build(on_two_threads);
  CHECK(one == two);
  CHECK(one.size() >= count);
  CHECK(one.row(0) == count - 1);
  for (TreeNode node = 0; node < one.size(); ++node) {
    const std::int32_t row = one.row(node);
    if (one.row(node) != two.row(node)) FAIL("rows differ");
    if (row >= 0 && (one.code(node) != codes[static_cast<std::size_t>(row)] ||
                     one.name(node) != names[static_cast<std::size_t>(row)] ||
                     !(one.printed(node, 2) == amounts[static_cast<std::size_t>(row)])))
      FAIL("a node has not what its row says");
    if (row < 0 && one.printed(node, 0).is_stated()) FAIL("an implied node states something");
  }
  // What is wrong is found in either half, the first of it first.
  for (const std::size_t row : {std::size_t{7}, std::size_t{40'007}}) {
    const std::string kept = codes[row];
    for (const char* wrong : {"", "2x1", "20"}) {
      codes[row] = wrong;
      const std::vector<std::string_view> views(codes.begin(), codes.end());
      for (const RunBoth both : {in_turn, on_two_threads}) {
        TreeRows given{views, {}, {}, both};
        try {
          (void)tree_from_codes(std::move(given), CodeScheme::subject);
          FAIL("no error");
        } catch (const TreeError& error) {
          CHECK(error.row() == (*wrong == '\0' ? count - 1 : row));
        }
      }
    }
    codes[row] = kept;
  }
}

TEST_CASE("what makes no tree is refused with its row") {
  struct Case {
    const char* table;
    const char* id;
    std::size_t row;
  };
  for (const auto& [table, id, row] : {
           Case{"201 a\n2010 b\n", "subject.tree.code", 1},
           Case{"201 a\nABC b\n", "subject.tree.code", 1},
           Case{"21 a\n", "subject.tree.code", 0},
           Case{"20101010101010101 a\n", "subject.tree.code", 0},
           Case{"20101 a\n20102 b\n20101 c\n", "subject.tree.duplicate", 2},
           Case{"_ 合计\n201 a\n_ 总计\n", "subject.tree.duplicate", 2},
       }) {
    const std::string_view shown = table;
    CAPTURE(shown);
    const TreeError error = error_of(table);
    CHECK(error.id() == id);
    CHECK(error.row() == row);
    CHECK(error.message().en.find("row " + std::to_string(row + 1)) != std::string::npos);
  }
  CHECK(error_of("A a\nA-1 b\nA c\n", CodeScheme::prefix).row() == 2);
}

TEST_CASE("a code that several rows print may be kept, unless something lies below it") {
  const SubjectTree tree =
      tree_of("20101 a 1.00\n20102 b 2.00\n20101 c 3.00\n", CodeScheme::subject, Duplicates::keep);
  CHECK(outline(tree) == "|\n  201|\n    20101|a\n    20101|c\n    20102|b\n");
  check_invariants(tree);
  const TreeError error =
      error_of("20101 a\n2010101 b\n20101 c\n", CodeScheme::subject, Duplicates::keep);
  CHECK(error.id() == "subject.tree.duplicate");
  CHECK(error.row() == 2);
  CHECK(error.text() == "20101");
}

TEST_CASE("ten thousand rows of one code are refused at the second, or kept") {
  const std::vector<std::string_view> codes(10'000, "2010101");
  CHECK_THROWS_AS((void)tree_from_codes({codes, {}, {}}, CodeScheme::subject), TreeError);
  const SubjectTree tree = tree_from_codes({codes, {}, {}}, CodeScheme::subject, Duplicates::keep);
  CHECK(tree.size() == 10'003);
  check_invariants(tree);
}

TEST_CASE("departments, units and projects by the parent that each row names") {
  const std::vector<std::string_view> names{"项目一", "财政局", "国库中心", "项目二"};
  const std::vector<std::string_view> parents{"国库中心", "", "财政局", "国库中心"};
  const SubjectTree tree = tree_from_parents({{}, names, {}}, parents);
  CHECK(outline(tree) == "|\n  |财政局\n    |国库中心\n      |项目一\n      |项目二\n");
  check_invariants(tree);

  const auto error = [&](std::vector<std::string_view> n, std::vector<std::string_view> p) {
    try {
      (void)tree_from_parents({{}, n, {}}, p);
    } catch (const TreeError& caught) {
      return std::string(caught.id()) + " " + std::to_string(caught.row());
    }
    return std::string("none");
  };
  CHECK(error({"a", "b"}, {"", "c"}) == "subject.tree.parent 1");
  CHECK(error({"a", "b"}, {"b", "a"}) == "subject.tree.cycle 0");
  CHECK(error({"a", "b"}, {"", "b"}) == "subject.tree.cycle 1");
  CHECK(error({"a", "a", "b"}, {"", "", "a"}) == "subject.tree.duplicate 1");
  CHECK(error({"a", "b"}, {""}) == "subject.tree.length 1");
}

TEST_CASE("parent rows and levels say the same tree") {
  Random random(11);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::int32_t> parents, levels;
    std::vector<std::string> names;
    // Rows in printed order: each below the one before it, or below one of those above that.
    for (std::int32_t row = 0; row < 40; ++row) {
      std::int32_t parent = row - 1;
      for (std::int64_t up = random.between(0, 3); up > 0 && parent >= 0; --up)
        parent = parents[static_cast<std::size_t>(parent)];
      parents.push_back(parent);
      levels.push_back(parent < 0 ? 1 : levels[static_cast<std::size_t>(parent)] + 1);
      names.push_back("n" + std::to_string(row));
    }
    const auto views = Rows::views(names);
    const SubjectTree by_parents = tree_from_parent_rows({{}, views, {}}, parents);
    check_invariants(by_parents);
    CHECK(by_parents == tree_from_levels({{}, views, {}}, levels));
    for (TreeNode node = 1; node < by_parents.size(); ++node) {
      const std::int32_t parent = parents[static_cast<std::size_t>(by_parents.row(node))];
      CHECK(by_parents.row(by_parents.parent(node)) == parent);
    }
  }
  const std::vector<std::int32_t> skipped{1, 3};
  CHECK_THROWS_AS((void)tree_from_levels({{}, {}, {{"a", FigureColumn({1, 2})}}}, skipped),
                  TreeError);
  const std::vector<std::int32_t> outside{-1, 2};
  CHECK_THROWS_AS((void)tree_from_parent_rows({{}, {}, {{"a", FigureColumn({1, 2})}}}, outside),
                  TreeError);
}

TEST_CASE("the row that states the total stands above all") {
  const std::vector<std::string_view> names{"a", "合计", "b"};
  const std::vector<std::int32_t> parents{1, -1, -1};
  CHECK(outline(tree_from_parent_rows({{}, names, {}}, parents, 1)) == "|合计\n  |a\n  |b\n");
}

TEST_CASE("a chain as deep as it has rows is built without recursion") {
  std::vector<std::int32_t> parents;
  for (std::int32_t row = 0; row < 200'000; ++row) parents.push_back(row - 1);
  const SubjectTree tree = tree_from_parent_rows(
      {{}, {}, {{"a", FigureColumn(std::vector<std::int64_t>(200'000, 1))}}}, parents);
  CHECK(tree.height() == 200'000);
}
