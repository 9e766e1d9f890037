// SPDX-License-Identifier: Apache-2.0
// The amounts of a random body, in 分: by subject, fund and year, and its basic expenditure by economic
// subject.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "rule/consistent.hpp"

namespace budget::test {

enum Fund { general, government_fund, state_capital, special_account, own_funds, fund_count };
using Funds = std::array<std::int64_t, fund_count>;

inline std::int64_t total(const Funds& funds) {
  std::int64_t sum = 0;
  for (const std::int64_t amount : funds) sum += amount;
  return sum;
}
inline Funds operator+(Funds a, const Funds& b) {
  for (std::size_t i = 0; i < fund_count; ++i) a[i] += b[i];
  return a;
}

// SubjectMoney of one subject.
struct SubjectMoney {
  Funds basic{}, project{}, carried{};
  Funds year() const { return basic + project; }
  Funds all() const { return year() + carried; }
  friend SubjectMoney operator+(const SubjectMoney& a, const SubjectMoney& b) {
    return {a.basic + b.basic, a.project + b.project, a.carried + b.carried};
  }
};

struct Subject {
  std::string code, name;
  int level = 1;
  SubjectMoney money;
};

class Amounts {
 protected:
  Amounts(std::mt19937_64& random, const Shape& shape) : random_(random), shape_(shape) {}

  std::int64_t draw(std::int64_t most) {
    if (shape_.tiny && random_() % 4 == 0) return static_cast<std::int64_t>(random_() % 4'000);
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most)) + 1;
  }
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  int between(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
  }

  // ---- amounts ----

  SubjectMoney draw_item() {
    SubjectMoney money;
    constexpr std::int64_t most = 500'000'000;  // 500 万元
    if (chance(70)) money.basic[general] = draw(most);
    if (chance(60)) money.project[general] = draw(most);
    if (shape_.other_funds && chance(30)) money.project[government_fund] = draw(most);
    if (shape_.other_funds && chance(20)) money.project[state_capital] = draw(most);
    if (shape_.own_funds && chance(20)) money.project[special_account] = draw(most);
    if (shape_.own_funds && chance(30)) money.basic[own_funds] = draw(most);
    if (shape_.own_funds && chance(20)) money.project[own_funds] = draw(most);
    if (shape_.carry_over && chance(40)) money.carried[general] = draw(most);
    if (shape_.carry_over && shape_.other_funds && chance(20))
      money.carried[government_fund] = draw(most);
    return money;
  }

  void draw_subjects() {
    const std::array<std::pair<const char*, const char*>, 4> classes{{{"201", "一般公共服务支出"},
                                                                      {"208", "社会保障和就业支出"},
                                                                      {"210", "卫生健康支出"},
                                                                      {"221", "住房保障支出"}}};
    const int count = between(1, 4);
    for (int c = 0; c < count; ++c) {
      const auto& [code, name] = classes[static_cast<std::size_t>(c)];
      const std::size_t top = subjects_.size();
      subjects_.push_back({code, name, 1, {}});
      for (int g = 1, groups = between(1, 3); g <= groups; ++g) {
        const std::string group_code = std::string(code) + "0" + std::to_string(g);
        const std::size_t group = subjects_.size();
        subjects_.push_back({group_code, "款" + group_code, 2, {}});
        for (int i = 1, items = between(1, 3); i <= items; ++i) {
          const SubjectMoney money = draw_item();
          // 行政运行 recurs under every 款.
          const std::string item = i == 1 ? "行政运行" : "项" + group_code + std::to_string(i);
          subjects_.push_back({group_code + "0" + std::to_string(i), item, 3, money});
          subjects_[group].money = subjects_[group].money + money;
        }
        subjects_[top].money = subjects_[top].money + subjects_[group].money;
      }
      all_ = all_ + subjects_[top].money;
    }
  }

  // Basic expenditure from the general public budget, parted over economic subjects.
  void draw_economic() {
    std::int64_t left = all_.basic[general];
    const auto take = [&](int percent) {
      const std::int64_t part = left * percent / 100;
      left -= part;
      return part;
    };
    wages_ = take(between(20, 60));
    bonuses_ = take(between(0, 50));
    reception_ = take(between(0, 3));
    vehicles_ = take(between(0, 5));
    office_ = take(between(10, 80));
    pensions_ = left;
  }

  std::mt19937_64& random_;
  Shape shape_;
  std::vector<Subject> subjects_;
  SubjectMoney all_;
  std::int64_t wages_ = 0, bonuses_ = 0, reception_ = 0, vehicles_ = 0, office_ = 0, pensions_ = 0;
};

}  // namespace budget::test
