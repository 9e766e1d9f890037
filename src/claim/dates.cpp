// SPDX-License-Identifier: Apache-2.0
#include "claim/dates.hpp"

#include <budget/base/text.hpp>
#include <budget/obligation/judge.hpp>

#include "claim/wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// How many like sentences must say otherwise before one is an outlier.
constexpr int like_sentences = 2;

/// What speaks of another year too.
constexpr std::array<std::string_view, 8> of_other_years{"比",   "较",   "上年", "执行",
                                                         "完成", "回顾", "总结", "去年"};

struct NamedYear {
  int year = 0;
  std::size_t at = 0;  // byte
};

bool is_figure(char c) {
  return c >= '0' && c <= '9';
}

/// The years that a text names with 年 behind them.
std::vector<NamedYear> years_in(std::string_view text) {
  constexpr std::string_view sign = "年";
  std::vector<NamedYear> found;
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + 1)) {
    if (at < 4) continue;
    const std::string_view digits = text.substr(at - 4, 4);
    if (!std::ranges::all_of(digits, is_figure) || (at > 4 && is_figure(text[at - 5]))) continue;
    int year = 0;
    for (const char digit : digits) year = year * 10 + (digit - '0');
    if (year > 1948 && year < 2200) found.push_back({year, at - 4});
  }
  return found;
}

/// The year that a clause compares with: 比2023年, 与2023年相比, 较上年（2023年）. That of 2024年支出较上年
/// is none.
std::optional<NamedYear> compared_year(std::string_view clause) {
  for (const NamedYear& named : years_in(clause)) {
    std::string_view before = clause.substr(0, named.at);
    for (const std::string_view skipped : {"（", "(", "即", "上年", "上年度"})
      if (before.ends_with(skipped)) before.remove_suffix(skipped.size());
    if (std::ranges::any_of(compares,
                            [&](std::string_view word) { return before.ends_with(word); }))
      return named;
  }
  return std::nullopt;
}

class Years {
 public:
  explicit Years(const Told& told)
      : told_(told), disclosure_(told.dossier().current()), narrative_(disclosure_.narrative) {}

  std::vector<Obligation> run() {
    if (!disclosure_.year) return {};
    comparisons();
    for (int i = 0; i < told_.size(); ++i)
      if (told_.claim(i).kind == ClaimKind::amount)
        told_in_section_.insert(told_.telling(told_.claim(i), told_.claim(i).quantity));
    for (int i = 0; i < told_.size(); ++i)
      if (told_.claim(i).kind == ClaimKind::amount) {
        own_amount(i);
        account_of_year_before(i);
      }
    headings();
    broken_years();
    nothing_there();
    if (disclosure_.kind == DisclosureKind::final_account) asset_dates();
    return std::move(made_);
  }

 private:
  [[nodiscard]] int own() const { return *disclosure_.year; }
  [[nodiscard]] const Passage& passage(int index) const {
    return narrative_.passages[static_cast<std::size_t>(index)];
  }

  void add(std::string id, bool met, int year, int right, Place place) {
    Obligation obligation;
    obligation.id = std::move(id);
    obligation.kind = ObligationKind::form;
    obligation.met = met;
    obligation.stale_year = !met && year == own() - 1;
    obligation.requirement = {
        "此处应为 " + std::to_string(right) + " 年，印的是 " + std::to_string(year) + " 年",
        "the year here is " + std::to_string(right) + ", not " + std::to_string(year)};
    obligation.places = {std::move(place)};
    made_.push_back(std::move(obligation));
  }

  /// A change that names the year it is against. In a final account the budget of its own year is a
  /// base too.
  [[nodiscard]] bool is_comparison(const Claim& claim) const {
    if (claim.kind == ClaimKind::amount) return is_compared_amount(claim);
    if (claim.kind != ClaimKind::change && claim.kind != ClaimKind::growth &&
        claim.kind != ClaimKind::held)
      return false;
    if (!claim.year || claim.in_reason || claim.about < 0) return false;
    const Claim& about = told_.claim(claim.about);
    if (!about.understood || !about.quantity[Slot::period].empty()) return false;
    const std::string_view clause = told_.text_of(claim);
    if (!compared_year(clause)) return false;
    return disclosure_.kind == DisclosureKind::budget ||
           clause.find("预算") == std::string_view::npos;
  }

