// SPDX-License-Identifier: Apache-2.0
#include "rule/bind_subjects.hpp"

#include <budget/rule/parse.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace budget::inline v1::detail::rules {

namespace {

// A row that prints a subject: its code, or its name alone.
struct Printed {
  const Table* table = nullptr;
  const Row* row = nullptr;
  const RowLabel* label = nullptr;
  std::optional<SubjectCode> code;
  const Catalog* catalog = nullptr;   // of the code; null where it has no classification
  std::optional<SubjectCode> before;  // the nearest shorter code printed before it
};

std::string quoted(std::string_view name) {
  return "“" + std::string(name) + "”";
}

// Codes of units stand in columns of codes too (021, 415001): a side of a table prints subjects
// where some code of it of a group or item has a class that its catalog has.
bool prints_subjects(const Table& table, std::size_t side, const ReferenceLists& lists) {
  return std::ranges::any_of(table.rows, [&](const Row& row) {
    const auto code = SubjectCode::try_parse(row.labels[side].code);
    if (!code || code->level() == SubjectLevel::Class) return false;
    const Catalog* const catalog = catalog_of(lists, *code);
    return catalog != nullptr && catalog->contains(*code->at(SubjectLevel::Class));
  });
}

void add_side(std::vector<Printed>& all, const Table& table, std::size_t side,
              const ReferenceLists& lists) {
  const bool subjects = prints_subjects(table, side, lists);
  std::vector<SubjectCode> above;  // the codes printed before that may stand above the next one
  for (const Row& row : table.rows) {
    const RowLabel& label = row.labels[side];
    if (label.name.empty() && label.code.empty()) continue;
    Printed printed{&table, &row, &label, {}, nullptr, {}};
    if (subjects) printed.code = SubjectCode::try_parse(label.code);
    if (!printed.code) {
      above.clear();  // a total or a unit begins another list
      if (label.code.empty()) all.push_back(printed);
      continue;
    }
    while (!above.empty() && above.back().level() >= printed.code->level()) above.pop_back();
    if (!above.empty()) printed.before = above.back();
    above.push_back(*printed.code);
    printed.catalog = catalog_of(lists, *printed.code);
    all.push_back(printed);
  }
}

std::vector<Printed> printed_subjects(const std::vector<TableKind>& kinds,
                                      const Disclosure& disclosure, const ReferenceLists& lists) {
  std::vector<Printed> all;
  for (const Table& table : disclosure.tables) {
    if (std::ranges::find(kinds, table.kind) == kinds.end()) continue;
    for (std::size_t side = 0; side < table.sides.size(); ++side) add_side(all, table, side, lists);
  }
  return all;
}

void demand_class(Obligation& obligation, const Printed& printed) {
  const std::string code = to_string(*printed.code->at(SubjectLevel::Class));
  obligation.met = printed.catalog != nullptr && printed.catalog->contains(code);
  obligation.requirement = {
      "科目编码 " + printed.label->code + " 的类 " + code + " 应是政府收支分类科目中的类",
      "the class " + code + " of the code " + printed.label->code +
          " should be one of the classification"};
}

void demand_known(Obligation& obligation, const Printed& printed) {
  obligation.met = printed.catalog->contains(*printed.code);
  obligation.requirement = {
      "科目编码 " + printed.label->code + " 不在已收录的科目中，请核对",
      "the code " + printed.label->code + " is not among the known ones: check it"};
}

void demand_parent(Obligation& obligation, const Printed& printed) {
  obligation.met = printed.before->is_ancestor_of(*printed.code);
  const std::string code = printed.label->code, before = to_string(*printed.before);
  obligation.requirement = {
      "科目 " + code + " 不应列在 " + before + " 之下，应列在其上级科目之下",
      "the subject " + code + " should not stand below " + before + " but below its own parent"};
}

// One name is a piece of the other: a line broken in the middle of it, not another name.
bool is_piece(std::string_view printed, std::string_view expected) {
  while (printed.ends_with("…")) printed.remove_suffix(std::string_view("…").size());
  return printed.find(expected) != printed.npos || expected.find(printed) != expected.npos;
}

void demand_fit(Obligation& obligation, const Printed& printed, const NameCheck& check) {
  obligation.met = check.fit != NameFit::other_name;
  const std::string code = printed.label->code, name = printed.label->name;
  const std::string expected(check.current == nullptr ? "" : check.current->name);
  if (!obligation.met && is_piece(subject_key(name), subject_key(expected))) {
    obligation.undecided = Undecided::condition_open;
    obligation.about = name;
  }
  obligation.requirement = {
      "科目 " + code + " 的名称应为" + quoted(expected) + "，印为" + quoted(name),
      "the subject " + code + " should be called \"" + expected + "\", not \"" + name + "\""};
}

// What documents print of each code, to tell whether a name and its successor stand side by side.
using NamesByCode = std::map<SubjectCode, std::set<std::string>>;

void demand_year(Obligation& obligation, const Printed& printed, const CatalogEntry& old,
                 const CatalogEntry* current, int year) {
  std::string next(current == nullptr ? old.successor : current->name);
  const std::string name = printed.label->name, of = std::to_string(year);
  obligation.met = false;
  obligation.requirement = {
      "科目名称" + quoted(name) + "在 " + of + " 年已停用，应为" + quoted(next),
      "the name \"" + name + "\" had ended by " + of + ", it should be \"" + next + "\""};
}

class SubjectNames {
 public:
  SubjectNames(const std::vector<Printed>& all, const ReferenceLists& lists,
               std::optional<int> year)
      : lists_(lists), year_(year) {
    for (const Printed& one : all) {
      if (one.code) by_code_[*one.code].insert(subject_key(one.label->name));
    }
  }

