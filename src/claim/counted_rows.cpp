// SPDX-License-Identifier: Apache-2.0
#include "claim/counted_rows.hpp"

#include "claim/filled.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::string_view operating_item = "机关运行经费";
constexpr std::array<std::string_view, 4> project_items{"绩效目标项目", "其他运转类项目",
                                                        "特定目标类项目", "人员类项目"};

/// Rows with an amount below which no other row stands, the total left out.
int rows_with_amounts(const Table& table) {
  int count = 0;
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    const RowLabel& label = table.rows[static_cast<std::size_t>(r)].labels.front();
    if (label.level != 0 && !label.key.empty() && table.children(r).empty() && is_filled(table, r))
      ++count;
  }
  return count;
}

class Rows {
 public:
  explicit Rows(const Told& told) : told_(told) {}

  std::vector<Obligation> run() {
    for (int i = 0; i < told_.size(); ++i)
      if (told_.claim(i).kind == ClaimKind::count) take(i);
    return std::move(made_);
  }

 private:
  void take(int index) {
    const Claim& claim = told_.claim(index);
    const auto row = static_cast<std::size_t>(claim.figure);
    const std::string& measure = told_.narrative().figures[row].measure;
    const std::string& item = claim.quantity[Slot::item];
    if (measure == "家" && item == operating_item)
      against(index, TableKind::agency_operating, false);
    else if (measure == "个" && std::ranges::find(project_items, item) != project_items.end())
      against(index, TableKind::project_expenditure, true);
  }

  void against(int index, TableKind kind, bool may_be_fewer) {
    const Table* const table = told_.dossier().current().find(kind);
    const Figure& figure = told_.figure(told_.said(index));
    if (table == nullptr || table->sides.size() != 1 || !figure.is_number()) return;
    const auto [counted, is_new] = rows_.try_emplace(kind, 0);
    if (is_new) counted->second = rows_with_amounts(*table);
    const int rows = counted->second;
    if (rows == 0) return;
    const Decimal count = Decimal::of(rows);
    Obligation obligation = told_.blank(index, ObligationKind::form);
    obligation.left = {{1, told_.said(index)}};
    obligation.met = may_be_fewer ? figure.value() <= count : figure.value() == count;
    const std::string listed = std::to_string(rows);
    obligation.requirement = {
        "《" + table->title + "》列有 " + listed + " 行，文中写作 " + figure.text(),
        table->title + " lists " + listed + " rows, the text says " + figure.text()};
    obligation.places = {at(told_.dossier(), told_.said(index)).place};
    made_.push_back(std::move(obligation));
  }

  const Told& told_;
  std::map<TableKind, int> rows_;  // with amounts, of the tables asked for
  std::vector<Obligation> made_;
};

}  // namespace

std::vector<Obligation> counted_rows(const Told& told) {
  return Rows(told).run();
}

}  // namespace budget::inline v1::detail::claims
