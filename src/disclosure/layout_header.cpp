// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace budget::inline v1::detail {
namespace {

constexpr int wide_gap = 3;
constexpr int widest_setting = 8;  // blanks between the characters of one word

/// A header cell as it grows by the pieces below it.
struct Stack {
  std::string text;
  int begin = 0;
  int end = 0;
  std::size_t last_line = 0;
  std::size_t first_line = 0;
  bool group = false;
  [[nodiscard]] double centre() const { return (begin + end) / 2.0; }
};

bool overlap(const Stack& stack, const Token& token) {
  return token.begin < stack.end && stack.begin < token.end;
}

bool known(const std::string& text, const Vocabulary& vocabulary) {
  return !vocabulary.column(text).empty();
}

bool only_group(const std::string& text, const Vocabulary& vocabulary) {
  const auto& terms = vocabulary.column(text);
  return !terms.empty() &&
         std::ranges::none_of(terms, [](const ColumnTerm& t) { return t.role.has_value(); });
}

/// How much a piece below a stack wants to be its next piece; negative if it cannot.
int attraction(const Stack& stack, const Token& token, std::size_t line,
               const Vocabulary& vocabulary) {
  if (stack.group || stack.last_line >= line || !overlap(stack, token)) return -1;
  const bool joined = known(stack.text + token.text, vocabulary);
  if (!joined && known(stack.text, vocabulary)) return -1;
  if (!joined && known(token.text, vocabulary)) return -1;
  return joined ? 2 : 1;
}

std::vector<Stack> stack_up(const std::vector<TokenLine>& header, const Vocabulary& vocabulary) {
  std::vector<Stack> stacks;
  for (std::size_t l = 0; l < header.size(); ++l) {
    for (const Token& token : header[l].tokens) {
      Stack* best = nullptr;
      int most = -1;
      for (Stack& stack : stacks) {
        const int pull = attraction(stack, token, l, vocabulary);
        if (pull > most) {
          most = pull;
          best = &stack;
        }
      }
      if (best && most >= 0) {
        best->text += token.text;
        best->begin = std::min(best->begin, token.begin);
        best->end = std::max(best->end, token.end);
        best->last_line = l;
      } else {
        stacks.push_back({token.text, token.begin, token.end, l, l, false});
      }
    }
  }
  return stacks;
}

/// Cells for names in later lines than a cell; two of them make a table two-sided.
std::ptrdiff_t names_below(const std::vector<Stack>& stacks, const Stack& stack,
                           const Vocabulary& vocabulary) {
  return std::ranges::count_if(stacks, [&](const Stack& below) {
    const auto& terms = vocabulary.column(below.text);
    return below.first_line > stack.last_line &&
           std::ranges::any_of(terms,
                               [](const ColumnTerm& t) { return t.role == ColumnRole::name; });
  });
}

bool names(const Stack& stack, const Vocabulary& vocabulary) {
  const auto& terms = vocabulary.column(stack.text);
  return std::ranges::any_of(terms, [](const ColumnTerm& t) { return t.role == ColumnRole::name; });
}

/// Whether a later line has a cell for names between this cell's neighbours.
bool stands_over_names(const std::vector<Stack>& stacks, const Stack& stack,
                       const Vocabulary& vocabulary) {
  double left = std::numeric_limits<double>::lowest();
  double right = std::numeric_limits<double>::max();
  for (const Stack& other : stacks) {
    if (&other == &stack || other.first_line != stack.first_line) continue;
    const double middle = (other.centre() + stack.centre()) / 2;
    if (other.centre() < stack.centre()) left = std::max(left, middle);
    if (other.centre() > stack.centre()) right = std::min(right, middle);
  }
  return std::ranges::any_of(stacks, [&](const Stack& below) {
    return below.first_line > stack.last_line && names(below, vocabulary) &&
           left < below.centre() && below.centre() < right;
  });
}

/// Headings over other cells: those that are nothing else, and those with known cells below them.
void mark_groups(std::vector<Stack>& stacks, const Vocabulary& vocabulary) {
  for (Stack& stack : stacks) {
    if (only_group(stack.text, vocabulary)) {
      stack.group = true;
      continue;
    }
    for (const ColumnTerm& term : vocabulary.column(stack.text)) {
      if (!term.groups.any()) continue;
      if (term.groups.side) {
        stack.group = stack.group || names_below(stacks, stack, vocabulary) > 1;
        continue;
      }
      if (term.groups.labels && term.parts.empty()) {
        stack.group = stack.group || stands_over_names(stacks, stack, vocabulary);
        continue;
      }
      stack.group =
          stack.group || std::ranges::any_of(stacks, [&](const Stack& below) {
            if (below.first_line <= stack.last_line || !known(below.text, vocabulary)) return false;
            if (!term.parts.empty()) {
              const auto& terms = vocabulary.column(below.text);
              return std::ranges::any_of(terms, [&](const ColumnTerm& t) {
                return std::ranges::find(term.parts, t.key) != term.parts.end();
              });
            }
            return below.begin < stack.end + wide_gap && stack.begin - wide_gap < below.end;
          });
    }
  }
}

/// The headings of sides from left to right, those with none below them.
std::vector<std::string> side_groups(const std::vector<Stack>& stacks,
                                     const Vocabulary& vocabulary) {
  struct Heading {
    const Stack* stack;
    std::string key;
    bool divided;
  };
  std::vector<Heading> headings;
  for (const Stack& stack : stacks)
    for (const ColumnTerm& term : vocabulary.column(stack.text))
      if (stack.group && term.groups.side) headings.push_back({&stack, term.key, false});
  for (const Heading& below : headings) {
    Heading* above = nullptr;
    const auto distance = [&](const Heading& h) {
      return std::abs(h.stack->centre() - below.stack->centre());
    };
    for (Heading& h : headings)
      if (h.stack->first_line < below.stack->first_line &&
          (!above || distance(h) < distance(*above)))
        above = &h;
    if (above) above->divided = true;
  }
  std::erase_if(headings, &Heading::divided);
  std::ranges::sort(headings, {}, [](const Heading& h) { return h.stack->centre(); });
  std::vector<std::string> labels;
  for (const Heading& h : headings) labels.push_back(side_label(h.key));
  return labels;
}

/// Whether a heading can be one of this column's, by what they are.
bool may_stand_over(const Stack& group, const ColumnTerm* leaf, const Vocabulary& vocabulary) {
  const bool label = leaf && (leaf->role == ColumnRole::name || leaf->role == ColumnRole::code);
  return std::ranges::any_of(vocabulary.column(group.text), [&](const ColumnTerm& t) {
    if (t.groups.side) return true;
    if (!t.parts.empty() && (!leaf || std::ranges::find(t.parts, leaf->key) == t.parts.end()))
      return false;
    return label ? t.groups.labels : t.groups.amounts;
  });
}

/// The term that a cell stands for in a column of its own.
const ColumnTerm* column_term(const Stack& stack, const Vocabulary& vocabulary) {
  for (const ColumnTerm& term : vocabulary.column(stack.text))
    if (term.role) return &term;
  return nullptr;
}

}  // namespace

