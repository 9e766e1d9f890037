// SPDX-License-Identifier: Apache-2.0
// Reads the dates of targets: 2024年12月31日前, 每年11月底前完成, 均为第二年1月上旬, 2023-2025年, 按月发放.
#pragma once

#include <budget/base/text.hpp>
#include <budget/indicator/due_date.hpp>
#include <budget/indicator/target_scanner.hpp>
#include <budget/indicator/target_words.hpp>

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace budget::inline v1 {

/// Reads a text that is a date or a rhythm and nothing else, what is done aside (完成, 发放). Nothing
/// where it is none.
[[nodiscard]] inline std::optional<DueDate> read_due_date(std::string_view text);

// ---- details ----

namespace detail {

class DueDateReader {
 public:
  explicit DueDateReader(std::string_view text) noexcept : at_(text) {}

  std::optional<DueDate> read() noexcept {
    for (bool more = true; more;) {
      more = take_any(
          {"均为", "均在", "应在", "须在", "截至", "截止", "不迟于", "不晚于", "于", "在"});
    }
    read_every();
    if (!read_year() || !read_month()) return std::nullopt;
    read_day();
    read_part();
    read_last();
    if (take_any({"之前", "以前", "前"})) date_.is_before = named_ = true;
    if (date_.is_before || date_.every != Period::none || whole_)
      at_.take_one_of(done_words);
    else
      at_.take_one_of(done_words.entries().first(4));
    if (!at_.done() || !named_ || !is_possible()) return std::nullopt;
    return date_;
  }

 private:
  bool take_any(std::initializer_list<std::string_view> words) noexcept {
    return at_.take_one_of(std::span(words.begin(), words.size()));
  }

  void read_every() noexcept {
    if (const auto* every = at_.take_entry(every_words)) {
      date_.every = every->period;
      named_ = true;
    }
  }

  // False where digits stand that are no year.
  bool read_year() noexcept {
    TargetScanner ahead = at_;
    if (const auto year = ahead.take_whole(4); year && *year >= 1900 && *year <= 2199) {
      if (ahead.take("年")) {
        date_.year = *year;
        at_ = ahead;
        at_.take("度");
        return named_ = true;
      }
      for (const std::string_view mark : {"-", "~", "—", "–", "至", "年至", "到"}) {
        if (TargetScanner after = ahead; after.take(mark)) {
          const auto last = after.take_whole(4);
          if (last && *last >= *year && *last <= 2199 && after.take("年")) {
            date_.year = *year;
            date_.last_year = *last;
            at_ = after;
            at_.take("度");
            return named_ = true;
          }
        }
      }
      for (const std::string_view mark : {".", "-", "/"}) {
        if (ahead.take(mark)) {  // 2024.12.31
          date_.year = *year;
          at_ = ahead;
          numeric_ = mark;
          return named_ = true;
        }
      }
      return false;
    }
    if (take_any({"第二年度", "第二年", "次年", "下一年度", "下一年", "下年度", "下年", "翌年",
                  "来年"})) {
      date_.years_after = 1;
      named_ = true;
    } else if (take_any({"当年度", "当年", "本年度", "本年", "该年度"})) {
      named_ = true;
    }
    return true;
  }

  bool read_month() noexcept {
    if (take_any({"全年", "年度内", "年内", "全年度"})) {
      whole_ = named_ = true;
      if (date_.every == Period::none) date_.every = Period::year;
      return true;
    }
    if (take_any({"上半年"})) return set_month(6, PartOfPeriod::end);
    if (take_any({"下半年"})) return set_month(12, PartOfPeriod::end);
    {
      TargetScanner ahead = at_;
      ahead.take("第");
      int number = 0;
      if (const auto numeral = ahead.take_numeral())
        number = *numeral;
      else
        number = ahead.take_whole(1).value_or(0);
      if (number >= 1 && number <= 4 && (ahead.take("季度") || ahead.take("季"))) {
        at_ = ahead;
        return set_month(3 * number, PartOfPeriod::whole);
      }
    }
    TargetScanner ahead = at_;
    std::optional<int> month = ahead.take_whole(2);
    if (!month) month = ahead.take_numeral();
    if (!month) return true;
    if (!numeric_.empty()) {
      at_ = ahead;
      if (*month < 1 || *month > 12) return false;
      date_.month = *month;
      if (at_.take(numeric_)) {
        const auto day = at_.take_whole(2);
        if (!day) return false;
        date_.day = *day;
      }
      return true;
    }
    for (const std::string_view mark : {"-", "~", "—", "–", "至", "月至", "到"}) {
      if (TargetScanner after = ahead; after.take(mark)) {
        const auto last = after.take_whole(2);
        if (last && after.take("月")) {
          date_.first_month = *month;
          at_ = after;
          at_.take("份");
          return set_month(*last, PartOfPeriod::whole);
        }
      }
    }
    if (!ahead.take("月")) return true;
    at_ = ahead;
    at_.take("份");
    return set_month(*month, PartOfPeriod::whole);
  }

  bool set_month(int month, PartOfPeriod part) noexcept {
    date_.month = month;
    date_.part = part;
    return named_ = true;
  }

  void read_day() noexcept {
    if (date_.month == 0 && date_.every != Period::month) return;
    TargetScanner ahead = at_;
    const auto day = ahead.take_whole(2);
    if (!day || !(ahead.take("日") || ahead.take("号"))) return;
    date_.day = *day;
    at_ = ahead;
  }

  void read_part() noexcept {
    if (date_.month == 0 && take_any({"年初"})) {
      date_.month = 1;
      named_ = true;
      return;
    }
    if (take_any({"年年底", "年年末", "年底", "年末", "月底", "月末", "季度末", "季末", "周末",
                  "底", "末"})) {
      date_.part = PartOfPeriod::end;
      named_ = true;
    } else if (take_any({"上旬", "月初", "季初", "初"})) {
      date_.part = PartOfPeriod::early;
    } else if (take_any({"中旬"})) {
      date_.part = PartOfPeriod::middle;
    } else if (take_any({"下旬"})) {
      date_.part = PartOfPeriod::late;
    }
  }

  /// 2024年1月-12月, 2024年3月1日至2025年2月28日: what follows is the last day of a stretch.
  void read_last() noexcept {
    if (date_.month == 0 || date_.first_month != 0) return;
    TargetScanner ahead = at_;
    if (!ahead.take_one_of(until_words)) return;
    DueDateReader reader(ahead.rest());
    const auto last = reader.read();
    if (!last || last->month == 0 || last->first_month != 0 || last->is_before) return;
    date_.first_month = date_.month;
    date_.month = last->month;
    date_.day = last->day;
    date_.part = last->part;
    if (last->year > date_.year) date_.last_year = last->year;
    at_ = reader.at_;
  }

  [[nodiscard]] bool is_possible() const noexcept {
    return date_.month >= 0 && date_.month <= 12 && date_.day <= 31 &&
           (date_.first_month == 0 ||
            (date_.first_month >= 1 && (date_.last_year != 0 || date_.first_month <= date_.month)));
  }

  TargetScanner at_;
  DueDate date_;
  std::string_view numeric_;
  bool named_ = false;  // something of a date was named
  bool whole_ = false;
};

}  // namespace detail

inline std::optional<DueDate> read_due_date(std::string_view text) {
  const std::string plain = without_spaces(text);
  return detail::DueDateReader(plain).read();
}

}  // namespace budget::inline v1
