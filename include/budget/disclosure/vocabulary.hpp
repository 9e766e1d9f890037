// SPDX-License-Identifier: Apache-2.0
// Vocabulary: the names that tables, columns and rows go by in print, and the term that each stands
// for. It is data (data/*_names.csv): a new form of words is a line there, not code.
#pragma once

#include <budget/disclosure/table.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace budget::inline v1 {

/// How a header cell may stand above other columns.
struct GroupUse {
  bool labels = false;   ///< over code and name columns (项目)
  bool amounts = false;  ///< over amount columns (2024年预算数)
  bool side = false;  ///< over one side of the table with its own names and amounts (收入, 支出)
  [[nodiscard]] bool any() const noexcept { return labels || amounts || side; }
};

/// A term that a column header may stand for.
struct ColumnTerm {
  std::string key;                 ///< canonical term
  std::optional<ColumnRole> role;  ///< as a column of its own; none: only a group
  GroupUse groups;
  std::vector<std::string>
      parts;  ///< as a group: the only keys that may stand below it; empty: any
};

/// What a row's name alone tells of its rank in the table.
enum class RowRank : std::uint8_t {
  plain,
  total,           ///< 合计, 收入总计: everything on its side
  subtotal,        ///< 本年收入合计: the year's part of the total
  balance,         ///< 上年结转, 年终结转: beside the subtotal
  economic_class,  ///< a class of the economic classification, for tables without codes
};

/// One line of vocabulary: the names in print of one term.
struct TableNames {
  TableKind kind = TableKind::other;
  std::vector<std::string> names;
};
/// Words that tell the kind of a table whose title is in no list, the first line that fits.
struct TableWords {
  TableKind kind = TableKind::other;
  std::vector<std::string> words;    ///< all of them stand in the title
  std::vector<std::string> without;  ///< none of these does
  std::vector<std::string> columns;  ///< terms of columns or rows, two of which the table must have
};
struct ColumnNames {
  ColumnTerm term;
  std::vector<std::string> names;
};
struct RowNames {
  std::string key;
  std::vector<std::string> names;
  RowRank rank = RowRank::plain;
};

/// A row name looked up: its canonical key and rank.
struct RowTerm {
  std::string key;
  RowRank rank = RowRank::plain;
};

/// Words that mark a document as not meant for publication.
struct InternalMark {
  std::string text;
  bool anywhere =
      false;  ///< within any line; else alone on its line or in brackets at an end of it
};

/// Immutable after building; safe to share between threads.
class Vocabulary {
 public:
  Vocabulary(const std::vector<TableNames>&, std::vector<ColumnNames>, const std::vector<RowNames>&,
             std::vector<TableWords> = {}, std::vector<InternalMark> = {},
             const std::vector<std::string>& counting_words = {},
             std::vector<std::vector<std::string>> template_residue = {});

  /// The kind of table that this name is a title of; the name as subject_key makes it, without year.
  [[nodiscard]] std::optional<TableKind> table(std::string_view name) const;
  /// What tells the kind of a table with another title, in order.
  [[nodiscard]] const std::vector<TableWords>& table_words() const noexcept { return table_words_; }
  /// Marks of internal use.
  [[nodiscard]] const std::vector<InternalMark>& internal_marks() const noexcept {
    return internal_marks_;
  }
  /// What forms leave standing in a text, in half width and without blanks, by its sort.
  [[nodiscard]] const std::vector<std::vector<std::string>>& template_residue() const noexcept {
    return template_residue_;
  }
  /// Code points of the longest word of counting (个, 平方米) that a half-width text begins with; 0 if
  /// none.
  [[nodiscard]] std::size_t counting_word(std::u32string_view text) const noexcept;
  /// The terms that a header may stand for, blanks and a leading year ignored; empty if unknown.
  [[nodiscard]] const std::vector<ColumnTerm>& column(std::string_view header) const;
  /// A row's name: the term that it is a variant of, else subject_key(name) as a plain one.
  [[nodiscard]] RowTerm row(std::string_view name) const;

 private:
  std::unordered_map<std::string, TableKind> tables_;
  std::unordered_map<std::string, std::vector<ColumnTerm>> columns_;
  std::unordered_map<std::string, RowTerm> rows_;
  std::vector<TableWords> table_words_;
  std::vector<InternalMark> internal_marks_;
  std::vector<std::u32string> counting_words_;
  std::vector<std::vector<std::string>> template_residue_;
};

/// A text without a leading year: 2024年度收入总表 → 收入总表, 2024年合计 → 合计, 2024年 → "".
[[nodiscard]] std::string_view without_year(std::string_view text) noexcept;
/// The first year 19xx or 20xx in a text that 年 follows.
[[nodiscard]] std::optional<int> year_in(std::string_view text) noexcept;

}  // namespace budget::inline v1