  /// 比2023年预算149.16万元: the amount that another is compared with.
  [[nodiscard]] bool is_compared_amount(const Claim& claim) const {
    if (!claim.year || claim.in_reason || disclosure_.kind != DisclosureKind::budget) return false;
    const std::string_view clause = told_.text_of(claim);
    return std::ranges::any_of(years_in(clause), [&](const NamedYear& named) {
      const std::string_view before = clause.substr(0, named.at);
      return before.ends_with("比") || before.ends_with("较");
    });
  }

  void comparisons() {
    std::vector<const Claim*> found;
    std::map<int, int> times;  // that a year is named
    for (int i = 0; i < told_.size(); ++i) {
      const Claim& claim = told_.claim(i);
      if (!is_comparison(claim)) continue;
      found.push_back(&claim);
      ++times[*claim.year];
    }
    const bool usual = times[own() - 1] >= like_sentences;
    for (const Claim* claim : found) {
      const bool outlier = usual && times[*claim->year] == 1;
      const bool met = *claim->year == own() - 1 || (*claim->year != own() && !outlier);
      std::size_t at = claim->begin;
      for (const NamedYear& named : years_in(told_.text_of(*claim)))
        if (named.year == *claim->year) at = claim->begin + named.at;
      add("比较的年份#" + claim->id, met, *claim->year, own() - 1,
          place_in(passage(claim->passage), at));
    }
  }

  /// Whether the section tells the same quantity of the document's own year.
  [[nodiscard]] bool told_of_own_year(const Claim& claim) const {
    QuantityName own_quantity = claim.quantity;
    own_quantity[Slot::period].clear();
    return told_in_section_.contains(told_.telling(claim, own_quantity));
  }

  /// 2023年…预算3,296.30万元, where 3,296.30 is what the tables of 2024 print.
  void own_amount(int index) {
    const Claim& claim = told_.claim(index);
    const Figure& said = told_.figure(told_.said(index));
    if (claim.own_cells.empty() || claim.in_reason || !claim.understood || !said.is_number() ||
        said.value().is_zero() || *claim.year != own() - 1 || told_of_own_year(claim))
      return;
    const auto prints_it = [&](const CellRef& cell) {
      Obligation same = told_.blank(index, ObligationKind::restatement);
      same.left = {{1, told_.said(index)}};
      same.right = {{1, cell}};
      return told_.figure(cell).is_number() && told_.first_to_hold({same}) == 0;
    };
    const bool own_year = std::ranges::any_of(claim.own_cells, prints_it);
    const bool year_before = std::ranges::any_of(claim.cells, prints_it);
    add("数额的年份#" + claim.id, !own_year || year_before, *claim.year, own(),
        place_in(passage(claim.passage), claim.begin));
  }

  /// 2022年支出决算3.46万元，完成预算的100%，比上年…, in the account of 2023: what was done with a budget is told of the
  /// document's own year, where the section tells no other amount of it.
  void account_of_year_before(int index) {
    const Claim& claim = told_.claim(index);
    if (disclosure_.kind != DisclosureKind::final_account || !claim.year || claim.in_reason ||
        *claim.year != own() - 1 || !claim.understood || !claim.own_cells.empty() ||
        index + 1 == told_.size() || told_of_own_year(claim))
      return;
    const Claim& next = told_.claim(index + 1);
    if (next.kind != ClaimKind::completion || next.passage != claim.passage || next.year) return;
    add("数额的年份#" + claim.id, false, *claim.year, own(),
        place_in(passage(claim.passage), claim.begin));
  }

  /// A note under an empty table, or a sentence that there is no such money: of the document's year,
  /// where it names one and speaks of no other.
  void nothing_there() {
    for (const Table& table : disclosure_.tables)
      for (const TableNote& note : table.notes)
        if (table.stated_empty) nothing_said(note.text, note.place, table.id);
    for (int i = 0; i < static_cast<int>(narrative_.passages.size()); ++i) {
      const Passage& here = passage(i);
      if (!here.heading && here.text.find("预算") != std::string::npos)
        nothing_said(here.text, place_in(here, 0), "p" + std::to_string(i));
    }
  }

