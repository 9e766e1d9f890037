// SPDX-License-Identifier: Apache-2.0
// ClaimWords: the words by which sentences name quantities and say what a figure is of them. Data
// (data/quantity_words.csv, claim_words.csv, quantity_parts.csv, sentence_words.csv): a new form of words
// is a line there, not code.
#pragma once

#include <budget/base/language.hpp>
#include <budget/claim/quantity_name.hpp>
#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/table_kind.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace budget::inline v1 {

/// What a word says of the figure behind it.
enum class ClaimWord : std::uint8_t {
  increase,    ///< 增加, 增长
  decrease,    ///< 减少, 下降
  share,       ///< 占
  completion,  ///< 完成
  held,        ///< 持平, 与上年相同
  reason,      ///< 主要原因: what follows explains and states nothing of the quantity
};

/// What words make of a sentence, or of what is counted in it.
enum class SentenceWord : std::uint8_t {
  opens_parts,       ///< 其中, 包括: parts of the amount before follow
  divides,           ///< 按功能分类: parts that are all there is follow
  because,           ///< 由于: what follows explains
  announces_reason,  ///< 主要原因是: a reason has to follow
  held,              ///< 与上年持平, without a figure
  held_about,        ///< 基本持平: says nothing exact
  other_period,      ///< 上年, 年预算: what something is held against
  spent_less,        ///< 决算数小于预算数
  spent_more,        ///< 决算数大于预算数
  nothing_there,     ///< 没有, 不涉及
  persons,           ///< 人次: what can be counted under several heads at once
  cars,              ///< 辆: what cars are counted in
  per_person,        ///< 人均: an amount divided by persons
  per_car,           ///< 车均: an amount divided by cars
  staff_sort,        ///< 行政人员: who is of one sort is of no other
  vehicle_sort,      ///< 轿车: what is of one sort is of no other
  negation,          ///< 非: before a word, the rest of what the word is part of
  opposite,  ///< 地上 and 地下: two words that leave nothing over between them, a line a pair
  grade,     ///< 优: a result of an evaluation
  grade_highest,  ///< the best of them, by any name
  grade_lowest,   ///< the worst
  evaluated,      ///< 自评: the grades are of what is counted so
  other_scope,    ///< 剔除: a change of something else than what is told
  refers_back,    ///< 上述: the amount was told before
  changes,        ///< 比上年减少1辆: a count that is no number of things there are
};

/// What a word says of a quantity; without a slot it says nothing and may stand anywhere.
struct QuantityWord {
  std::optional<Slot> slot;
  std::string value;

  /// Puts the answer into a quantity. 预算数 says nothing where another word names the period.
  void put_into(QuantityName&) const;
};

/// Immutable after building; safe to share between threads.
class ClaimWords {
 public:
  struct QuantityLine {
    QuantityWord meaning;
    std::vector<std::string> words;
  };
  struct ClaimLine {
    ClaimWord meaning;
    std::vector<std::string> words;
  };
  /// What every cell of a kind of table is of.
  struct TableLine {
    TableKind kind = TableKind::other;
    Slot slot = Slot::side;
    std::string value;
  };
  /// What a whole is made of, by the answers to one question.
  struct PartsLine {
    Slot slot = Slot::item;
    std::string whole;  ///< "": whatever says nothing there
    std::vector<std::string> parts;
    bool all = false;  ///< there is nothing else; else they only exclude one another
  };
  /// What every narrative of a kind must speak of: one of the words stands in it.
  struct StatementLine {
    std::string id;
    DisclosureKind kind = DisclosureKind::budget;
    int from_year = 0;
    Bilingual name;
    std::vector<std::string> words;
    /// Asked for where this table has amounts; whether a body without has anything to tell is not known.
    std::optional<TableKind> if_table;
    std::string source;
  };
  struct SentenceLine {
    SentenceWord form;
    std::vector<std::string> words;
  };
  ClaimWords() = default;
  ClaimWords(const std::vector<QuantityLine>&, const std::vector<ClaimLine>&,
             const std::vector<TableLine>&, std::vector<PartsLine>, std::vector<StatementLine>,
             std::vector<SentenceLine>, std::vector<std::string> subject_classes);

  /// A word found at the start of a text.
  template <class Meaning>
  struct Found {
    const Meaning* meaning = nullptr;  ///< null: none
    std::size_t length = 0;            ///< code points
  };
  /// The longest word of a quantity that a text begins with.
  [[nodiscard]] Found<QuantityWord> quantity_word(std::u32string_view text) const;
  /// The longest word of a claim that a text begins with.
  [[nodiscard]] Found<ClaimWord> claim_word(std::u32string_view text) const;
  /// What the cells of a table of this kind are of; null for kinds whose cells no sentence restates.
  [[nodiscard]] const QuantityName* table(TableKind) const;
  /// What wholes are made of, in the order of the data.
  [[nodiscard]] const std::vector<PartsLine>& parts() const noexcept { return parts_; }
  /// Whether an answer is part of another, at any depth: 面向中小企业采购 of 政府采购.
  [[nodiscard]] bool is_part(Slot, const std::string& part, const std::string& whole) const;
  /// Whether one quantity can be part of another: no answer that both give speaks against it.
  [[nodiscard]] bool may_be_part(const QuantityName& part, const QuantityName& whole) const;
  /// Whether nothing is counted under both answers: 政府性基金预算 and 单位资金.
  [[nodiscard]] bool are_disjoint(Slot, const std::string& a, const std::string& b) const;
  [[nodiscard]] const std::vector<StatementLine>& statements() const noexcept {
    return statements_;
  }
  /// The words of a form, in the order of the data.
  [[nodiscard]] const std::vector<std::string>& sentence(SentenceWord) const;
  /// Names of functional classes (类), today's and former ones: what a sentence may name though no
  /// table prints it.
  [[nodiscard]] const std::vector<std::string>& subject_classes() const noexcept {
    return subject_classes_;
  }
  /// All lines of words that make a sentence.
  [[nodiscard]] const std::vector<SentenceLine>& sentence_lines() const noexcept {
    return sentence_lines_;
  }

 private:
  [[nodiscard]] std::vector<std::string> with_wholes(Slot, const std::string& part) const;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view text) const noexcept {
      return std::hash<std::u32string_view>{}(text);
    }
  };
  template <class Meaning>
  struct Words {
    std::unordered_map<std::u32string, Meaning, Hash, std::equal_to<>> meanings;
    /// How long words are that begin with a character, the longest first.
    std::unordered_map<char32_t, std::vector<std::size_t>> lengths;

    void add(const std::string& word, const Meaning& meaning);
    [[nodiscard]] Found<Meaning> find(std::u32string_view text) const;
  };
  Words<QuantityWord> quantities_;
  Words<ClaimWord> claims_;
  std::map<TableKind, QuantityName> tables_;
  std::vector<PartsLine> parts_;
  std::vector<StatementLine> statements_;
  std::vector<SentenceLine> sentence_lines_;
  std::vector<std::string> subject_classes_;
  std::map<SentenceWord, std::vector<std::string>> sentences_;
};

}  // namespace budget::inline v1
