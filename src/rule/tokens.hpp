// SPDX-License-Identifier: Apache-2.0
// Rule text cut into logical lines and tokens, each with the line and column where it stands.
#pragma once

#include <budget/base/error.hpp>
#include <budget/base/place.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::rules {

/// A piece of a line. Columns count code points from 1.
struct Token {
  enum class Kind { name, symbol, end };
  Kind kind = Kind::end;
  std::string text;  ///< a symbol in its one spelling: ≤ for <=, − for -, Σ for ∑
  Place place;
  bool spaced = false;  ///< white space stands before it

  bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
  bool is_name(std::string_view name) const { return kind == Kind::name && text == name; }
};

/// One line of a rule with its continuations (lines indented deeper than the first).
struct LogicalLine {
  struct Piece {
    std::string_view text;  ///< without indentation and comment
    Place place;            ///< of its first character
  };
  int indent = 0;  ///< code points before its first character
  std::vector<Piece> pieces;
  std::string comment;  ///< of its first piece

  const Place& place() const { return pieces.front().place; }
  /// The pieces joined by one space.
  std::string joined() const;
};

/// Cuts a text into logical lines; blank lines and whole-line comments are left out.
std::vector<LogicalLine> logical_lines(std::string_view text, const std::string& file);

/// The tokens of a line after its first `skip` bytes, with an end token behind the last.
std::vector<Token> tokenize(const LogicalLine&, std::size_t skip = 0);

/// What can go wrong in a rule file, in both languages.
[[noreturn]] void raise_rule_error(std::string_view id, std::string zh, std::string en, Place,
                                   std::string expected = {});
/// "expected X, found Y" at a token.
[[noreturn]] void raise_expected(const Token& found, std::string zh, std::string en);

}  // namespace budget::inline v1::detail::rules