  // The obligation that a printed name is one of its year; nothing where nothing is known of it.
  std::optional<Obligation> of_year(Obligation blank, const Printed& printed) const {
    if (!year_) return std::nullopt;
    blank.requirement = {"科目名称应是本年度的名称", "a subject's name is that of its year"};
    if (!printed.code) {
      const CatalogEntry* const old = retired_everywhere(printed.label->name);
      if (old == nullptr) return std::nullopt;
      demand_year(blank, printed, *old, lists_.functional()->name_of(old->code, *year_), *year_);
      return blank;
    }
    const NameCheck check = printed.catalog->check(*printed.code, printed.label->name, *year_);
    if (check.found == nullptr && check.fit != NameFit::abbreviation) return std::nullopt;
    if (check.fit == NameFit::retired ||
        (check.fit == NameFit::fits && beside_next(printed, check)))
      demand_year(blank, printed, *check.found, check.current, *year_);
    return blank;
  }

  // Other codes of the same level and parent that print the same name, itself included.
  std::set<SubjectCode> codes_of(const Printed& printed) const {
    const std::string key = subject_key(printed.label->name);
    std::set<SubjectCode> found;
    for (const auto& [code, names] : by_code_) {
      const bool sibling = code.level() == printed.code->level() &&
                           code.parent() == printed.code->parent() &&
                           code.classification() == printed.code->classification();
      if (sibling && names.contains(key)) found.insert(code);
    }
    return found;
  }

 private:
  // A name without a code, all of whose codes had given it up.
  const CatalogEntry* retired_everywhere(const std::string& name) const {
    const Catalog* const catalog = lists_.functional();
    if (catalog == nullptr) return nullptr;
    const CatalogEntry* old = nullptr;
    for (const CatalogEntry* entry : catalog->with_name(name)) {
      if (catalog->check(entry->code, name, *year_).fit != NameFit::retired) return nullptr;
      old = entry;
    }
    // 文化体育与传媒 may lack the ending of a name in use.
    return old != nullptr && catalog->with_name(subject_key(name) + "支出").empty() ? old : nullptr;
  }

  bool beside_next(const Printed& printed, const NameCheck& check) const {
    const auto names = by_code_.find(*printed.code);
    for (const Successor& next : successors(*check.found)) {
      const std::string key = subject_key(next.name);
      // A name that lacks only the ending 支出 is an abbreviation of its successor.
      if (next.code == to_string(*printed.code) && names->second.contains(key) &&
          key != subject_key(printed.label->name) + "支出")
        return true;
    }
    return false;
  }

