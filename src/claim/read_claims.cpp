// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/claim/claim.hpp>

#include "claim/bind_claim.hpp"
#include "claim/cells.hpp"
#include "claim/clauses.hpp"
#include "claim/lead.hpp"
#include "claim/phrase.hpp"
#include "claim/said_in_words.hpp"
#include "claim/spread.hpp"
#include "claim/told_last.hpp"
#include "claim/wording.hpp"
#include "disclosure/header.hpp"

#include <algorithm>
#include <utility>

namespace budget::inline v1 {
namespace detail::claims {
namespace {

class Reader {
 public:
  Reader(const Dossier& dossier, const ClaimWords& words, int disclosure)
      : disclosure_(dossier.disclosures[static_cast<std::size_t>(disclosure)]),
        narrative_(disclosure_.narrative),
        words_(words),
        names_(dossier, words),
        phrases_(disclosure_, words, names_),
        cells_(dossier, disclosure, words),
        contexts_(narrative_.passages.size()),
        of_other_body_(narrative_.passages.size()) {}

  std::vector<Claim> run() {
    std::size_t figure = 0;
    for (std::size_t p = 0; p < narrative_.passages.size(); ++p) {
      std::size_t end = figure;
      while (end < narrative_.figures.size() &&
             narrative_.figures[end].passage == static_cast<int>(p))
        ++end;
      read(static_cast<int>(p), figure, end);
      figure = end;
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      claims_[i].id = numbered('c', i + 1);
      bind(claims_[i], disclosure_, cells_);
    }
    return std::move(claims_);
  }

 private:
  [[nodiscard]] const Passage& passage(int index) const {
    return narrative_.passages[static_cast<std::size_t>(index)];
  }

  /// What is said above a passage. One without an ordinal behind an item that is complete stands below
  /// the heading of the list.
  [[nodiscard]] QuantityName above(int index) const {
    int parent = passage(index).parent;
    if (passage(index).ordinal == OrdinalStyle::none && ended_)
      while (parent >= 0 && !passage(parent).heading) parent = passage(parent).parent;
    return parent < 0 ? QuantityName() : contexts_[static_cast<std::size_t>(parent)];
  }

  void read(int p, std::size_t first, std::size_t end) {
    const Passage& here = passage(p);
    const std::string_view text = here.text;
    QuantityName& context = contexts_[static_cast<std::size_t>(p)];
    context = above(p);
    std::vector<bool>::reference below_other = of_other_body_[static_cast<std::size_t>(p)];
    below_other = here.parent >= 0 && of_other_body_[static_cast<std::size_t>(here.parent)];
    if (here.heading) {
      const Phrase named = phrases_.read(text);
      context = completed(named.quantity, context);
      below_other = (below_other && !named.own_body) || named.other_body;
      whole_ = lead_ = last_ = -1;
      list_.reset();
      open_ = false;
      return;
    }
    start_passage(p);
    const Phrase lead = leading(
        phrases_, text.substr(0, first < end ? narrative_.figures[first].begin : text.size()));
    lead_quantity_ = completed(lead.quantity, context);
    lead_understood_ = lead.understood;
    lead_named_ = !lead.quantity.empty();
    if (here.ordinal != OrdinalStyle::none && first == end && lead.other_body) below_other = true;
    other_body_ = below_other;
    std::size_t at = 0;
    for (std::size_t f = first; f < end; ++f) {
      const TextFigure& figure = narrative_.figures[f];
      between(p, at, text.substr(at, figure.begin - at));
      add(p, f, at);
      at = figure.end;
    }
    counted_.reset();
    between(p, at, text.substr(at));
    if (here.ordinal != OrdinalStyle::none) context = lead_quantity_;
    open_ = ends_open(text) && of_passage_ >= 0;
    opened_anew_ = text.substr(at).find("。") != std::string_view::npos;
    // An item that only names a quantity goes on in the paragraph below it.
    const bool names_only = first == end && lead_named_ && lead_understood_;
    ended_ = !names_only && (text.ends_with("。") || text.ends_with("."));
  }

