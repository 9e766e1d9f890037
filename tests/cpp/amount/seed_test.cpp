// SPDX-License-Identifier: Apache-2.0
// Every cell of a real disclosure whose cells were checked by hand: figures read as printed, names
// as labels, blanks as blanks, and nothing is unreadable.
#include <budget/amount/figure.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

using namespace budget;

namespace {

std::filesystem::path shared_folder() {
  if (const char* folder = std::getenv("BUDGET_SHARED")) return folder;
  return std::filesystem::path(BUDGET_ROOT) / ".." / "shared";
}

}  // namespace

TEST_CASE("every cell of the 2024 tables reads as what it is") {
  std::ifstream file(shared_folder() / "seed" / "yangquan-2024.facts.json");
  if (!file) {
    MESSAGE("skipped: no shared data; set BUDGET_SHARED");
    return;
  }
  int numbers = 0, blanks = 0, labels = 0;
  const auto check = [&](const std::string& text) {
    const Figure figure(text, Unit::wan_yuan);
    CAPTURE(text);
    CHECK(figure.state() != FigureState::unreadable);
    const bool digits_only =
        !text.empty() && text.find_first_not_of("0123456789.,") == std::string::npos;
    CHECK(figure.is_number() == digits_only);
    CHECK((figure.state() == FigureState::blank) == text.empty());
    blanks += text.empty();
    labels += figure.state() == FigureState::label;
    if (!figure.is_number()) return;
    ++numbers;
    std::string digits = text;
    std::erase(digits, ',');
    CHECK(figure.value() == Decimal::parse(digits));
    // Two digits of 万元: 50 元 either side.
    if (text.find('.') != std::string::npos) CHECK(figure.amounts().width() == Decimal::of(100));
  };
  const nlohmann::json facts = nlohmann::json::parse(file);
  for (const auto& table : facts.at("tables")) {
    for (const auto& row : table.at("rows")) {
      for (const char* field : {"cells", "values"}) {
        if (!row.contains(field)) continue;
        for (const auto& cell : row.at(field)) check(cell);
      }
      if (row.contains("name")) check(row.at("name"));
    }
  }
  CHECK(numbers > 300);
  CHECK(blanks > 300);
  CHECK(labels > 100);
}
