// SPDX-License-Identifier: Apache-2.0
#include "claim/subject_names.hpp"

#include "claim/wording.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace budget::inline v1::detail::claims {
namespace {

class Names {
 public:
  explicit Names(const Told& told) : told_(told) {
    for (int i = 0; i < told.size(); ++i)
      if (const auto& path = told.claim(i).quantity.subject; !path.empty())
        told_of_.insert(std::string(stem_of(path.back())));
  }

  std::vector<Obligation> run() {
    for (int i = 0; i < told_.size(); ++i) {
      const Claim& claim = told_.claim(i);
      // A class and a group at least lead to an item.
      if (claim.kind != ClaimKind::amount || !claim.understood || claim.in_reason ||
          claim.quantity.subject.size() < 2 || !claim.quantity[Slot::period].empty())
        continue;
      if (!claim.cells.empty())
        add(i, {}, true);
      else if (const std::string meant = row_meant(i); !meant.empty())
        add(i, meant, false);
    }
    return std::move(made_);
  }

 private:
  void add(int index, const std::string& meant, bool met) {
    const std::string& said = told_.claim(index).quantity.subject.back();
    Obligation obligation = told_.blank(index, ObligationKind::form);
    obligation.id += "/name";
    obligation.met = met;
    obligation.requirement = {
        "科目名称“" + said + "”在表中没有；同级科目中数额相同的是“" + meant + "”",
        "no table prints the subject \"" + said + "\"; of its siblings \"" + meant +
            "\" has the amount"};
    obligation.places = {at(told_.dossier(), told_.said(index)).place};
    made_.push_back(std::move(obligation));
  }

  /// The one row below the group of an amount that prints the amount and that the text does not name; "" without one,
  /// or with several.
  [[nodiscard]] std::string row_meant(int index) const {
    const std::vector<std::string>& path = told_.claim(index).quantity.subject;
    const Figure& said = told_.figure(told_.said(index));
    if (!said.is_number() || said.value().is_zero()) return {};
    std::set<std::string> found;
    for (const Table& table : told_.dossier().current().tables)
      for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
        const RowLabel& label = table.rows[static_cast<std::size_t>(r)].labels.front();
        const int parent = label.parent;
        if (parent < 0 || label.code.empty() || told_of_.contains(std::string(stem_of(label.key))))
          continue;
        const RowLabel& group = table.rows[static_cast<std::size_t>(parent)].labels.front();
        if (stem_of(group.key) == stem_of(path[path.size() - 2]) && prints(table, r, said))
          found.insert(label.key);
      }
    return found.size() == 1 ? *found.begin() : std::string();
  }

  [[nodiscard]] static bool prints(const Table& table, int row, const Figure& said) {
    const std::vector<Cell>& cells = table.rows[static_cast<std::size_t>(row)].cells;
    return std::ranges::any_of(cells, [&](const Cell& cell) {
      return cell.figure.is_number() && cell.figure.unit() == said.unit() &&
             cell.figure.value() == said.value();
    });
  }

  const Told& told_;
  std::set<std::string> told_of_;  // stems of the names that the text tells amounts of
  std::vector<Obligation> made_;
};

}  // namespace

std::vector<Obligation> subject_names(const Told& told) {
  return Names(told).run();
}

}  // namespace budget::inline v1::detail::claims