bool keeps_layout(const std::vector<TokenLine>& lines) {
  int wide = 0;
  int several = 0;
  for (const TokenLine& line : lines) {
    if (line.tokens.size() < 2) continue;
    ++several;
    wide += std::ranges::any_of(line.tokens.begin() + 1, line.tokens.end(),
                                [](const Token& t) { return t.gap >= wide_gap; });
  }
  return several > 0 && 2 * wide >= several;
}

TokenLine join_characters(const TokenLine& line, const Vocabulary& vocabulary) {
  TokenLine result = line;
  std::vector<Token>& tokens = result.tokens;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool single =
        count_code_points(tokens[i].text) == 1 && count_code_points(tokens[i + 1].text) == 1;
    if (!single || !tokens[i].is_text() || tokens[i + 1].gap > widest_setting) continue;
    const std::string word = tokens[i].text + tokens[i + 1].text;
    if (!known(word, vocabulary) && vocabulary.row(word).rank == RowRank::plain) continue;
    tokens[i].text = word;
    tokens[i].end = tokens[i + 1].end;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  return result;
}

TokenLine join_words(const TokenLine& line) {
  TokenLine result = line;
  result.tokens.clear();
  for (const Token& token : line.tokens) {
    if (!result.tokens.empty() && token.gap == 1 && token.is_text() &&
        result.tokens.back().is_text()) {
      result.tokens.back().text += token.text;
      result.tokens.back().end = token.end;
    } else {
      result.tokens.push_back(token);
    }
  }
  return result;
}

std::optional<LayoutPlan> layout_plan(const std::vector<TokenLine>& header,
                                      const Vocabulary& vocabulary) {
  std::vector<Stack> stacks = stack_up(header, vocabulary);
  mark_groups(stacks, vocabulary);
  std::vector<Stack> leaves;
  for (const Stack& stack : stacks)
    if (!stack.group) leaves.push_back(stack);
  std::ranges::stable_sort(leaves, {}, &Stack::centre);

  LayoutPlan result;
  bool any_known = false;
  for (const Stack& leaf : leaves) {
    Column column;
    const ColumnTerm* term = column_term(leaf, vocabulary);
    any_known = any_known || term;
    // Headings whose middle is nearest in their line stand over a column.
    std::string side;
    for (std::size_t l = 0; l < leaf.first_line; ++l) {
      const Stack* nearest = nullptr;
      for (const Stack& group : stacks)
        if (group.group && group.first_line == l && may_stand_over(group, term, vocabulary) &&
            (!nearest || std::abs(group.centre() - leaf.centre()) <
                             std::abs(nearest->centre() - leaf.centre())))
          nearest = &group;
      if (!nearest) continue;
      column.header.push_back(nearest->text);
      for (const ColumnTerm& t : vocabulary.column(nearest->text))
        if (t.groups.side) side = t.key;
    }
    column.header.push_back(leaf.text);
    column.role = term ? *term->role : ColumnRole::amount;
    column.key = term ? term->key : subject_key(leaf.text);
    result.plan.columns.push_back(std::move(column));
    result.plan.side_labels.push_back(std::move(side));
    result.centre.push_back(leaf.centre());
  }
  if (!any_known) return std::nullopt;
  finish_plan(result.plan);
  const std::vector<std::string> labels = side_groups(stacks, vocabulary);
  if (result.plan.sides.size() > 1 && labels.size() == result.plan.sides.size())
    for (std::size_t s = 0; s < labels.size(); ++s) result.plan.sides[s].label = labels[s];
  return result;
}

}  // namespace budget::inline v1::detail
