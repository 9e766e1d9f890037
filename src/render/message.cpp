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
    {Message::verdict_consistent, "结论：一致。已核对的内容中没有不可能为真的。",
     "Verdict: consistent. Nothing that was checked is impossible."},
    {Message::verdict_violated, "结论：不成立。有 {0} 处不可能为真。",
     "Verdict: violated. Findings that cannot be true: {0}."},
    {Message::verdict_not_read, "结论：未读全，不下结论。已核对的内容中没有不可能为真的。",
     "Verdict: not read. Nothing that was checked is impossible, but required parts were not "
     "read."},
    {Message::because_only_narrative,
     "本文件只有文字说明，没有表格；应有的表不在本文件之内，不作判断",
     "this file holds the narrative alone; the tables stand elsewhere and are not judged"},
    {Message::of_government,
     "这是政府预算（决算），不是部门预算：只按通用规则核对各表的合计与科目级次",
     "this is the budget or final account of a government, not of a body: only the totals and "
     "subject "
     "trees of its tables are checked, by generic rules"},
    {Message::not_filled_in, "没有一张表填有数字：像是未填写的模板",
     "no table holds a figure: it looks like a template that was not filled in"},
    {Message::unknown_tables, "未知的表 {0} 张，只按通用规则核对：{1}",
     "{0} tables of no known kind, checked by generic rules alone: {1}"},
    {Message::because_nothing, "没有核对任何数字", "no figure was checked"},
    {Message::because_table, "没有读到应有的表：{0}", "required tables not read: {0}"},
    {Message::because_year, "没有读到年度", "the year was not read"},
    {Message::because_part, "没有读全的表：{0}", "tables not read whole: {0}"},
    {Message::because_unit, "没有读到金额单位：{0}", "no unit of money read in: {0}"},
    {Message::counts_checked,
     "核对了数字之间应成立的关系 {0} 条：完全相符 {1}，仅有舍入差 {2}，不成立 {3}",
     "{0} statements between figures checked: exact {1}, rounding only {2}, violated {3}"},
    {Message::counts_requirements,
     "核对了对名称、编码、格式和绩效目标的要求 {0} 条：符合 {1}，不符合 {2}",
     "{0} demands on names, codes, form and targets checked: met {1}, not met {2}"},
    {Message::counts_not_checked,
     "关系与要求共 {0} 条，其中没有核对 {1} 条：不适用 {2}，未读 {3}，未判定 {4}",
     "of {0} statements and demands {1} not checked: not applicable {2}, not read {3}, not decided "
     "{4}"},
    {Message::counts_figures, "数字 {0} 个：已核对 {1}，未核对 {2}，无法读取 {3}",
     "{0} figures: checked {1}, unchecked {2}, unreadable {3}"},
    {Message::counts_recognised, "其中 {0} 个由图像识别得出，可能认错；有出入时先看原件",
     "{0} of them were recognised in pictures and may be misread: look at the original first"},
    {Message::heading_findings, "发现：错误 {0}，警告 {1}，提示 {2}",
     "Findings: errors {0}, warnings {1}, notes {2}"},
    {Message::no_findings, "没有发现问题。", "Nothing was found."},
    {Message::rule_ids, "方括号内是规则编号，其内容与出处见 budgetcore rules show 编号",
     "Ids of rules stand in brackets; budgetcore rules show ID tells what each says and its "
     "source."},
    {Message::finding_head, "{0}. {1} [{2}]", "{0}. {1} [{2}]"},
    {Message::in_file, "文件：{0}", "file: {0}"},
    {Message::in_table, "《{0}》", "{0}"},
    {Message::in_row, "行“{0}”", "row \"{0}\""},
    {Message::in_column, "列“{0}”", "column \"{0}\""},
    {Message::on_page, "第{0}页", "page {0}"},
    {Message::in_sheet, "工作表“{0}”", "sheet “{0}”"},
    {Message::on_line, "第{0}行", "line {0}"},
    {Message::on_pages, "第{0}–{1}页", "pages {0}–{1}"},
    {Message::on_lines, "第{0}–{1}行", "lines {0}–{1}"},
    {Message::in_brackets, "（{0}）", " ({0})"},
    {Message::difference, "相差 {0}", "difference {0}"},
    {Message::side_intervals, "考虑舍入，左边{0}，右边{1}（{2}）",
     "allowing for rounding, the left side {0}, the right side {1} ({2})"},
    {Message::lies_between, "在 {0} 至 {1} 之间", "lies in {0} to {1}"},
    {Message::is_exactly, "是 {0}", "is {0}"},
    {Message::same_digits, "同一数额以同一单位、同样的小数位印了两次，数字必须相同。",
     "One amount printed twice in one unit with the same decimals must show the same digits."},
    {Message::at_most_broken, "左边不应大于右边。", "The left side must not exceed the right."},
    {Message::restated_differently, "两处应为同一数额。", "Both places state the same amount."},
    {Message::suspect, "最可能错的是{0}", "most likely wrong: {0}"},
    {Message::suspects_equal, "下列任何一个数改正后都能成立，仅凭数字无法判断是哪一个：",
     "changing any one of these would settle it; the figures do not tell which one is wrong:"},
    {Message::nothing_single, "只改一个数不能使其成立而不破坏别的关系，不能断定错在哪一个数。",
     "no change of a single figure settles it without breaking another statement; the figures do "
     "not "
     "tell which one is wrong."},
    {Message::together_unit,
     "《{0}》标明单位为“{1}”，其中的数字却像是以“{2}”计；按“{2}”读，下列 {3} 条关系都成立",
     "{0} names the unit {1}, yet its figures look like {2}: read so, all of the statements below "
     "({3}) hold"},
    {Message::together_doubled,
     "{0} 与上一行完全相同，很可能重复印了一行；去掉后下列 {1} 条关系都成立",
     "{0} repeats the row above it in every cell, most likely a row printed twice: without it, all "
     "of the statements below ({1}) hold"},
    {Message::together_displaced,
     "《{0}》自“{1}"
     "”一行起，各行的数字与行名错开（原文如此，或读取时错开）；按另一张表对回各自的行名后，下列 "
     "{2} 条关系都成立：",
     "from the row {1} of {0} on, the figures stand beside the names of other rows (so printed, or "
     "so "
     "read); beside the names that another table gives them, all of the statements below ({2}) "
     "hold:"},
    {Message::together_figures,
     "同一行几栏印着同一个数，很可能一同印错；一同改正后下列 {0} 条关系都成立：",
     "one row prints the same figure in several columns, most likely wrong in all of them; put "
     "right together, all of the statements below ({0}) hold:"},
    {Message::together_places,
     "同一个数印在几处，很可能一同印错；一同改正后下列 {0} 条关系都成立：",
     "the same figure is printed in several places, most likely wrong in all of them; put right "
     "together, all of the statements below ({0}) hold:"},
    {Message::together_exchanged, "两个数互换了位置，各印着对方的数；换回后下列 {0} 条关系都成立：",
     "two figures stand in each other's place; exchanged, all of the statements below ({0}) hold:"},
    {Message::together_one_row,
     "同一行几栏印着同一个数；下列各行改正任何一行（各栏一同改），{0} "
     "条不成立的关系就都成立，无法断定是哪一行：",
     "each of these rows prints the same figure in several columns; putting one row right, all its "
     "columns together, makes all of the statements below ({0}) hold; the figures do not tell "
     "which "
     "row:"},
    {Message::likely_cause, "可能原因：{0}", "likely cause: {0}"},
    {Message::should_be_blank, "应为空白", "should be blank"},
    {Message::should_be, "应为 {0}", "should read {0}"},
    {Message::should_be_between, "应在 {0} 至 {1} 之间", "should lie in {0} to {1}"},
    {Message::probably, "很可能应为 {0}（{1} 至 {2} 之间都能成立）",
     "probably {0} (anything from {1} to {2} would do)"},
    {Message::should_be_at_least, "应不小于 {0}", "should be at least {0}"},
    {Message::should_be_at_most, "应不大于 {0}", "should be at most {0}"},
    {Message::settles, "改正后下列 {0} 条关系都成立",
     "with it put right, all of the statements below ({0}) hold"},
    {Message::broken_statements, "不成立的关系（{0} 条）：", "statements that fail ({0}):"},
    {Message::more_together, "另有 {0} 个数一同改正（见 JSON 报告）",
     "{0} more to be put right with them (see the JSON report)"},
    {Message::more_repairs, "另有 {0} 个数同样可能（见 JSON 报告）",
     "as likely, and listed in the JSON report: {0} more"},
    {Message::more_statements, "另有 {0} 条（见 JSON 报告）", "{0} more (see the JSON report)"},
    {Message::total_not_stated, "此处空白，而其各部分相加为 {0}",
     "blank, while its parts add up to {0}"},
    {Message::blank_but_stated, "此处空白，而应与之一致的{0}印着 {1}",
     "blank, while {0}, which it must agree with, prints {1}"},
    {Message::unlikely_rounding, "{0} 个加数的舍入几乎全部偏向一边才可能成立",
     "possible only if nearly all of {0} addends were rounded the same way"},
    {Message::requirement_not_met, "未满足：{0}", "not met: {0}"},
    {Message::looked_at, "位置：{0}", "at {0}"},
    {Message::more_places, "另有 {0} 处", "and {0} more places"},
    {Message::quoted, "原文：{0}", "text: {0}"},
    {Message::heading_rounding, "只有舍入差的关系 {0} 条，不是错误：每一条都有金额能印成这些数字",
     "statements that differ by rounding only, no errors: {0}; for each, amounts exist that print "
     "exactly so"},
    {Message::strain, "为舍入所能造成的最大差额的 {0}", "{0} of the most that rounding can cause"},
    {Message::occurs_at, "见于 {0} 处：{1}", "places ({0}): {1}"},
    {Message::heading_not_read, "未能读入的行 {0} 条", "lines not read: {0}"},
    {Message::heading_corrected, "经人工更正的数字 {0} 个", "figures corrected by hand: {0}"},
    {Message::corrected_line, "{0}：读作“{1}”，更正为“{2}”（{3}）",
     "{0}: read \"{1}\", corrected to \"{2}\" ({3})"},
    {Message::held_against, "对照：{0}", "held against: {0}"},
    {Message::held_against_one, "{0}（{1}年{2}）", "{0} ({2} of {1})"},
    {Message::held_against_units, "所属单位 {0} 个：{1}", "units of the department ({0}): {1}"},
    {Message::heading_accepted, "已认可、不再列出的问题 {0} 项",
     "findings accepted and set aside: {0}"},
    {Message::accepted_line, "{0} {1}（{2}；{3}）", "{0} {1} ({2}; {3})"},
    {Message::accepted_until, "{0} {1}（{2}；{3}；至 {4}）", "{0} {1} ({2}; {3}; until {4})"},
    {Message::known_findings, "另有 {0} 项问题在此前的报告中已有，未再列出",
     "findings that the earlier report had, not listed again: {0}"},
    {Message::expired_findings, "重新列出的问题 {0} 项，认可已到期或有关数字已改：{1}",
     "findings listed again ({0}), their acceptance ended or their figures changed: {1}"},
    {Message::rules_off, "按设置未用的规则 {0} 条：{1}",
     "rules that the settings leave out ({0}): {1}"},
    {Message::heading_unreadable, "无法读取的数字 {0} 个（有关关系均未核对）",
     "unreadable figures: {0} (no statement about them was checked)"},
    {Message::no_column, "属于哪一列不能确定", "its column cannot be told"},
    {Message::heading_claims, "文字说明所说的数（{0} 项）", "What the narrative says ({0} claims)"},
    {Message::heading_targets, "{0} {1} {2}（指标 {3} 项）", "{0} {1} {2} ({3} indicators)"},
    {Message::heading_regions, "已识别、尚未读取的部分（其中的数字均未核对）",
     "Parts recognised and not yet read (no figure in them was checked)"},
    {Message::region, "{0}：{1}", "{0}: {1}"},
    {Message::heading_coverage, "核对范围：各规则的关系数", "Coverage: statements of each rule"},
    {Message::coverage_columns, "相符|舍入|不成立|不适用|未读|未判定|规则",
     "exact|rounded|failed|n/a|unread|open|rule"},
    {Message::rules_all_exact, "关系全部完全相符的其他规则 {0} 条，关系 {1} 条",
     "other rules whose statements are all exact: {0}, with {1} statements"},
    {Message::rules_not_applicable, "对本文件不适用、没有核对任何数字的规则 {0} 条",
     "rules that do not apply to this document and checked nothing: {0}"},
    {Message::rules_unbound, "在本文件中没有可核对关系的规则 {0} 条",
     "rules that found no statement to check in this document: {0}"},
    {Message::rules_in_json, "各规则逐条见网页报告与 JSON 报告（--format html、json）",
     "the page and the JSON report list every rule (--format html, json)"},
    {Message::heading_not_applicable, "不适用与未读的原因",
     "Why statements were not applicable or not read"},
    {Message::reason_count, "{0}：{1}", "{0}: {1}"},
    {Message::heading_unchecked, "未核对的数字 {0} 个（没有任何规则对它下过判断）",
     "figures unchecked: {0} (no rule decided anything about them)"},
    {Message::stated_empty, "原文注明本表无数据",
     "the document states that this table has no data"},
    {Message::unit_is, "单位：{0}", "unit: {0}"},
    {Message::units_used, "金额单位：{0}", "unit of amounts: {0}"},
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
    {Message::copied_from, "同一数字在别处是对的：{0}", "the same figure is right elsewhere: {0}"},
    {Message::jointly_impossible,
     "下列 {0} 条关系逐条看都能成立，合在一起不可能：没有任何金额能同时印成这些数字",
     "each of {0} statements can hold alone, all together they cannot: no amounts print so"},
    {Message::table_not_read, "没有读到应有的表：{0}", "a required table was not read: {0}"},
    {Message::year_not_read, "没有读到文件的年度", "the year of the document was not read"},
    {Message::part_not_read, "《{0}》没有读全（{1} 处），与之有关的不下结论",
     "{0} was not read whole (places: {1}); nothing is concluded from what is missing"},
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
