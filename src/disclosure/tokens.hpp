// SPDX-License-Identifier: Apache-2.0
// Lines of text cut at blanks into tokens with their columns: the common ground of both ways of
// reading a table from text.
#pragma once

#include <budget/document/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail {

/// What a token looks like by itself. A whole number without separators may be a code or an amount;
/// the column that it stands in decides.
enum class TokenKind { text, whole_number, amount, dash };

/// A run of characters without blanks.
struct Token {
  std::string text;
  int begin = 0;  ///< first column, in code points from 0
  int end = 0;    ///< one past the last
  int gap = 0;    ///< blanks before it
  TokenKind kind = TokenKind::text;
  [[nodiscard]] bool is_text() const { return kind == TokenKind::text; }
  /// Whether it can stand in an amount column as a figure.
  [[nodiscard]] bool is_figure() const { return kind != TokenKind::text; }
};

/// A line as tokens.
struct TokenLine {
  std::size_t line = 0;  ///< index into Document::lines
  int page = 0;          ///< 0 where unknown
  int lead = 0;    ///< blanks before the first token; all blanks of a line that prints nothing
  int trail = 0;   ///< blanks after the last token
  int indent = 0;  ///< ideographic spaces before the first token
  std::vector<Token> tokens;
  [[nodiscard]] bool printed() const { return !tokens.empty(); }
};

[[nodiscard]] TokenKind classify(std::string_view token);
[[nodiscard]] TokenLine cut(std::size_t line, std::string_view text);

/// Bytes of the figure with a decimal point that a token begins with before it goes on in words, as in
/// `3296.30一、外交支出`; 0 if there is none.
[[nodiscard]] std::size_t glued_figure_length(std::string_view token);

}  // namespace budget::inline v1::detail
