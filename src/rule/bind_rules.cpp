// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/bind_rules.hpp>

#include <budget/rule/pack.hpp>

#include <budget/rule/parse.hpp>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "rule/bind_comparison.hpp"
#include "rule/bind_flaws.hpp"
#include "rule/bind_form.hpp"
#include "rule/bind_quotient.hpp"
#include "rule/bind_subjects.hpp"
#include "rule/conditions.hpp"
#include "rule/implied.hpp"
#include "rule/resolve.hpp"

namespace budget::inline v1 {

namespace {

using detail::rules::Scope;
using detail::rules::TableRef;
using detail::rules::Truth;

Obligation blank_obligation(const Rule& rule) {
  Obligation obligation;
  obligation.rule = rule.id;
  obligation.id = rule.id;
  obligation.severity = rule.severity;
  if (const auto* comparison = std::get_if<Comparison>(&rule.statement.demand)) {
    obligation.relation = comparison->relation;
    obligation.kind = comparison->relation == Relation::at_most ? ObligationKind::inequality
                                                                : ObligationKind::linear;
  } else {
    const auto& demand = rule.statement.demand;
    obligation.kind = std::holds_alternative<Quotient>(demand)         ? ObligationKind::ratio
                      : std::holds_alternative<EmptyTableNote>(demand) ? ObligationKind::presence
                      : std::holds_alternative<InText>(demand)         ? ObligationKind::restatement
                                                                       : ObligationKind::form;
  }
  return obligation;
}

Obligation undecided(const Rule& rule, Undecided why, std::string about) {
  Obligation obligation = blank_obligation(rule);
  obligation.undecided = why;
  obligation.about = std::move(about);
  return obligation;
}

// Level and province are proved by the body's name alone.
struct ScopeAnswer {
  Truth truth = Truth::yes;
  std::string about;
};
ScopeAnswer in_scope(const Rule& rule, const Disclosure& current) {
  if (rule.first_year || rule.last_year) {
    const std::string years = "years";
    if (!current.year) return {Truth::open, years};
    if (rule.first_year && *current.year < *rule.first_year) return {Truth::no, years};
    if (rule.last_year && *current.year > *rule.last_year) return {Truth::no, years};
  }
  for (const std::string* name : {&rule.province, &rule.level}) {
    if (!name->empty() && current.organisation.find(*name) == std::string::npos) {
      return {Truth::open, *name};
    }
  }
  return {};
}

// The table whose absence keeps a comparison from being bound at all.
std::optional<Obligation> missing_table(const Rule& rule, const Comparison& comparison,
                                        const Dossier& dossier) {
  for (const auto* side : {&comparison.left, &comparison.right}) {
    for (const SignedReference& term : *side) {
      const Reference& ref = term.reference;
      if (!ref.table && ref.disclosure == DisclosureName::current) continue;
      const std::vector<int> meant = detail::rules::disclosures_named(dossier, ref.disclosure);
      const TableKind kind = ref.table ? *ref.table : *rule.statement.table;
      const auto has_table = [&](int disclosure) {
        return !detail::rules::tables_of_kind(dossier, disclosure, kind).empty();
      };
      if (!meant.empty() && std::ranges::all_of(meant, has_table)) continue;
      std::string about(to_string(ref.disclosure));
      about += (about.empty() ? "" : ".") + std::string(rule_table_name(kind));
      return undecided(rule, Undecided::table_missing, std::move(about));
    }
  }
  return std::nullopt;
}

class Binder {
 public:
  Binder(const Dossier& dossier, const ReferenceLists& lists, Wanted wanted)
      : dossier_(dossier), lists_(lists), figures_only_(wanted == Wanted::over_figures) {}