  /// What stays in force from the passage before.
  void start_passage(int p) {
    const bool same_parent =
        lead_ >= 0 &&
        passage(claims_[static_cast<std::size_t>(lead_)].passage).parent == passage(p).parent;
    const bool listed = passage(p).ordinal != OrdinalStyle::none;
    in_reason_ = of_year_before_ = false;
    outer_.reset();
    bracketed_.clear();
    if (open_) {
      // What opened the list said of which amount.
      if (whole_ < 0) open_parts(opener(), {});
      list_ = listed ? std::optional<List>({passage(p).parent, passage(p).ordinal, whole_, scope_})
                     : std::nullopt;
    } else if (listed && list_ && list_->parent == passage(p).parent &&
               list_->ordinal == passage(p).ordinal) {
      whole_ = list_->whole;
      scope_ = list_->scope;
    } else if (!listed && ended_ && !passage(p).text.starts_with("其中")) {
      whole_ = -1;
    }
    if (!same_parent && !listed && !open_) lead_ = -1;
    if (listed && !open_ && !same_parent && whole_ >= 0 && !(list_ && list_->whole == whole_))
      whole_ = -1;
    last_ = open_ || same_parent ? last_ : -1;
    of_passage_ = -1;
  }

  /// The amount that the list below a colon is of: the last, but of parts told before its sentence their
  /// whole.
  [[nodiscard]] int opener() const {
    const int whole = last_ < 0 ? -1 : claims_[static_cast<std::size_t>(last_)].whole;
    return opened_anew_ && whole >= 0 ? whole : last_;
  }

  /// Text between two figures: what it ends and opens.
  void between(int p, std::size_t at, std::string_view text) {
    const Brackets brackets = brackets_in(text);
    for (int i = 0; i < brackets.closed; ++i) close_bracket();
    for (int i = 0; i < brackets.opened; ++i) {
      bracketed_.push_back(i == 0 && opens_bracket(text) ? amount_ending(at) : -1);
      if (bracketed_.back() < 0) continue;
      nest(true);
      open_parts(last_, {});
    }
    const std::size_t sentence = text.rfind("。");
    const bool item_ends = last_semicolon(text) != std::string_view::npos;
    if (sentence != std::string_view::npos || item_ends || at == 0) told_in_item_ = 0;
    if (sentence != std::string_view::npos) {
      in_reason_ = of_year_before_ = false;
      counted_.reset();
      whole_ = -1;
      outer_.reset();
      other_body_ = of_other_body_[static_cast<std::size_t>(p)];
    } else if (item_ends) {
      in_reason_ = false;
      if (!in_bracket()) close_nested();
    }
    const std::string_view rest = sentence == std::string_view::npos ? text : text.substr(sentence);
    const std::size_t part = last_semicolon(rest);
    if (contains_any(part == std::string_view::npos ? rest : rest.substr(part),
                     words_.sentence(SentenceWord::because)))
      in_reason_ = true;
    if (compares_anew(rest, phrases_, words_)) in_reason_ = false;
    if (at > 0) take_lead(p, text);
    in_words(p, at, text);
    std::size_t opened = end_of_last(rest, words_.sentence(SentenceWord::opens_parts));
    if (opened == std::string_view::npos && at > 0) opened = opened_behind(text);
    if (opened != std::string_view::npos && of_passage_ < 0 && ends_in_year_before(claims_, p)) {
      of_year_before_ = true;
      open_parts(static_cast<int>(claims_.size()) - 1, {});
    } else if (opened != std::string_view::npos && lead_ >= 0) {
      // Within its sentence 其中 speaks of the amount before it, at the start of one of the whole.
      const bool within = at > 0 && sentence == std::string_view::npos &&
                          !turns_to_other_side(rest.substr(0, opened));
      nest(within);
      open_parts(within && last_ >= 0 ? last_ : lead_, rest.substr(0, opened));
      in_reason_ = false;
    } else if (const int among = among_which(rest); among >= 0) {
      open_parts(among, {});
    }
  }