  const ReferenceLists& lists_;
  std::optional<int> year_;
  NamesByCode by_code_;
};

void demand_one_code(Obligation& obligation, const Printed& printed,
                     const std::set<SubjectCode>& codes) {
  // Two codes to which the catalog itself gives the name are no slip.
  const auto own = [&](SubjectCode code) {
    const NameFit fit = printed.catalog->check(code, printed.label->name).fit;
    return fit == NameFit::fits || fit == NameFit::abbreviation;
  };
  obligation.met = codes.size() < 2 || std::ranges::all_of(codes, own);
  std::string list;
  for (const SubjectCode code : codes) list += (list.empty() ? "" : ", ") + to_string(code);
  obligation.requirement = {
      "同一上级之下，名称" + quoted(printed.label->name) + "不应用于多个编码：" + list,
      "below one parent, the name \"" + printed.label->name +
          "\" should not have several codes: " + list};
}

std::optional<Obligation> bind_one(SubjectDemand demand, Obligation blank, const Printed& printed,
                                   const SubjectNames& names, const Disclosure& disclosure) {
  if (demand == SubjectDemand::name_of_year) return names.of_year(std::move(blank), printed);
  if (!printed.code) return std::nullopt;
  if (demand == SubjectDemand::known_class) {
    demand_class(blank, printed);
    return blank;
  }
  const bool placed = printed.catalog != nullptr &&
                      printed.catalog->contains(*printed.code->at(SubjectLevel::Class));
  switch (demand) {
    case SubjectDemand::known_code:
      if (!placed || printed.code->level() == SubjectLevel::Class) return std::nullopt;
      demand_known(blank, printed);
      return blank;
    case SubjectDemand::own_parent: {
      if (!printed.before) return std::nullopt;
      demand_parent(blank, printed);
      const bool lines_missing = std::ranges::any_of(
          disclosure.not_read, [&](const NotRead& n) { return n.table == printed.table->id; });
      if (!blank.met && lines_missing) {
        blank.undecided = Undecided::condition_open;
        blank.about = printed.table->title;
      }
      return blank;
    }
    case SubjectDemand::name_of_code: {
      if (!placed || printed.label->name.empty()) return std::nullopt;
      const NameCheck check =
          printed.catalog->check(*printed.code, printed.label->name, disclosure.year);
      if (check.fit == NameFit::unproven || check.fit == NameFit::code_unknown) return std::nullopt;
      demand_fit(blank, printed, check);
      return blank;
    }
    case SubjectDemand::one_code:
      if (!placed || printed.label->name.empty()) return std::nullopt;
      demand_one_code(blank, printed, names.codes_of(printed));
      return blank;
    case SubjectDemand::known_class:
    case SubjectDemand::name_of_year: break;
  }
  return std::nullopt;
}

}  // namespace

const Catalog* catalog_of(const ReferenceLists& lists, SubjectCode code) {
  const auto classification = code.classification();
  const auto found = std::ranges::find_if(lists.catalogs, [&](const Catalog& catalog) {
    return classification && catalog.classification() == classification;
  });
  return found == lists.catalogs.end() ? nullptr : &*found;
}

std::vector<Obligation> bind_subjects(const Rule& rule, const Obligation& blank,
                                      const Disclosure& disclosure, const ReferenceLists& lists) {
  const auto& demand = std::get<SubjectsFit>(rule.statement.demand);
  const std::vector<Printed> all = printed_subjects(demand.tables, disclosure, lists);
  const SubjectNames names(all, lists, disclosure.year);
  std::vector<Obligation> bound;
  for (const Printed& printed : all) {
    Obligation made = blank;
    const std::string tag =
        printed.code ? to_string(*printed.code) : subject_key(printed.label->name);
    made.id = blank.rule + "@" + std::string(to_string(printed.table->kind)) + "[" + tag + "]";
    made.places = {printed.row->place};
    if (auto one = bind_one(demand.demand, std::move(made), printed, names, disclosure))
      bound.push_back(std::move(*one));
  }
  if (!bound.empty()) return bound;
  Obligation nothing = blank;
  const bool no_year = demand.demand == SubjectDemand::name_of_year && !disclosure.year;
  nothing.undecided = lists.catalogs.empty() || no_year ? Undecided::condition_open
                      : all.empty()                     ? Undecided::table_missing
                                                        : Undecided::nothing_printed;
  nothing.about = rule_table_name(demand.tables.front());
  return {std::move(nothing)};
}

}  // namespace budget::inline v1::detail::rules
