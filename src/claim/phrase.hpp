// SPDX-License-Identifier: Apache-2.0
// The words before a figure, taken apart: which quantity they name and what they say of the figure.
#pragma once

#include <budget/claim/claim.hpp>
#include <budget/claim/claim_words.hpp>
#include <budget/disclosure/disclosure.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace budget::inline v1::detail::claims {

/// The names of subjects that the tables of a dossier print, for finding them in sentences.
class SubjectNames {
 public:
  SubjectNames(const Dossier&, const ClaimWords&);
  /// Code points of the longest name that a text begins with, 0 if none.
  [[nodiscard]] std::size_t starting(std::u32string_view text) const;
  /// Whether a text is a name, and not that of a class alone.
  [[nodiscard]] bool is_below_class(std::u32string_view text) const;

 private:
  void add(std::u32string name, bool of_class);
  std::unordered_map<std::u32string, bool> names_;  // and whether they are of classes alone
  std::size_t longest_ = 0;
};

/// What words say.
struct Phrase {
  QuantityName quantity;
  std::optional<int> year;
  std::optional<ClaimWord> claim;  ///< the last word of a claim
  bool understood = true;          ///< no word is left that nobody knows
  bool own_body = false;  ///< it begins with the body's own name, said otherwise than on the cover
  bool other_body = false;  ///< or with that of another
};

/// Reads phrases of one disclosure.
class PhraseReader {
 public:
  PhraseReader(const Disclosure&, const ClaimWords&, const SubjectNames&);
  [[nodiscard]] Phrase read(std::string_view words) const;

 private:
  void put(QuantityName&, const QuantityWord&) const;
  [[nodiscard]] std::vector<std::size_t> named_by_level(std::u32string_view key) const;
  [[nodiscard]] std::size_t body_at(std::u32string_view text) const;
  [[nodiscard]] std::size_t ordinal_of_item(std::u32string_view text) const;
  [[nodiscard]] bool is_own(std::u32string_view body) const;

  const ClaimWords& words_;
  const SubjectNames& names_;
  std::u32string body_;
};

/// Whether words say something of a quantity and nothing else; what they say.
[[nodiscard]] std::optional<QuantityName> quantity_of(std::string_view words, const ClaimWords&);

/// What a figure says, by its kind and the words before it.
[[nodiscard]] ClaimKind kind_of(TextFigureKind, const Phrase&);

}  // namespace budget::inline v1::detail::claims