  /// An item that goes on to another subject speaks of that one from here on.
  void take_lead(int p, std::string_view text) {
    const std::optional<Phrase> lead = new_lead(phrases_, text, lead_quantity_);
    if (!lead) return;
    lead_quantity_ = completed(lead->quantity, contexts_[static_cast<std::size_t>(p)]);
    lead_understood_ = lead->understood;
    lead_named_ = true;
    of_passage_ = -1;
  }

  /// 收入包括…；支出包括: what opens a list is of the other side than the amount before it.
  [[nodiscard]] bool turns_to_other_side(std::string_view text) const {
    const std::string side = phrases_.read(text.substr(last_clause(text))).quantity[Slot::side];
    return last_ >= 0 && !side.empty() &&
           claims_[static_cast<std::size_t>(last_)].quantity[Slot::side] != side;
  }

  /// 基本支出中，: the amount told of what the last clause names; −1 where it names none.
  [[nodiscard]] int among_which(std::string_view text) const {
    std::size_t end = std::string_view::npos;
    for (const std::string_view mark : {"中，", "中：", "中:", "中,"})
      if (const std::size_t found = text.rfind(mark); found != std::string_view::npos)
        end = end == std::string_view::npos ? found : std::max(end, found);
    if (end == std::string_view::npos || text.substr(0, end).ends_with("其")) return -1;
    const std::string_view before = text.substr(0, end);
    Phrase phrase = phrases_.read(before.substr(last_clause(before)));
    phrase.quantity[Slot::period] = period_of(disclosure_, phrase);
    const bool named = phrase.understood && !phrase.claim && !phrase.quantity.empty();
    return named ? told_last(claims_, phrase.quantity) : -1;
  }

  /// A list within an item of a list: the outer one goes on behind the next ；.
  void nest(bool within) {
    if (!within || whole_ < 0 || last_ < 0 || last_ == whole_) return;
    if (claims_[static_cast<std::size_t>(last_)].whole == whole_ && !outer_)
      outer_ = {whole_, scope_};
  }
  void close_nested() {
    if (!outer_) return;
    whole_ = outer_->whole;
    scope_ = outer_->scope;
    outer_.reset();
  }

  /// Whether the bracket that opens behind the whole of a list is still open.
  [[nodiscard]] bool in_bracket() const {
    return whole_ >= 0 && std::ranges::find(bracketed_, whole_) != bracketed_.end();
  }

  /// 费用12.60万元（其中：购置费0万元；运行费12.60万元），比上年增加0.60万元: behind the bracket the amount
  /// before it is spoken of again.
  void close_bracket() {
    if (bracketed_.empty()) return;
    const int amount = bracketed_.back();
    bracketed_.pop_back();
    if (amount < 0) return;
    last_ = amount;
    if (whole_ == amount && outer_)
      close_nested();
    else if (whole_ == amount)
      whole_ = claims_[static_cast<std::size_t>(amount)].whole;
  }
  /// The last amount, where it ends there; −1 where something else does.
  [[nodiscard]] int amount_ending(std::size_t at) const {
    const int last = static_cast<int>(claims_.size()) - 1;
    return last >= 0 && last == last_ && claims_.back().end == at ? last : -1;
  }

  /// 其中, 支出包括: what follows are parts of that amount, of the side that the words name.
  void open_parts(int whole, std::string_view words) {
    whole_ = whole;
    for (std::string_view mark : {"：", ":"})
      if (words = strip(words); words.ends_with(mark)) words.remove_suffix(mark.size());
    const QuantityName named = phrases_.read(words.substr(last_clause(words))).quantity;
    scope_ = completed(named, claims_[static_cast<std::size_t>(whole)].quantity);
  }

