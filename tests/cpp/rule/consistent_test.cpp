// SPDX-License-Identifier: Apache-2.0
#include "rule/consistent.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "rule/amounts.hpp"
#include "rule/tables.hpp"

namespace budget::test {

std::string in_wan_yuan(std::int64_t fen) {
  if (fen == 0) return "";
  const std::int64_t hundredths = (fen + 5'000) / 10'000;  // half up
  std::string fraction = std::to_string(hundredths % 100);
  if (fraction.size() < 2) fraction = "0" + fraction;
  return std::to_string(hundredths / 100) + "." + fraction;
}

namespace {

class Generator : Amounts {
 public:
  Generator(std::mt19937_64& random, const Shape& shape) : Amounts(random, shape) {}

  Dossier make() {
    draw_subjects();
    draw_economic();
    Dossier dossier =
        dossier_of({summary(), revenue(), expenditure(), appropriation(), general_public(), basic(),
                    fund_revenue(), fund_expenditure(), capital(), three_public(), operating(),
                    projects(false), projects(true)});
    return dossier;
  }

 private:
  // ---- tables ----

  static std::vector<std::string> printed(const std::vector<std::int64_t>& amounts) {
    std::vector<std::string> figures;
    for (const std::int64_t amount : amounts) figures.push_back(in_wan_yuan(amount));
    return figures;
  }

  // Rows 合计 and all subjects, what `amounts` gives for each.
  template <class Amounts>
  void subject_rows(TableBuilder& table, Amounts amounts, bool keep_empty = false) {
    const int top = table.add("", "合计", 0, -1, printed(amounts(all_)));
    std::array<int, 4> above{top, -1, -1, -1};
    for (const Subject& subject : subjects_) {
      const std::vector<std::int64_t> row = amounts(subject.money);
      std::int64_t sum = 0;
      for (const std::int64_t amount : row) sum += amount;
      if (sum == 0 && !keep_empty) continue;
      const auto level = static_cast<std::size_t>(subject.level);
      above[level] =
          table.add(subject.code, subject.name, subject.level, above[level - 1], printed(row));
    }
  }

  Table summary() {
    TableBuilder table(TableKind::revenue_expenditure_summary, "收支总表");
    table.side("收入", {"金额"}).side("支出", {"合计", "当年预算安排", "上年结转安排"});
    const std::array<const char*, fund_count> names{
        "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "单位资金"};
    const int last = 10;  // 本年收入合计 and 本年支出合计
    const std::int64_t year = total(all_.year()), carried = total(all_.carried);
    for (int i = 0; i < fund_count; ++i) {
      const auto fund = static_cast<std::size_t>(i);
      table.row(i, 0, "", names[fund], 2, last, printed({all_.year()[fund]}));
    }
    table.row(last, 0, "", "本年收入合计", 1, last + 2, printed({year}));
    table.row(last + 1, 0, "", "上年结转", 1, last + 2, printed({carried}));
    table.row(last + 2, 0, "", "收入总计", 0, -1, printed({year + carried}));
    int row = 0;
    for (const Subject& subject : subjects_) {
      if (subject.level != 1) continue;
      const std::int64_t now = total(subject.money.year()), old = total(subject.money.carried);
      table.row(row++, 1, "", subject.name, 2, last, printed({now + old, now, old}));
    }
    table.row(row, 1, "", "外交支出", 2, last, {});
    table.row(last, 1, "", "本年支出合计", 1, last + 2, printed({year + carried, year, carried}));
    table.row(last + 1, 1, "", "年终结转", 1, last + 2, {});
    table.row(last + 2, 1, "", "支出总计", 0, -1, printed({year + carried, year, carried}));
    return table.table();
  }

  Table revenue() {
    TableBuilder table(TableKind::revenue, "收入总表");
    table.side("", {"本年收入/合计", "本年收入/一般公共预算", "本年收入/政府性基金预算",
                    "本年收入/国有资本经营预算", "本年收入/财政专户管理资金", "本年收入/单位资金",
                    "上年结转"});
    subject_rows(table, [](const SubjectMoney& m) {
      const Funds y = m.year();
      return std::vector<std::int64_t>{total(y), y[0], y[1], y[2], y[3], y[4], total(m.carried)};
    });
    return table.table();
  }

  Table expenditure() {
    TableBuilder table(TableKind::expenditure, "支出总表");
    table.side("", {"合计", "基本支出", "项目支出"});
    subject_rows(table, [](const SubjectMoney& m) {
      const std::int64_t basic = total(m.basic), project = total(m.project + m.carried);
      return std::vector<std::int64_t>{basic + project, basic, project};
    });
    return table.table();
  }

  Table appropriation() {
    TableBuilder table(TableKind::appropriation_summary, "财政拨款收支总表");
    table.side("收入", {"金额"})
        .side("支出", {"合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"});
    const std::array<const char*, 3> names{"一般公共预算", "政府性基金预算", "国有资本经营预算"};
    const auto three = [](const Funds& f) { return f[0] + f[1] + f[2]; };
    const int last = 10;
    for (int i = 0; i < 3; ++i) {
      const auto fund = static_cast<std::size_t>(i);
      table.row(i, 0, "", names[fund], 2, last, printed({all_.year()[fund]}));
      table.row(last + 2 + i, 0, "", names[fund], 2, last + 1, printed({all_.carried[fund]}));
    }
    table.row(last, 0, "", "本年收入合计", 1, last + 5, printed({three(all_.year())}));
    table.row(last + 1, 0, "", "上年财政拨款结转", 1, last + 5, printed({three(all_.carried)}));
    table.row(last + 5, 0, "", "收入总计", 0, -1, printed({three(all_.all())}));
    const auto figures = [&](const Funds& f) { return printed({three(f), f[0], f[1], f[2]}); };
    int row = 0;
    for (const Subject& subject : subjects_) {
      if (subject.level == 1)
        table.row(row++, 1, "", subject.name, 2, last, figures(subject.money.all()));
    }
    table.row(last, 1, "", "本年支出合计", 1, last + 5, figures(all_.all()));
    table.row(last + 1, 1, "", "年终结转", 1, last + 5, {});
    table.row(last + 5, 1, "", "支出总计", 0, -1, figures(all_.all()));
    return table.table();
  }

  Table general_public() { return of_fund(TableKind::general_public_expenditure, general); }
  Table fund_expenditure() {
    return of_fund(TableKind::government_fund_expenditure, government_fund);
  }

  Table of_fund(TableKind kind, Fund fund) {
    TableBuilder table(kind, "支出预算表（不含上年结转）");
    table.table().includes_carry_over = false;
    table.side("", {"合计", "基本支出", "项目支出"});
    subject_rows(table, [&](const SubjectMoney& m) {
      return std::vector<std::int64_t>{m.year()[fund], m.basic[fund], m.project[fund]};
    });
    return table.table();
  }

  Table basic() {
    TableBuilder table(TableKind::basic_expenditure_by_economic_subject, "基本支出表");
    table.table().includes_carry_over = false;
    table.side("", {"合计", "人员经费", "公用经费"});
    const auto personnel = [](std::int64_t a) { return printed({a, a, 0}); };
    const auto running = [](std::int64_t a) { return printed({a, 0, a}); };
    const std::int64_t operating = reception_ + vehicles_ + office_;
    const std::int64_t everything = all_.basic[general];
    table.add("", "合计", 0, -1, printed({everything, everything - operating, operating}));
    const int wages = table.add("301", "工资福利支出", 1, 0, personnel(wages_ + bonuses_));
    table.add("30101", "基本工资", 2, wages, personnel(wages_));
    table.add("30103", "奖金", 2, wages, personnel(bonuses_));
    const int goods = table.add("302", "商品和服务支出", 1, 0, running(operating));
    // One subject on two rows, as where it is paid from two government subjects.
    table.add("30201", "办公费", 2, goods, running(office_ / 3));
    table.add("30201", "办公费", 2, goods, running(office_ - office_ / 3));
    table.add("30217", "公务接待费", 2, goods, running(reception_));
    table.add("30231", "公务用车运行维护费", 2, goods, running(vehicles_));
    const int people = table.add("303", "对个人和家庭的补助", 1, 0, personnel(pensions_));
    table.add("30302", "退休费", 2, people, personnel(pensions_));
    return table.table();
  }

  Table fund_revenue() {
    TableBuilder table(TableKind::government_fund_revenue, "政府性基金预算收入表（不含上年结转）");
    table.table().includes_carry_over = false;
    table.side("", {"金额"});
    const std::int64_t amount = all_.year()[government_fund];
    table.add("", "合计", 0, -1, printed({amount}));
    table.add("10301", "政府性基金收入", 1, 0, printed({amount}));
    table.table().stated_empty = amount == 0;
    return table.table();
  }

  Table capital() {
    TableBuilder table(TableKind::state_capital, "国有资本经营预算收支预算表（不含上年结转）");
    table.table().includes_carry_over = false;
    table.side("收入", {"金额"}).side("支出", {"合计", "基本支出", "项目支出"});
    const std::int64_t amount = all_.year()[state_capital];
    table.row(0, 0, "", "合计", 0, -1, printed({amount}));
    table.row(0, 1, "", "合计", 0, -1, printed({amount, 0, amount}));
    table.row(1, 1, "22301", "解决历史遗留问题支出", 1, 0, printed({amount, 0, amount}));
    return table.table();
  }

  Table three_public() {
    TableBuilder table(TableKind::three_public, "三公经费表");
    table.side("", {"合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"});
    const std::int64_t bought = vehicles_ / 2;
    const auto figures = [](std::int64_t a) { return printed({a, a, 0, 0}); };
    table.add("", "因公出国（境）费", 1, 5, figures(0));
    table.add("", "公务接待费", 1, 5, figures(reception_));
    table.add("", "公务用车购置及运行费", 1, 5, figures(vehicles_ + bought));
    table.add("", "公务用车购置费", 2, 2, figures(bought));
    table.add("", "公务用车运行维护费", 2, 2, figures(vehicles_));
    table.add("", "合计", 0, -1, figures(reception_ + vehicles_ + bought));
    return table.table();
  }

  Table operating() {
    TableBuilder table(TableKind::agency_operating, "机关运行经费表");
    table.side("", {"合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"});
    const auto figures = [](std::int64_t a) { return printed({a, a, 0, 0}); };
    table.add("", "合计", 0, -1, figures(office_));
    table.add("", "某局", 1, 0, figures(office_ / 3));
    table.add("", "某中心", 1, 0, figures(office_ - office_ / 3));
    return table.table();
  }

  // One unit a class, one project a 项.
  Table projects(bool of_last_year) {
    TableBuilder table(
        of_last_year ? TableKind::project_expenditure_carried_over : TableKind::project_expenditure,
        "项目支出表");
    table.side("", {"合计", "一般公共预算", "政府性基金预算", "国有资本经营预算",
                    "财政专户管理资金", "单位资金"});
    const auto figures = [&](const SubjectMoney& m) {
      const Funds& f = of_last_year ? m.carried : m.project;
      return printed({total(f), f[0], f[1], f[2], f[3], f[4]});
    };
    table.add("", "某局", 0, -1, figures(all_));
    int unit = 0;
    for (const Subject& subject : subjects_) {
      if (subject.level == 1) {
        unit = table.add("", "单位" + subject.code, 1, 0, figures(subject.money));
      } else if (subject.level == 3) {
        table.add("", "项目" + subject.code, 2, unit, figures(subject.money));
      }
    }
    return table.table();
  }
};

}  // namespace

Dossier consistent_dossier(std::mt19937_64& random, const Shape& shape) {
  return Generator(random, shape).make();
}

}  // namespace budget::test
