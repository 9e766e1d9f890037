// SPDX-License-Identifier: Apache-2.0
// A rule as it was written: what must hold between the cells of the tables of a dossier, when, and
// where that comes from. Names are the field's own (支出总表, 合计, 基本支出); nothing here is bound to
// a document yet. docs/guide/rules.md explains the language.
#pragma once

#include <budget/claim/claim_obligations.hpp>
#include <budget/claim/target_obligations.hpp>
#include <budget/disclosure/disclosure.hpp>
#include <budget/obligation/obligation.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace budget::inline v1 {

/// Whose table a reference speaks of.
enum class DisclosureName : std::uint8_t {
  current,         ///< the disclosure that is audited
  previous,        ///< 上年: the disclosure of the same kind one year earlier
  budget,          ///< 预算: the budget of the same year, beside its final account
  previous_final,  ///< 上年决算: the final account of the year before
  units,  ///< 单位: those of the units of the department, of the same kind and year, all of them
};
/// The word of the rule language for it; "" for the current one.
[[nodiscard]] std::string_view to_string(DisclosureName) noexcept;

/// A name with the names that it stands below, outermost first: 公务用车购置及运行费/小计.
struct NamePath {
  std::vector<std::string> names;
  friend bool operator==(const NamePath&, const NamePath&) = default;
};

/// Which rows a selector means.
enum class RowSet : std::uint8_t {
  named,     ///< the row of this name or code; 合计 is the total row of its side
  all,       ///< 行: every row
  classes,   ///< 类: the rows right below the totals
  subjects,  ///< 科目: every row that is no total
  children,  ///< 下级: the rows right below the row at hand, or below the row named before it
  same,      ///< 同科目: the row that is the same subject as the row at hand
};

/// The part of a reference in brackets. For `named`, alternatives are tried in order; for the other
/// sets each path holds the names that the rows must stand below, and the alternatives are united.
struct RowSelector {
  RowSet set = RowSet::named;
  bool each = false;  ///< 每: the statement is made once for every row of the set
  std::vector<NamePath> names;
};

/// A column by name, alternatives tried in order.
struct ColumnSelector {
  bool whole = false;  ///< 全额: the amount column that spans its side
  std::vector<NamePath> names;
};

/// A cell or a set of cells: 上年.支出总表[合计].合计.
struct Reference {
  DisclosureName disclosure = DisclosureName::current;
  std::optional<TableKind> table;  ///< nothing: the table that the statement opens with
  std::string side;  ///< 收入, 支出, 支出用途; "" where the names alone decide
  std::optional<RowSelector> row;        ///< nothing: the row at hand
  std::optional<ColumnSelector> column;  ///< nothing: every amount column, or the one that spans
  bool sum = false;                      ///< Σ: the sum over all rows meant
  bool optional = false;                 ///< ?: counts 0 where it is not printed
  std::string text;                      ///< as written
};

/// One side of a comparison: references with their signs. Empty means the literal 0.
struct SignedReference {
  std::int64_t sign = 1;  ///< 1 or −1
  Reference reference;
};

/// left relation right.
struct Comparison {
  std::vector<SignedReference> left;
  Relation relation = Relation::equal;
  std::vector<SignedReference> right;
};

/// In every row that prints them: percentage = part ÷ base.
struct Quotient {
  ColumnSelector percentage, part, base;
};

/// A table without data says so, and one with data does not.
struct EmptyTableNote {
  std::vector<TableKind> tables;
};

/// The year in the title of a table, where one is printed, is the document's.
struct TitleYear {
  std::vector<TableKind> tables;
};

/// Every name of the first rows stands among those of the second.
struct Listed {
  Reference rows, among;
};

/// The names in two columns of a row are a pair of a reference list.
struct PairListed {
  ColumnSelector first, second;
  std::string list;
};

/// Every code of the table begins with one of these digits.
struct CodesBegin {
  std::vector<std::string> prefixes;
};

/// What is demanded of the subjects that tables print.
enum class SubjectDemand : std::uint8_t {
  known_class,   ///< the class of every code is in its catalog
  known_code,    ///< every group and item is in its catalog
  own_parent,    ///< a code stands below none that is not above it
  name_of_code,  ///< a name is one of its code's
  name_of_year,  ///< a name had not ended by the document's year, nor stands beside its successor
  one_code,      ///< a name has one code below one parent
};
/// The word of the rule language for it: "known-class", ….
[[nodiscard]] constexpr std::string_view to_string(SubjectDemand) noexcept;

/// The codes and names of the subjects in these tables fit the catalogs.
struct SubjectsFit {
  std::vector<TableKind> tables;
  SubjectDemand demand = SubjectDemand::known_class;
};

/// The document has no flaw of this kind.
struct FreeOf {
  FlawKind flaw = FlawKind::repeated_passage;
};

/// What the sentences of the narrative say holds: amounts are those of the tables, shares and rates
/// those of the amounts.
struct InText {
  ClaimDemand demand = ClaimDemand::restated;
};

/// What tables of performance targets say holds.
struct InTargets {
  TargetDemand demand = TargetDemand::funds;
};

/// What a rule demands, and the table that names without a table belong to.
struct Statement {
  std::optional<TableKind> table;
  std::string side;
  std::variant<Comparison, Quotient, EmptyTableNote, TitleYear, Listed, PairListed, CodesBegin,
               SubjectsFit, FreeOf, InText, InTargets>
      demand;
  std::string text;  ///< as written, continuation lines joined
};

/// One question to a dossier.
struct Condition {
  enum class Kind : std::uint8_t {
    printed,              ///< all references name something that is printed
    listed,               ///< every name of the first rows stands among those of the second
    zero,                 ///< all cells are blank, a dash or 0, or not printed
    present,              ///< all tables are in the disclosure
    excludes_carry_over,  ///< the titles of all tables say 不含上年结转
    all_units,            ///< the disclosures of all units of the department are there
  };
  Kind kind = Kind::printed;
  bool negated = false;
  std::vector<Reference> references;  ///< printed, zero and listed
  std::vector<TableKind> tables;      ///< present and excludes_carry_over
};

/// A `when` or `where` line: one of the conjunctions must hold.
struct ConditionLine {
  std::vector<std::vector<Condition>> any_of;
  std::string text;  ///< as written
};

/// An example as written: figures (or words) with a relation.
struct Example {
  std::string text;
  std::string comment;  ///< what stands behind #, "" if nothing
  Place place;
};

/// A rule. Invariant after parsing: source, statement and both examples are there.
struct Rule {
  std::string id;
  std::string source;
  Severity severity = Severity::error;
  std::optional<DisclosureKind> document;
  std::string level, province;  ///< "" where the rule holds everywhere
  std::optional<int> first_year, last_year;
  std::vector<ConditionLine> when;   ///< all must hold, else the rule is not applicable
  std::vector<ConditionLine> where;  ///< all must hold of a row, else the row is not meant
  Statement statement;
  std::vector<Example> holds, breaks;
  Place place;  ///< of its first line
};

// ---- details ----

constexpr std::string_view to_string(SubjectDemand demand) noexcept {
  switch (demand) {
    case SubjectDemand::known_class: return "known-class";
    case SubjectDemand::known_code: return "known-code";
    case SubjectDemand::own_parent: return "own-parent";
    case SubjectDemand::name_of_code: return "name-of-code";
    case SubjectDemand::name_of_year: return "name-of-year";
    case SubjectDemand::one_code: return "one-code";
  }
  return "";
}

}  // namespace budget::inline v1