  /// What is said of the last amount without a figure: 与上年持平, 决算数小于预算数.
  void in_words(int p, std::size_t at, std::string_view text) {
    if (last_ < 0) return;
    if (const auto said = said_held(text, phrases_, words_); said && !in_reason_) {
      Claim claim = said_at(*said, ClaimKind::held, p, at);
      set_base(claim, phrases_.read(against(text.substr(said->begin, said->end - said->begin))));
      claims_.push_back(std::move(claim));
    }
    if (const auto said = said_compared(text, words_))
      claims_.push_back(said_at(*said, ClaimKind::compared, p, at));
  }
  [[nodiscard]] Claim said_at(const SaidInWords& said, ClaimKind kind, int p,
                              std::size_t at) const {
    Claim claim;
    claim.kind = kind;
    claim.passage = p;
    claim.begin = at + said.begin;
    claim.end = at + said.end;
    claim.sign = said.sign;
    set_about(claim, last_);
    return claim;
  }

  void add(int p, std::size_t f, std::size_t after) {
    const TextFigure& figure = narrative_.figures[f];
    const std::string_view text = passage(p).text;
    const std::string_view before = text.substr(after, figure.begin - after);
    const std::size_t clause = last_clause(before);
    if (!spread_ || !spread_->holds(f))
      spread_ = spread_at(narrative_, f, before.substr(clause), phrases_);
    const std::string_view words =
        spread_ ? std::string_view(spread_->words[f - spread_->first]) : before.substr(clause);
    Phrase phrase = phrases_.read(words);
    if (figure.kind == TextFigureKind::amount && says_what_it_came_to(words)) phrase.claim.reset();
    Claim claim;
    claim.passage = p;
    claim.begin = after + clause;
    claim.end = figure.end;
    claim.figure = static_cast<int>(f);
    other_body_ = (other_body_ && !phrase.own_body) || phrase.other_body;
    claim.understood =
        phrase.understood && !other_body_ && (!spread_ || spread_->of != Spread::Of::unknown);
    claim.in_reason = in_reason_;
    claim.whole = whole_;
    claim.kind = kind_of(figure.kind, phrase);
    if (claim.kind == ClaimKind::other && is_of_budget_before(words, after))
      claim.kind = ClaimKind::completion;
    claim.names = phrase.claim.has_value() || !phrase.quantity.empty();
    if (phrase.claim == ClaimWord::decrease) claim.sign = -1;
    claim.multiple_of_growth =
        phrase.claim == ClaimWord::increase || phrase.claim == ClaimWord::decrease;
    switch (claim.kind) {
      case ClaimKind::amount:
        if (spread_ && spread_->of != Spread::Of::names) claim.understood = false;
        add_amount(std::move(claim), phrase, spread_ ? words : before);
        return;
      case ClaimKind::share:
      case ClaimKind::completion:
        set_share(claim, phrase, words);
        if (claim.kind == ClaimKind::completion) set_budget(claim);
        if (spread_) spread_->put_amount(claim, f, claims_);
        claims_.push_back(std::move(claim));
        return;
      case ClaimKind::change:
      case ClaimKind::growth:
      case ClaimKind::held:
      case ClaimKind::compared:
      case ClaimKind::count:
      case ClaimKind::points:
      case ClaimKind::multiple:
      case ClaimKind::other: break;
    }
    set_about(claim, last_);
    if (claim.kind == ClaimKind::count) {
      set_counted(phrase, text.substr(figure.end), p);
      if (counted_) claim.quantity = *counted_;
    }
    if (claim.kind == ClaimKind::change || claim.kind == ClaimKind::growth) {
      // 剔除一次性项目后增长: what is left out nobody knows.
      const bool other_scope = contains_any(words, words_.sentence(SentenceWord::other_scope));
      set_about(claim, other_scope ? -1 : changed(with_compared(phrase, before, phrases_), p));
      claim.about_named = names_changed(claims_, claim, phrase);
      if (spread_) spread_->put_amount(claim, f, claims_);
      // 决算数大于预算数: its base is named last. That of …体育与传媒支出 may be named before 与.
      const Phrase last = phrases_.read(against(words));
      set_base(claim, last.year || !period_of(disclosure_, last).empty() ? last : phrase);
    }
    claims_.push_back(std::move(claim));
  }

