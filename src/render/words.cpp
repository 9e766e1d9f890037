// SPDX-License-Identifier: Apache-2.0
#include <budget/render/words.hpp>

namespace budget::inline v1 {
namespace {

// Both languages or it does not compile.
struct Words {
  std::string_view zh;
  std::string_view en;
  consteval Words(std::string_view chinese, std::string_view english) : zh(chinese), en(english) {
    if (chinese.empty() || english.empty()) throw "a word lacks a language";
  }
  [[nodiscard]] std::string_view in(Language language) const noexcept {
    return language == Language::zh ? zh : en;
  }
};

}  // namespace

std::string_view words(Severity severity, Language language) noexcept {
  switch (severity) {
    case Severity::note: return Words{"提示", "note"}.in(language);
    case Severity::warning: return Words{"警告", "warning"}.in(language);
    case Severity::error: return Words{"错误", "error"}.in(language);
  }
  return {};
}

std::string_view words(Status status, Language language) noexcept {
  switch (status) {
    case Status::exact: return Words{"完全相符", "exact"}.in(language);
    case Status::rounding: return Words{"仅舍入差", "rounding"}.in(language);
    case Status::violated: return Words{"不成立", "violated"}.in(language);
    case Status::not_applicable: return Words{"不适用", "not applicable"}.in(language);
    case Status::not_read: return Words{"未读", "not read"}.in(language);
    case Status::not_decided: return Words{"未判定", "not decided"}.in(language);
  }
  return {};
}

std::string_view words(Undecided why, Language language) noexcept {
  switch (why) {
    case Undecided::none: return Words{"原因未注明", "no reason given"}.in(language);
    case Undecided::condition_not_met:
      return Words{"规则的条件不满足", "the rule's condition is not met"}.in(language);
    case Undecided::condition_open:
      return Words{"规则的条件无法判断", "the rule's condition cannot be decided"}.in(language);
    case Undecided::not_stated:
      return Words{"合计或另一边空白", "the total or the other side is blank"}.in(language);
    case Undecided::nothing_printed:
      return Words{"有关各格都空白", "all its cells are blank"}.in(language);
    case Undecided::unit_unknown:
      return Words{"单位未知或不同", "units not known or different"}.in(language);
    case Undecided::unreadable:
      return Words{"有数字无法读取", "a figure could not be read"}.in(language);
    case Undecided::label_in_cell: return Words{"格内是文字", "a cell holds words"}.in(language);
    case Undecided::table_missing:
      return Words{"没有该表", "the table is not in the disclosure"}.in(language);
    case Undecided::row_missing: return Words{"没有该行", "the row is not printed"}.in(language);
    case Undecided::column_missing:
      return Words{"没有该列", "the column is not printed"}.in(language);
    case Undecided::implied:
      return Words{"另一条规则已说明同一关系", "another rule says the same"}.in(language);
    case Undecided::ambiguous:
      return Words{"所说的名称印了不止一处，无法分辨",
                   "a name that it speaks of is printed more than once"}
          .in(language);
    case Undecided::not_understood:
      return Words{"句中的词语不能确定所说的是什么", "the words of the sentence are not understood"}
          .in(language);
    case Undecided::in_reason:
      return Words{"是对别的数字所作说明中的数字", "stands in the reason given for another figure"}
          .in(language);
    case Undecided::no_counterpart:
      return Words{"所读文件中没有可以对照的数字", "nothing that was read prints what it speaks of"}
          .in(language);
    case Undecided::used_for_reading:
      return Words{"读表时已用来确定数字所在的列，不再算作核对",
                   "used to place a figure while reading, so it checks nothing"}
          .in(language);
  }
  return {};
}

std::string_view words(Cause cause, Language language) noexcept {
  switch (cause) {
    case Cause::unknown: return Words{"不明", "unknown"}.in(language);
    case Cause::sign: return Words{"正负号有误", "wrong sign"}.in(language);
    case Cause::transposition: return Words{"数字换位", "digits transposed"}.in(language);
    case Cause::decimal_slip: return Words{"小数点错位", "decimal point misplaced"}.in(language);
    case Cause::unit_slip:
      return Words{"单位用错（如以元作万元）", "another unit's figure (such as yuan for 万元)"}.in(
          language);
    case Cause::neighbouring_column:
      return Words{"误用了邻列的数", "the neighbouring column's figure"}.in(language);
    case Cause::neighbouring_row:
      return Words{"误用了邻行的数", "the neighbouring row's figure"}.in(language);
    case Cause::truncated:
      return Words{"舍去尾数而未四舍五入", "cut off instead of rounded"}.in(language);
    case Cause::wrong_base:
      return Words{"除以了本年的数", "divided by this year's amount"}.in(language);
    case Cause::plugged_remainder:
      return Words{"为使各项占比合计为 100% 而凑的数", "plugged so that the shares add up to 100 %"}
          .in(language);
    case Cause::stale_figure:
      return Words{"沿用了上年的数", "the figure of the year before"}.in(language);
    case Cause::copied_clause:
      return Words{"误抄了别处的数", "copied from another place"}.in(language);
    case Cause::omitted_row: return Words{"漏加一项", "one part left out"}.in(language);
    case Cause::doubled_row: return Words{"重复加了一项", "one part counted twice"}.in(language);
    case Cause::displaced_rows:
      return Words{"各行数字与行名错开", "figures beside the names of other rows"}.in(language);
    case Cause::dropped_digit: return Words{"漏一位数字", "a digit dropped"}.in(language);
    case Cause::added_digit: return Words{"多一位数字", "a digit added"}.in(language);
    case Cause::changed_digit: return Words{"一位数字有误", "one digit is wrong"}.in(language);
    case Cause::missing_part:
      return Words{"空白格缺数", "a figure is missing in a blank cell"}.in(language);
    case Cause::unstated_total: return Words{"合计未填", "total not stated"}.in(language);
    case Cause::rounding: return Words{"四舍五入", "rounding"}.in(language);
    case Cause::not_present:
      return Words{"缺少应有的内容", "something required is missing"}.in(language);
    case Cause::table_not_read:
      return Words{"应有的表没有读到", "a required table was not read"}.in(language);
    case Cause::year_not_read: return Words{"年度没有读到", "the year was not read"}.in(language);
    case Cause::part_not_read:
      return Words{"表没有读全", "a table was not read whole"}.in(language);
    case Cause::unit_not_printed:
      return Words{"没有印出金额单位", "no unit of money is printed"}.in(language);
    case Cause::stale_year:
      return Words{"沿用上年的年份", "the year before was left standing"}.in(language);
    case Cause::form: return Words{"格式", "form"}.in(language);
  }
  return {};
}

std::string_view words(ClaimKind kind, Language language) noexcept {
  switch (kind) {
    case ClaimKind::amount: return Words{"数额", "amount"}.in(language);
    case ClaimKind::share: return Words{"占比", "share"}.in(language);
    case ClaimKind::change: return Words{"增减额", "change"}.in(language);
    case ClaimKind::growth: return Words{"增减率", "growth"}.in(language);
    case ClaimKind::completion: return Words{"完成率", "completion"}.in(language);
    case ClaimKind::held: return Words{"持平", "held"}.in(language);
    case ClaimKind::compared: return Words{"与预算比较", "compared"}.in(language);
    case ClaimKind::count: return Words{"数量", "count"}.in(language);
    case ClaimKind::points: return Words{"百分点", "points"}.in(language);
    case ClaimKind::multiple: return Words{"倍数", "multiple"}.in(language);
    case ClaimKind::other: return Words{"其他", "other"}.in(language);
  }
  return {};
}

std::string_view words(Unbound why, Language language) noexcept {
  switch (why) {
    case Unbound::none: return {};
    case Unbound::not_understood:
      return Words{"所说的内容未能读懂", "its words are not known"}.in(language);
    case Unbound::in_reason:
      return Words{"在说明原因的话中", "stands in a reason given for something else"}.in(language);
    case Unbound::other_period:
      return Words{"是其他年度或阶段的数", "of a year or stage that is not at hand"}.in(language);
    case Unbound::no_cell: return Words{"没有表印出此数", "no table prints it"}.in(language);
    case Unbound::no_base:
      return Words{"没有说明以何为基数", "what it is of is not said"}.in(language);
  }
  return {};
}

std::string_view words(DisclosureKind kind, Language language) noexcept {
  switch (kind) {
    case DisclosureKind::budget: return Words{"预算", "budget"}.in(language);
    case DisclosureKind::final_account: return Words{"决算", "final account"}.in(language);
  }
  return {};
}

std::string_view words(RegionKind kind, Language language) noexcept {
  switch (kind) {
    case RegionKind::target_table: return Words{"绩效目标表", "table of targets"}.in(language);
    case RegionKind::unrecognised_table:
      return Words{"未能识别的表", "table not recognised"}.in(language);
    case RegionKind::repeated_table:
      return Words{"重复印出的表", "table printed twice"}.in(language);
  }
  return {};
}

std::string_view words(budget::v1::Mark mark, Language language) noexcept {
  using budget::v1::Mark;
  switch (mark) {
    case Mark::none: return {};
    case Mark::unreadable: return Words{"无法读取", "unreadable"}.in(language);
    case Mark::by_arithmetic: return Words{"按算式归栏", "placed by arithmetic"}.in(language);
    case Mark::ocr: return Words{"由图像识别", "recognised in a picture"}.in(language);
    case Mark::corrected: return Words{"经人工更正", "corrected by hand"}.in(language);
  }
  return {};
}

std::string_view words(NotReadWhy why, Language language) noexcept {
  switch (why) {
    case NotReadWhy::no_place_in_table:
      return Words{"在表中没有位置", "has no place in the table"}.in(language);
    case NotReadWhy::header_not_understood:
      return Words{"表头未能读懂", "table header not understood"}.in(language);
    case NotReadWhy::too_many_figures:
      return Words{"数字多于列数", "more figures than columns"}.in(language);
    case NotReadWhy::ambiguous_columns:
      return Words{"数字属于哪一列不能确定", "the columns of the figures are ambiguous"}.in(
          language);
    case NotReadWhy::picture:
      return Words{"整页是图像，没有文字", "the page is a picture without text"}.in(language);
  }
  return {};
}

std::string_view words(TableKind kind, Language language) noexcept {
  switch (kind) {
    case TableKind::revenue_expenditure_summary:
      return Words{"收支总表", "revenue and expenditure summary"}.in(language);
    case TableKind::revenue: return Words{"收入总表", "revenue"}.in(language);
    case TableKind::expenditure: return Words{"支出总表", "expenditure"}.in(language);
    case TableKind::appropriation_summary:
      return Words{"财政拨款收支总表", "fiscal appropriation summary"}.in(language);
    case TableKind::general_public_expenditure:
      return Words{"一般公共预算支出表", "general public budget expenditure"}.in(language);
    case TableKind::basic_expenditure_by_economic_subject:
      return Words{"一般公共预算基本支出表", "basic expenditure by economic subject"}.in(language);
    case TableKind::government_fund_revenue:
      return Words{"政府性基金预算收入表", "government fund revenue"}.in(language);
    case TableKind::government_fund_expenditure:
      return Words{"政府性基金预算支出表", "government fund expenditure"}.in(language);
    case TableKind::state_capital:
      return Words{"国有资本经营预算表", "state capital operations budget"}.in(language);
    case TableKind::three_public:
      return Words{"“三公”经费表", "official travel, vehicles and hospitality"}.in(language);
    case TableKind::agency_operating:
      return Words{"机关运行经费表", "agency operating expenses"}.in(language);
    case TableKind::project_expenditure:
      return Words{"项目支出表", "project expenditure"}.in(language);
    case TableKind::project_expenditure_carried_over:
      return Words{"项目支出表（上年结转）", "project expenditure carried over"}.in(language);
    case TableKind::procurement: return Words{"政府采购预算表", "procurement"}.in(language);
    case TableKind::purchase_of_services:
      return Words{"政府购买服务预算表", "purchase of services"}.in(language);
    case TableKind::assets: return Words{"国有资产占用情况表", "state assets held"}.in(language);
    case TableKind::appropriation_by_functional_subject:
      return Words{"财政拨款支出预算表（功能科目）", "appropriation by functional subject"}.in(
          language);
    case TableKind::government_fund_three_public:
      return Words{"政府性基金预算“三公”经费表",
                   "official travel, vehicles and hospitality from government funds"}
          .in(language);
    case TableKind::appropriation_basic_by_economic_subject:
      return Words{"财政拨款基本支出预算表（经济科目）",
                   "appropriated basic expenditure by economic subject"}
          .in(language);
    case TableKind::other: return Words{"其他表", "other table"}.in(language);
  }
  return {};
}

}  // namespace budget::inline v1