  void bind(const Rule& rule) {
    if (rule.document && *rule.document != dossier_.current().kind) return;
    if (figures_only_ && !is_over_figures(rule)) return;
    const ScopeAnswer answer = in_scope(rule, dossier_.current());
    if (answer.truth != Truth::yes) {
      add(undecided(rule, condition(answer.truth), answer.about));
      return;
    }
    if (const auto* note = std::get_if<EmptyTableNote>(&rule.statement.demand)) {
      bind_tables(rule, note->tables, detail::rules::note_obligation);
      return;
    }
    if (const auto* title = std::get_if<TitleYear>(&rule.statement.demand)) {
      bind_tables(rule, title->tables, detail::rules::title_year_obligation);
      return;
    }
    if (std::holds_alternative<FreeOf>(rule.statement.demand)) {
      for (Obligation& obligation :
           detail::rules::bind_flaws(rule, blank_obligation(rule), dossier_.current()))
        add(std::move(obligation));
      return;
    }
    if (const auto* text = std::get_if<InText>(&rule.statement.demand)) {
      bind_text(rule, text->demand);
      return;
    }
    if (const auto* targets = std::get_if<InTargets>(&rule.statement.demand)) {
      bind_targets(rule, targets->demand);
      return;
    }
    if (std::holds_alternative<SubjectsFit>(rule.statement.demand)) {
      const Obligation blank = blank_obligation(rule);
      for (Obligation& obligation :
           detail::rules::bind_subjects(rule, blank, dossier_.current(), lists_))
        add(std::move(obligation));
      return;
    }
    const std::vector<TableRef> tables =
        detail::rules::tables_of_kind(dossier_, 0, *rule.statement.table);
    if (tables.empty()) {
      add(undecided(rule, Undecided::table_missing,
                    std::string(rule_table_name(*rule.statement.table))));
      return;
    }
    if (const auto* comparison = std::get_if<Comparison>(&rule.statement.demand)) {
      if (auto missing = missing_table(rule, *comparison, dossier_)) {
        add(std::move(*missing));
        return;
      }
    }
    for (const TableRef& table : tables) bind_in(rule, table);
  }

  std::vector<Obligation> finish() && {
    return detail::rules::without_implied(std::move(obligations_));
  }

 private:
  static Undecided condition(Truth truth) {
    return truth == Truth::no ? Undecided::condition_not_met : Undecided::condition_open;
  }

  // A demand on tables as such.
  void bind_tables(const Rule& rule, const std::vector<TableKind>& kinds,
                   std::optional<Obligation> (*make)(Obligation, const Table&, const Disclosure&)) {
    const std::size_t before = obligations_.size();
    bool any_table = false;
    for (const TableKind kind : kinds) {
      for (const TableRef& ref : detail::rules::tables_of_kind(dossier_, 0, kind)) {
        any_table = true;
        const Table& table = detail::rules::table_of(dossier_, ref);
        auto obligation = make(blank_obligation(rule), table, dossier_.current());
        if (obligation) add(std::move(*obligation), table);
      }
    }
    if (obligations_.size() > before) return;
    add(undecided(rule, any_table ? Undecided::nothing_printed : Undecided::table_missing,
                  std::string(rule_table_name(kinds.front()))));
  }

  // What the sentences of the narrative say.
  void bind_text(const Rule& rule, ClaimDemand demand) {
    if (!claims_)
      claims_ = claim_obligations(dossier_, lists_.words, read_claims(dossier_, lists_.words));
    bind_made(rule, demand, *claims_);
  }

  // What the tables of targets say.
  void bind_targets(const Rule& rule, TargetDemand demand) {
    if (!targets_)
      targets_ = figures_only_ ? target_statements(dossier_) : target_obligations(dossier_);
    bind_made(rule, demand, *targets_);
  }

  // Of obligations that were made for all demands those of one.
  template <class Demand, class Made>
  void bind_made(const Rule& rule, Demand demand, const std::vector<Made>& all) {
    const std::size_t before = obligations_.size();
    for (const Made& made : all) {
      if (made.demand != demand) continue;
      Obligation obligation = made.obligation;
      obligation.rule = rule.id;
      obligation.severity = rule.severity;
      obligation.id = rule.id + "@" + obligation.id;
      add(std::move(obligation));
    }
    if (obligations_.size() == before)
      add(undecided(rule, Undecided::nothing_printed, rule.statement.text));
  }