  /// 完成年初预算110.00万元的87.73%: a rate of the budget that its words end with.
  [[nodiscard]] bool is_of_budget_before(std::string_view words, std::size_t after) const {
    if (strip(words) != "的" || claims_.empty()) return false;
    const Claim& budget = claims_.back();
    return budget.kind == ClaimKind::amount && budget.end == after &&
           budget.quantity[Slot::period].find("预算") != std::string::npos;
  }

  /// Makes a claim one of an amount, −1 of none that is known.
  void set_about(Claim& claim, int amount) const {
    claim.about = amount;
    if (amount >= 0) claim.quantity = claims_[static_cast<std::size_t>(amount)].quantity;
  }

  /// 占支出的60.00%: what is named behind 占 is the base. 其中工程占25.00%: what is named before it was
  /// told, and is the part.
  void set_share(Claim& claim, const Phrase& phrase, std::string_view clause) const {
    constexpr std::string_view makes_up = "占";
    const std::size_t at = claim.kind == ClaimKind::share ? clause.find(makes_up) : 0;
    const std::string_view before = at == std::string_view::npos ? "" : clause.substr(0, at);
    const Phrase part = phrases_.read(before);
    const bool named = !part.quantity.empty();
    const int told =
        named && part.understood ? told_part(narrative_, claims_, claim, part, before) : -1;
    const Phrase base = named ? phrases_.read(clause.substr(at)) : phrase;
    if (!base.quantity.empty()) {
      claim.base = base.quantity;
      (*claim.base)[Slot::period] = period_of(disclosure_, base);
    }
    set_about(claim, named ? told : last_);
    if (told >= 0) claim.whole = claims_[static_cast<std::size_t>(told)].whole;
  }

  /// What is completed is the budget of the amount: 完成预算的, 完成年初预算的.
  void set_budget(Claim& claim) const {
    if (claim.about < 0) return;
    QuantityName base = completed(claim.base.value_or(QuantityName()), claim.quantity);
    if (base[Slot::period].empty()) base[Slot::period] = "年初预算";
    claim.base = std::move(base);
  }

  /// What a change is against, where its words name a year or a stage: 比2023年预算增加.
  void set_base(Claim& claim, const Phrase& phrase) const {
    claim.year = phrase.year;
    if (claim.about < 0) return;
    QuantityName base = claims_[static_cast<std::size_t>(claim.about)].quantity;
    base[Slot::period] = period_of(disclosure_, phrase);
    if (!base[Slot::period].empty()) claim.base = std::move(base);
  }

  /// The amount that a change is of: the one named, else that of the change before it, else the last of
  /// the document's own year. One that is named and was not told is none of these.
  [[nodiscard]] int changed(const Phrase& phrase, int passage) const {
    QuantityName named = phrase.quantity;
    named[Slot::period].clear();
    if (named.empty()) {
      const bool follows = !claims_.empty() && claims_.back().kind == ClaimKind::change &&
                           claims_.back().passage == passage && !claims_.back().in_reason;
      return follows ? claims_.back().about : last_whole(passage);
    }
    const int found = told_last(claims_, named);
    if (found >= 0 || last_ < 0) return found;
    const QuantityName& last = claims_[static_cast<std::size_t>(last_)].quantity;
    const bool other = !named.subject.empty() ||
                       (named[Slot::side] == "收支" && last[Slot::side] != "收支") ||
                       (!named[Slot::item].empty() && named[Slot::item] != last[Slot::item]);
    return other ? -1 : last_whole(passage);
  }