  void nothing_said(std::string_view text, const Place& place, const std::string& where) {
    constexpr std::size_t longest = 240;  // bytes: what says more is no such sentence
    if (text.size() > longest ||
        !contains_any(text, told_.words().sentence(SentenceWord::nothing_there)) ||
        contains_any(text, of_other_years) || compared_year(text))
      return;
    const std::vector<NamedYear> years = years_in(text);
    if (years.size() != 1 || std::ranges::any_of(text.substr(years.front().at + 4), is_figure))
      return;
    const int year = years.front().year;
    if (year == own() || year == own() - 1)
      add("无数据的年份#" + where, year == own(), year, own(), place);
  }

  /// Headings of the account of figures: all of one year.
  void headings() {
    constexpr std::array<std::string_view, 3> of_account{"预算", "决算", "收支"};
    struct Heading {
      int passage = 0;
      NamedYear named;
    };
    std::vector<Heading> found;
    for (int i = 0; i < static_cast<int>(narrative_.passages.size()); ++i) {
      const Passage& heading = passage(i);
      if (!heading.heading || !contains_any(heading.text, of_account) ||
          contains_any(heading.text, of_other_years))
        continue;
      const std::vector<NamedYear> years = years_in(heading.text);
      if (years.size() == 1) found.push_back({i, years.front()});
    }
    const auto usual = std::ranges::count_if(
        found, [&](const Heading& heading) { return heading.named.year == own(); });
    for (const Heading& heading : found)
      add("标题的年份#" + std::to_string(heading.passage),
          heading.named.year == own() || usual < like_sentences, heading.named.year, own(),
          place_in(passage(heading.passage), heading.named.at));
  }

  /// 202年度, 20255年部门预算: no year has three digits, or five.
  void broken_years() {
    constexpr std::array<std::string_view, 5> of_documents{"年度", "年部门", "年单位", "年预算",
                                                           "年决算"};
    for (int i = 0; i < static_cast<int>(narrative_.passages.size()); ++i) {
      const std::string_view text = passage(i).text;
      std::size_t end = 0;
      for (std::size_t at = text.find("20"); at != std::string_view::npos;
           at = text.find("20", end)) {
        end = at;
        while (end < text.size() && is_figure(text[end])) ++end;
        const bool within = at > 0 && (is_figure(text[at - 1]) || text[at - 1] == '.');
        const std::string_view behind = strip(text.substr(end));
        if (within || (end - at != 3 && end - at != 5) ||
            std::ranges::none_of(of_documents,
                                 [&](std::string_view word) { return behind.starts_with(word); }))
          continue;
        Obligation obligation;
        obligation.id = "年份的位数#" + std::to_string(i) + "@" + std::to_string(at);
        obligation.kind = ObligationKind::form;
        obligation.met = false;
        const std::string digits(text.substr(at, end - at));
        obligation.requirement = {"“" + digits + "”不是四位的年份",
                                  "\"" + digits + "\" is no year of four digits"};
        obligation.places = {place_in(passage(i), at)};
        made_.push_back(std::move(obligation));
      }
    }
  }

  /// 截至2024年12月31日 … 车辆: assets at the end of the account's year.
  void asset_dates() {
    constexpr std::array<std::string_view, 4> of_assets{"车", "设备", "资产", "房屋"};
    constexpr std::string_view last_day = "年12月31日";
    for (int i = 0; i < static_cast<int>(narrative_.passages.size()); ++i) {
      const std::string_view text = passage(i).text;
      if (!contains_any(text, of_assets)) continue;
      for (const NamedYear& named : years_in(text)) {
        if (!text.substr(named.at + 4).starts_with(last_day)) continue;
        const std::string_view before = text.substr(0, named.at);
        if (!before.ends_with("截至") && !before.ends_with("截止") && !before.ends_with("截止到"))
          continue;
        add("资产的日期#" + std::to_string(i), named.year == own(), named.year, own(),
            place_in(passage(i), named.at));
      }
    }
  }

  const Told& told_;
  const Disclosure& disclosure_;
  const Narrative& narrative_;
  std::set<std::pair<int, std::string>> told_in_section_;  // amounts
  std::vector<Obligation> made_;
};

}  // namespace

std::vector<Obligation> years_named(const Told& told) {
  return Years(told).run();
}

}  // namespace budget::inline v1::detail::claims