  void bind_in(const Rule& rule, const TableRef& ref) {
    const Scope scope{&dossier_,           ref,         rule.statement.side, std::nullopt, &index_,
                      lists_.functional(), std::nullopt};
    const Table& table = detail::rules::table_of(dossier_, ref);
    const detail::rules::Conditions when = detail::rules::decide(rule.when, scope);
    if (when.truth != Truth::yes) {
      add(undecided(rule, condition(when.truth), when.about), table);
      return;
    }
    const Obligation blank = blank_obligation(rule);
    for (Obligation& obligation : bind_demand(rule, blank, scope)) {
      obligation.zero.insert(obligation.zero.end(), when.zero.begin(), when.zero.end());
      std::ranges::sort(obligation.zero);
      add(std::move(obligation), table);
    }
  }

  std::vector<Obligation> bind_demand(const Rule& rule, const Obligation& blank,
                                      const Scope& scope) const {
    const auto& demand = rule.statement.demand;
    if (std::holds_alternative<Comparison>(demand))
      return detail::rules::bind_comparison(rule, blank, scope);
    if (std::holds_alternative<Quotient>(demand))
      return detail::rules::bind_quotient(rule, blank, scope);
    if (std::holds_alternative<Listed>(demand))
      return detail::rules::bind_listed(rule, blank, scope);
    if (std::holds_alternative<CodesBegin>(demand))
      return detail::rules::bind_codes(rule, blank, scope);
    return detail::rules::bind_pairs(rule, blank, scope, lists_);
  }

  void add(Obligation obligation) {
    // Twins are told apart by their order in the document.
    const int twin = ++seen_[obligation.id];
    if (twin > 1) obligation.id += "#" + std::to_string(twin);
    obligations_.push_back(std::move(obligation));
  }
  void add(Obligation obligation, const Table& table) {
    if (obligation.id == obligation.rule) {
      obligation.id += "@" + std::string(to_string(table.kind));
    }
    add(std::move(obligation));
  }

  /// Tables of targets demand both; what is over figures is taken from what they make.
  static bool is_over_figures(const Rule& rule) {
    const auto& demand = rule.statement.demand;
    return std::holds_alternative<Comparison>(demand) || std::holds_alternative<Quotient>(demand) ||
           std::holds_alternative<InText>(demand) || std::holds_alternative<InTargets>(demand);
  }

  const Dossier& dossier_;
  const ReferenceLists& lists_;
  const bool figures_only_;
  std::vector<Obligation> obligations_;
  std::unordered_map<std::string, int> seen_;
  detail::rules::RowIndex index_;
  std::optional<std::vector<ClaimObligation>> claims_;
  std::optional<std::vector<TargetObligation>> targets_;
};

}  // namespace

std::vector<Obligation> bind(std::span<const Rule> rules, const Dossier& dossier,
                             const ReferenceLists& lists) {
  Binder binder(dossier, lists, Wanted::all);
  for (const Rule& rule : rules) binder.bind(rule);
  return std::move(binder).finish();
}

std::vector<Obligation> bind(std::span<const Pack> packs, const Dossier& dossier,
                             const ReferenceLists& lists, Wanted wanted) {
  Binder binder(dossier, lists, wanted);
  for (const Pack& pack : packs)
    for (const Rule& rule : pack.rules) binder.bind(rule);
  return std::move(binder).finish();
}

std::vector<RowIdentity> row_identities(std::span<const Rule> rules, const Table& table) {
  std::vector<RowIdentity> identities;
  for (const Rule& rule : rules) {
    const auto* comparison = std::get_if<Comparison>(&rule.statement.demand);
    if (comparison == nullptr || comparison->relation != Relation::equal ||
        rule.statement.table != table.kind) {
      continue;
    }
    for (const int side : detail::rules::sides_named(table, rule.statement.side)) {
      if (auto identity = detail::rules::row_identity(rule, *comparison, table, side)) {
        identities.push_back(std::move(*identity));
      }
    }
  }
  return identities;
}

}  // namespace budget::inline v1