  /// The last amount; but where a sentence ended behind parts of one, that one.
  [[nodiscard]] int last_whole(int passage) const {
    if (last_ < 0 || whole_ >= 0) return last_;
    const Claim& last = claims_[static_cast<std::size_t>(last_)];
    return last.whole >= 0 && last.passage == passage ? last.whole : last_;
  }

  /// 编报绩效目标的项目50个，涉及资金…: an amount that names nothing is of what is counted before it.
  void set_counted(const Phrase& phrase, std::string_view behind, int p) {
    const QuantityName& context = contexts_[static_cast<std::size_t>(p)];
    counted_.reset();
    if (phrase.understood && !phrase.quantity.empty()) {
      counted_ = completed(phrase.quantity, context);
      return;
    }
    // 2家单位机关运行经费: what is counted may be named behind the number.
    const std::string_view clause = behind.substr(0, first_clause(behind));
    const Phrase named = phrases_.read(clause);
    if (contains_any(clause, words_.sentence(SentenceWord::evaluated))) {
      counted_ = spent_on(Slot::item, target_projects);
    } else if (named.understood && !named.quantity.empty()) {
      counted_ = completed(named.quantity, context);
    }
  }

  /// What the clauses since the figure before name together, where all their words are known.
  [[nodiscard]] std::optional<QuantityName> named_since(std::string_view before) const {
    if (before.find("。") != before.npos || last_semicolon(before) != before.npos)
      return std::nullopt;
    if (counted_ && (*counted_)[Slot::item] == target_projects) return counted_;
    const Phrase phrase = phrases_.read(before);
    if (phrase.understood && !phrase.claim && !phrase.quantity.empty()) return phrase.quantity;
    return counted_;
  }

  /// 运行维护费62.00万元，比年初预算78.00万元减少; 运行维护费62.00万元，预算78.00万元；…: the other amount is
  /// of what the one before it is of.
  [[nodiscard]] bool is_against(const Claim& amount, const Phrase& phrase) const {
    return last_ >= 0 && !period_of(disclosure_, phrase).empty() &&
           claims_[static_cast<std::size_t>(last_)].passage == amount.passage &&
           (begins_comparison(
                std::string_view(passage(amount.passage).text).substr(amount.begin)) ||
            (told_in_item_ == 1 && last_ + 1 == static_cast<int>(claims_.size())));
  }

  /// 基本支出100万元，其中人员经费80万元；项目支出50万元: what cannot be part of the whole ends its list.
  void leave_lists(const QuantityName& named) {
    const auto fits = [&] {
      return whole_ < 0 ||
             words_.may_be_part(named, claims_[static_cast<std::size_t>(whole_)].quantity);
    };
    if (!fits()) close_nested();
    if (!fits()) whole_ = -1;
  }

  void add_amount(Claim claim, const Phrase& phrase, std::string_view before) {
    // In a list a body is one of several that have their parts.
    if (whole_ >= 0 && phrase.own_body) claim.understood = false;
    leave_lists(phrase.quantity);
    claim.whole = whole_;
    QuantityName scope = whole_ >= 0 ? scope_ : contexts_[static_cast<std::size_t>(claim.passage)];
    if (const auto since = phrase.quantity.empty() && of_passage_ < 0 && !lead_named_
                               ? named_since(before)
                               : std::nullopt) {
      scope = completed(*since, scope);
    } else if (period_of(disclosure_, phrase).empty() &&
               is_behind_budget(claims_, claim, phrase, before)) {
      scope = claims_.back().quantity;
    } else if (phrase.quantity.empty() && counted_) {
      scope = *counted_;
    } else if (phrase.quantity.empty()) {
      scope = is_against(claim, phrase) ? claims_[static_cast<std::size_t>(last_)].quantity
                                        : lead_quantity_;
      // 2024年预算数 below a heading, and 上述, are of what the heading names; a bare number is not.
      const bool named = lead_named_ || of_passage_ >= 0 || phrase.year.has_value() ||
                         contains_any(before, words_.sentence(SentenceWord::refers_back)) ||
                         below_name(passage(claim.passage));
      claim.understood = claim.understood && lead_understood_ && named;
    } else if (!phrase.quantity.subject.empty()) {
      scope.subject.clear();
    }
    claim.quantity = completed(phrase.quantity, scope);
    set_period(claim, phrase);
    // 其中：本年收入…，年初结转和结余…；本年支出…: what follows in the list is of the side last named.
    if (whole_ >= 0 && !phrase.quantity[Slot::side].empty())
      scope_[Slot::side] = phrase.quantity[Slot::side];
    // What has a nature, a subject or a purpose is spent.
    if (std::string& side = claim.quantity[Slot::side];
        (side.empty() || side == "收支") &&
        (!claim.quantity[Slot::nature].empty() || !claim.quantity.subject.empty() ||
         !claim.quantity[Slot::item].empty()))
      side = "支出";
    const int index = static_cast<int>(claims_.size());
    const bool own_year = claim.quantity[Slot::period].empty();
    if (!claim.in_reason && own_year) {
      last_ = index;
      ++told_in_item_;
      if (claim.whole < 0) lead_ = index;
      if (of_passage_ < 0) {
        of_passage_ = index;
        lead_quantity_ = claim.quantity;
        lead_understood_ = claim.understood;
      }
    }
    claims_.push_back(std::move(claim));
  }

