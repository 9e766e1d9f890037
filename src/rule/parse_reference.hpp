// SPDX-License-Identifier: Apache-2.0
// The tokens of a line read one after the other, up to whole references.
#pragma once

#include <budget/rule/syntax.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "rule/tokens.hpp"

namespace budget::inline v1::detail::rules {

/// Reads tokens from the left. What is not as it should be is a RuleError at its place.
class ReferenceParser {
 public:
  explicit ReferenceParser(std::vector<Token> tokens);

  const Token& peek(std::size_t ahead = 0) const;  ///< the token `ahead` of the next
  Token next();                                    ///< takes the next token
  bool accept(std::string_view symbol);            ///< takes the symbol if it is next
  bool accept_name(std::string_view name);         ///< takes the name if it is next
  void expect(std::string_view symbol);            ///< takes the symbol, which must be next
  /// Takes a name, which must be next; the texts say what kind of name.
  std::string expect_name(const std::string& zh, const std::string& en);
  void expect_end();  ///< nothing may follow

  TableKind table();                ///< the name of a table
  std::vector<TableKind> tables();  ///< names of tables with commas between them
  ColumnSelector column();          ///< 合计|公务用车购置及运行费/小计, or 全额
  RowSelector rows();     ///< [收入总计|收入合计], [每科目], [上年结转/下级]
  Reference reference();  ///< Σ上年.支出总表[合计].合计?

 private:
  NamePath path(const std::string& zh, const std::string& en);
  void qualifier(Reference&);
  [[noreturn]] static void unknown_table(const Token&);
  std::string written(std::size_t from, std::size_t to) const;

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace budget::inline v1::detail::rules
