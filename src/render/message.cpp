// SPDX-License-Identifier: Apache-2.0
#include <budget/render/message.hpp>

#include <array>

namespace budget::inline v1 {
namespace {

struct Sentence {
  Message id;
  std::string_view zh;
  std::string_view en;
};

constexpr std::size_t sentence_count = static_cast<std::size_t>(Message::count_);

constexpr std::array<Sentence, sentence_count> sentences{{
    {Message::report_title, "{0} {1}部门{2}公开审核报告", "Audit of the published {2} of {0}, {1}"},
    {Message::year_unknown, "（年度未读出）", "year not read"},
    {Message::organisation_unknown, "（单位名称未读出）", "(body not named)"},
    {Message::verdict_consistent, "结论：一致。凡已核对的语句都可能成立。",
     "Verdict: consistent. Every statement that was checked can be true."},
    {Message::verdict_violated, "结论：不成立。有 {0} 处不可能为真。",
     "Verdict: violated. {0} finding(s) cannot be true."},
    {Message::verdict_not_read, "结论：未读全，不下结论。已核对的语句中没有不成立的。",
     "Verdict: not read. What was checked can be true, but required parts were not read."},
    {Message::because_table, "没有读到应有的表：{0}", "required tables not read: {0}"},
    {Message::because_year, "没有读到年度", "the year was not read"},
    {Message::because_unit, "没有读到金额单位：{0}", "no unit of money read in: {0}"},
    {Message::counts_statements,
     "核对语句 {0} 条：完全相符 {1}，仅有舍入差 {2}，不成立 {3}，不适用 {4}，未读 {5}，未判定 {6}",
     "{0} statements: exact {1}, rounding only {2}, violated {3}, not applicable {4}, not read "
     "{5}, "
     "not decided {6}"},
    {Message::counts_figures, "数字 {0} 个：已核对 {1}，未核对 {2}，无法读取 {3}",
     "{0} figures: checked {1}, unchecked {2}, unreadable {3}"},
    {Message::heading_findings, "发现：错误 {0}，警告 {1}，提示 {2}",
     "Findings: errors {0}, warnings {1}, notes {2}"},
    {Message::no_findings, "没有发现问题。", "Nothing was found."},
    {Message::finding_head, "{0}. {1} [{2}]", "{0}. {1} [{2}]"},
    {Message::in_table, "《{0}》", "{0}"},
    {Message::in_row, "行“{0}”", "row \"{0}\""},
    {Message::in_column, "列“{0}”", "column \"{0}\""},
    {Message::on_page, "第{0}页", "page {0}"},
    {Message::on_line, "第{0}行", "line {0}"},
    {Message::difference, "相差 {0}", "difference {0}"},
    {Message::side_intervals, "按舍入，左边在 {0} 至 {1} 之间，右边在 {2} 至 {3} 之间（{4}）",
     "allowing for rounding, the left side lies in {0} to {1}, the right side in {2} to {3} ({4})"},
    {Message::same_digits, "同一数额以同一单位、同样的小数位印了两次，数字必须相同。",
     "One amount printed twice in one unit with the same decimals must show the same digits."},
    {Message::at_most_broken, "左边不应大于右边。", "The left side must not exceed the right."},
    {Message::restated_differently, "两处应为同一数额。", "Both places state the same amount."},
    {Message::suspect, "最可能错的是 {0}", "most likely wrong: {0}"},
    {Message::suspects_equal, "下列任一数改正后都能成立，仅凭表内数字无法判断是哪一个：",
     "changing any one of these would settle it; the figures do not tell which one is wrong:"},
    {Message::nothing_single, "改动任何单个数字都不能使其成立，两边均列出。",
     "no change of a single figure settles it; both sides are shown."},
    {Message::together_unit,
     "《{0}》标明单位为“{1}”，其中的数字却像是以“{2}”计；按“{2}”读，{3} 条不成立的语句成立",
     "{0} names the unit {1}, yet its figures look like {2}: read so, {3} violated statements "
     "hold"},
    {Message::together_doubled,
     "{0} 与上一行完全相同，很可能重复印了一行；去掉后 {1} 条不成立的语句成立",
     "{0} repeats the row above it in every cell, most likely a row printed twice: without it, {1} "
     "violated statements hold"},
    {Message::together_figures,
     "同一行几处印着同一个数，很可能一同印错；一同改正后 {0} 条不成立的语句成立：",
     "one row prints the same figure in several columns, most likely wrong in all of them; put "
     "right "
     "together, {0} violated statements hold:"},
    {Message::together_one_row,
     "同一行几处印着同一个数；下列各行中改正任何一行（各栏一同改），{0} "
     "条不成立的语句即成立，无法断定是哪一行：",
     "each row prints the same figure in several columns; putting one of these rows right, all its "
     "columns together, makes {0} violated statements hold; the figures do not tell which:"},
    {Message::likely_cause, "可能原因：{0}", "likely cause: {0}"},
    {Message::should_be, "应为 {0}", "should read {0}"},
    {Message::should_be_between, "应在 {0} 至 {1} 之间", "should lie in {0} to {1}"},
    {Message::should_be_at_least, "应不小于 {0}", "should be at least {0}"},
    {Message::should_be_at_most, "应不大于 {0}", "should be at most {0}"},
    {Message::settles, "改正后 {0} 条不成立的语句成立", "settles {0} violated statement(s)"},
    {Message::more_repairs, "另有 {0} 个数同样可能（见 JSON 报告）",
     "{0} more figures are as likely (see the JSON report)"},
    {Message::total_not_stated, "合计空白，而其各部分相加为 {0}",
     "the total is blank while its parts add up to {0}"},
    {Message::unlikely_rounding, "{0} 个加数的舍入几乎全部偏向一边才可能成立",
     "possible only if nearly all of {0} addends were rounded the same way"},
    {Message::requirement_not_met, "未满足：{0}", "not met: {0}"},
    {Message::looked_at, "位置：{0}", "at {0}"},
    {Message::heading_rounding, "只有舍入差的语句 {0} 条（每一条都有金额能印成这些数字）",
     "{0} statement(s) differ by rounding only (for each, amounts exist that print exactly so)"},
    {Message::strain, "用去余地的 {0}", "uses {0} of the slack"},
    {Message::heading_not_read, "未能读入的行 {0} 条", "{0} line(s) not read"},
    {Message::heading_unreadable, "无法读取的数字 {0} 个（有关语句均未核对）",
     "{0} unreadable figure(s) (no statement about them was checked)"},
    {Message::no_column, "属于哪一列不能确定", "its column cannot be told"},
    {Message::heading_regions, "已识别、尚未读取的部分（其中的数字均未核对）",
     "Parts recognised and not yet read (no figure in them was checked)"},
    {Message::region, "{0}：{1}，{2}至{3}", "{0}: {1}, {2} to {3}"},
    {Message::heading_coverage, "核对范围：各规则的语句数", "Coverage: statements of each rule"},
    {Message::coverage_columns, "相符|舍入|不成立|不适用|未读|未判定|规则",
     "exact|rounding|violated|n/a|not read|undecided|rule"},
    {Message::rules_all_exact, "另有 {0} 条规则的语句全部相符：",
     "the statements of {0} other rule(s) are all exact: "},
    {Message::rules_not_applicable, "另有 {0} 条规则对本文件不适用，没有核对任何数字：",
     "{0} other rule(s) do not apply to this document and checked nothing: "},
    {Message::rules_unbound, "{0} 条规则在本文件中没有可核对的语句：",
     "{0} rule(s) found nothing to check in this document: "},
    {Message::heading_not_applicable, "不适用与未读的原因",
     "Why statements were not applicable or not read"},
    {Message::reason_count, "{0}：{1}", "{0}: {1}"},
    {Message::heading_unchecked, "未核对的数字 {0} 个（没有任何规则对它下过判断）",
     "{0} figure(s) unchecked (no rule decided anything about them)"},
    {Message::stated_empty, "原文注明本表无数据",
     "the document states that this table has no data"},
    {Message::unit_is, "单位：{0}", "unit: {0}"},
    {Message::no_unit, "单位：未印出", "unit: not printed"},
    {Message::table_head, "表{0} {1}", "Table {0} {1}"},
    {Message::no_tables, "没有读到表格。", "No table was read."},
    {Message::side_not_stated, "（空白）", "(blank)"},
    {Message::amount_with_unit, "{0} {1}", "{0} {1}"},
    {Message::condition_zero, "前提：{0} 为零或空白", "on condition that {0} is zero or blank"},
    {Message::only_if_zeros_cut,
     "仅当该表省略了小数末尾的零时才不成立；如各数只精确到所印的位数，则可能成立。",
     "Impossible only if the table leaves out trailing zeros; possible if each figure is no more "
     "precise than it is printed."},
    {Message::table_not_read, "没有读到应有的表：{0}", "a required table was not read: {0}"},
    {Message::year_not_read, "没有读到文件的年度", "the year of the document was not read"},
    {Message::unit_not_printed, "《{0}》没有印出金额单位，不能与其他表比较",
     "{0}: no unit of money is printed, so it cannot be compared with other tables"},
    {Message::every_figure_checked, "读到的数字全部参与了核对。",
     "Every figure that was read was checked."},
    {Message::statement_of, "[{0}]", "[{0}]"},
    {Message::unplaced_line, "{0}：“{1}”（{2}）", "{0}: \"{1}\" ({2})"},
    {Message::list_separator, "、", ", "},
    {Message::clause_separator, "；", "; "},
}};

// Which of {0} … {9} a text names, as a set of bits.
constexpr unsigned places_named(std::string_view text) {
  unsigned named = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}')
      named |= 1U << static_cast<unsigned>(text[i + 1] - '0');
  }
  return named;
}

constexpr bool complete() {
  for (std::size_t i = 0; i < sentence_count; ++i) {
    const Sentence& one = sentences[i];
    if (static_cast<std::size_t>(one.id) != i || one.zh.empty() || one.en.empty()) return false;
    if (places_named(one.zh) != places_named(one.en)) return false;
  }
  return true;
}
static_assert(complete(), "a sentence is missing, out of order, or differs in its places");

}  // namespace

std::string_view sentence(Message message, Language language) noexcept {
  const Sentence& found = sentences[static_cast<std::size_t>(message)];
  return language == Language::zh ? found.zh : found.en;
}

std::string say(Message message, Language language,
                std::initializer_list<std::string_view> values) {
  const std::string_view text = sentence(message, language);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}') {
      const auto place = static_cast<std::size_t>(text[i + 1] - '0');
      if (place < values.size()) {
        result += values.begin()[place];
        i += 2;
        continue;
      }
    }
    result += text[i];
  }
  return result;
}

}  // namespace budget::inline v1