  /// Whether a paragraph stands below an item that names a subject and says nothing of it itself.
  [[nodiscard]] bool below_name(const Passage& here) const {
    if (here.parent < 0 || here.ordinal != OrdinalStyle::none || passage(here.parent).heading)
      return false;
    return !contexts_[static_cast<std::size_t>(here.parent)].subject.empty();
  }

  void set_period(Claim& claim, const Phrase& phrase) const {
    claim.year = phrase.year;
    std::string& period = claim.quantity[Slot::period];
    period = period_of(disclosure_, phrase);
    if (period.empty() && of_year_before_) period = "上年";
  }

  const Disclosure& disclosure_;
  const Narrative& narrative_;
  const ClaimWords& words_;
  SubjectNames names_;
  PhraseReader phrases_;
  MeantCells cells_;
  std::vector<QuantityName> contexts_;  // of passages: what is said below them
  std::vector<Claim> claims_;
  QuantityName lead_quantity_;  // that the passage begins with
  bool lead_understood_ = true;
  bool lead_named_ = false;              // the passage itself names it
  std::vector<bool> of_other_body_;      // passages: another body is spoken of in and below them
  bool other_body_ = false;              // here
  std::optional<Spread> spread_;         // the figures that share their words with this one
  std::optional<QuantityName> counted_;  // what the count before is of
  /// Items that list the parts of an amount told above them.
  struct List {
    int parent = -1;
    OrdinalStyle ordinal = OrdinalStyle::none;
    int whole = -1;
    QuantityName scope;
  };
  struct Outer {
    int whole = -1;
    QuantityName scope;
  };
  std::optional<Outer> outer_;  // the list that a nested one stands in
  std::optional<List> list_;
  int whole_ = -1;              // the amount whose parts are listed
  QuantityName scope_;          // and what they are of
  int lead_ = -1;               // the last amount that is no part
  int last_ = -1;               // the last amount
  int of_passage_ = -1;         // the first amount of the passage
  int told_in_item_ = 0;        // amounts since the last full stop or semicolon
  std::vector<int> bracketed_;  // the amounts that open brackets stand behind, −1 none
  bool in_reason_ = false;
  bool of_year_before_ = false;  // what is listed
  bool open_ = false;            // the passage before ended with a colon
  bool opened_anew_ = false;     // … in a sentence of its own
  bool ended_ = false;           // or with a full stop
};

}  // namespace
}  // namespace detail::claims

std::vector<Claim> read_claims(const Dossier& dossier, const ClaimWords& words, int disclosure) {
  return detail::claims::Reader(dossier, words, disclosure).run();
}

}  // namespace budget::inline v1
