// SPDX-License-Identifier: Apache-2.0
// WordTable: the words that may stand at a place of a text, in the order in which they are tried, and
// which characters they begin with, so that most places are passed over without trying any.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

constexpr std::string_view word_of(std::string_view word) noexcept {
  return word;
}
template <class Entry>
constexpr std::string_view word_of(const Entry& entry) noexcept {
  return entry.word;
}

// A number below `head_count` that texts which begin with the same character have in common. Others
// may have it too.
inline constexpr unsigned head_count = 512;
constexpr unsigned head_of(std::string_view text) noexcept {
  constexpr unsigned first_of_two = 0xC0, first_of_more = 0xE0;
  const auto byte = [text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[i])) : 0U;
  };
  const unsigned first = byte(0);
  if (first < first_of_two) return first;
  const unsigned third = first < first_of_more ? 0U : byte(2);
  return head_count / 2 + ((first * 61 + byte(1) * 17 + third) % (head_count / 2));
}

// Whether the text begins with the word, most of which differ in the middle byte already: that costs
// no call.
constexpr bool begins_with(std::string_view text, std::string_view word) noexcept {
  return text.size() >= word.size() && text[word.size() / 2] == word[word.size() / 2] &&
         text.starts_with(word);
}

// Entries with a `word`, or words alone. No word is empty.
template <class Entry, std::size_t Size>
class WordTable {
 public:
  constexpr explicit WordTable(const std::array<Entry, Size>& entries) noexcept
      : entries_(entries) {
    for (const Entry& entry : entries_) {
      const unsigned head = head_of(word_of(entry));
      heads_[head / 64] |= std::uint64_t{1} << (head % 64);
    }
  }

  [[nodiscard]] constexpr std::span<const Entry> entries() const noexcept { return entries_; }
  // The first entry whose word begins the text, or nullptr.
  [[nodiscard]] constexpr const Entry* find_prefix(std::string_view text) const noexcept {
    if (!may_begin(text)) return nullptr;
    for (const Entry& entry : entries_) {
      if (begins_with(text, word_of(entry))) return &entry;
    }
    return nullptr;
  }
  // The first entry whose word is the text, or nullptr.
  [[nodiscard]] constexpr const Entry* find(std::string_view text) const noexcept {
    if (!may_begin(text)) return nullptr;
    for (const Entry& entry : entries_) {
      if (text == word_of(entry)) return &entry;
    }
    return nullptr;
  }
  // False for texts that no word of the table begins; nearly always.
  [[nodiscard]] constexpr bool may_begin(std::string_view text) const noexcept {
    const unsigned head = head_of(text);
    return ((heads_[head / 64] >> (head % 64)) & 1U) != 0;
  }

 private:
  std::array<Entry, Size> entries_;
  std::array<std::uint64_t, head_count / 64> heads_{};
};

// The table of `entries`.
template <class Entry, std::size_t Size>
[[nodiscard]] constexpr WordTable<Entry, Size> word_table(const Entry (&entries)[Size]) noexcept {
  return WordTable<Entry, Size>(std::to_array(entries));
}

}  // namespace detail

}  // namespace budget::inline v1
