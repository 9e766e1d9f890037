// SPDX-License-Identifier: Apache-2.0
// How a Catalog is built: entries sorted by code, its codes each with its parent, and beside them an
// index by name key. Include catalog.hpp.
#pragma once

#include <budget/base/error.hpp>
#include <budget/base/order.hpp>
#include <budget/subject/catalog.hpp>
#include <budget/subject/name.hpp>

#include <string>
#include <utility>

namespace budget::inline v1 {

struct Catalog::Data {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  struct Code {
    std::uint32_t first = 0;      // entries from here …
    std::uint32_t last = 0;       // … to before here
    std::uint32_t parent = none;  // index into codes
  };

  std::optional<Classification> classification;
  bool separated = false;  // some code has separators
  std::vector<CatalogEntry> entries;
  std::vector<Code> codes;             // in the order of entries
  std::string key_text;                // what keys view
  std::vector<std::string_view> keys;  // subject_key of each entry's name
  std::vector<std::uint32_t> by_name;  // entries by key, then code
  Keeper owner;

  [[nodiscard]] std::string_view text(const Code& code) const noexcept {
    return entries[code.first].code;
  }
  [[nodiscard]] std::span<const CatalogEntry> of(const Code& code) const noexcept {
    return std::span(entries).subspan(code.first, code.last - code.first);
  }
  // The first code that does not stand before this one.
  [[nodiscard]] std::size_t at(std::string_view wanted) const noexcept {
    return detail::count_leading(codes.size(), [&](std::size_t i) {
      return detail::compare_codes(text(codes[i]), wanted) < 0;
    });
  }
  [[nodiscard]] const Code* find(std::string_view wanted) const noexcept {
    const std::size_t i = at(wanted);
    const bool here = i < codes.size() && detail::compare_codes(text(codes[i]), wanted) == 0;
    return here ? &codes[i] : nullptr;
  }
  // The nearest code above one, which need not be here.
  [[nodiscard]] const Code* above(std::string_view code) const noexcept {
    std::size_t i = at(code);
    if (i == 0) return nullptr;
    // It stands above the code before this one, or is that code.
    for (std::uint32_t near = static_cast<std::uint32_t>(i - 1); near != none;
         near = codes[near].parent) {
      if (detail::code_below(code, text(codes[near]), separated || detail::has_separator(code)))
        return &codes[near];
    }
    return nullptr;
  }
  // The entry of a code that has this key and, given a year, had not ended.
  [[nodiscard]] const CatalogEntry* find_name(const Code& code, std::string_view key,
                                              std::optional<int> year) const noexcept {
    for (std::uint32_t i = code.first; i < code.last; ++i) {
      if (keys[i] == key && !(year && is_retired(entries[i], *year))) return &entries[i];
    }
    return nullptr;
  }
  void index_codes();
  void index_names();
};

namespace detail {

struct KeyedEntry {
  std::string key;
  CatalogEntry entry;
};

// The names of one code by age: by first year, and at the same one those that were followed first.
inline bool older(const CatalogEntry& a, const CatalogEntry& b) {
  if (const int order = compare_codes(a.code, b.code); order != 0) return order < 0;
  const int from_a = a.from_year.value_or(0), from_b = b.from_year.value_or(0);
  if (from_a != from_b) return from_a < from_b;
  if (a.successor.empty() != b.successor.empty()) return b.successor.empty();
  return a.to_year.value_or(9999) < b.to_year.value_or(9999);
}

inline void check_entry(const CatalogEntry& entry, std::optional<Classification> classification) {
  const auto fault = [&](const char* zh, const char* en) {
    const std::string code(entry.code);
    raise(DomainError("subject.catalog.entry",
                      {"科目 " + code + "：" + zh, "subject " + code + ": " + en}, code));
  };
  if (entry.code.empty()) fault("没有编码", "no code");
  if (classification) {
    const auto code = SubjectCode::try_parse(entry.code);
    if (!code || code->classification() != classification) {
      fault("不属于本分类", "not a code of this classification");
    }
  }
  if (entry.name.empty()) fault("没有名称", "no name");
  if (entry.from_year && entry.to_year && *entry.from_year > *entry.to_year) {
    fault("终止年早于起始年", "its years end before they begin");
  }
}

// Adds to `kept` what only `other` knows of the same code and name.
inline void merge_entry(CatalogEntry& kept, const CatalogEntry& other) {
  if (other.status < kept.status) {
    kept.status = other.status;
    kept.source = other.source;
    kept.seen_in_year = other.seen_in_year;
  }
  if (!kept.from_year) kept.from_year = other.from_year;
  if (!kept.to_year) kept.to_year = other.to_year;
  if (kept.successor.empty()) kept.successor = other.successor;
  if (kept.years_source.empty()) kept.years_source = other.years_source;
}

// One entry for each code and name: same names first brought together, then made one.
inline std::vector<KeyedEntry> merged_entries(const std::vector<CatalogEntry>& entries) {
  std::vector<KeyedEntry> keyed;
  keyed.reserve(entries.size());
  for (const CatalogEntry& entry : entries) keyed.push_back({subject_key(entry.name), entry});
  sort_items(keyed, [](const KeyedEntry& a, const KeyedEntry& b) {
    const int order = compare_codes(a.entry.code, b.entry.code);
    return order != 0 ? order < 0 : a.key < b.key;
  });
  std::vector<KeyedEntry> merged;
  for (KeyedEntry& next : keyed) {
    if (!merged.empty() && merged.back().key == next.key &&
        compare_codes(merged.back().entry.code, next.entry.code) == 0) {
      merge_entry(merged.back().entry, next.entry);
    } else {
      merged.push_back(std::move(next));
    }
  }
  sort_items(merged,
             [](const KeyedEntry& a, const KeyedEntry& b) { return older(a.entry, b.entry); });
  return merged;
}

}  // namespace detail

// Codes stand before what lies below them, so those above the one at hand are a stack.
inline void Catalog::Data::index_codes() {
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const std::string_view code = entries[i].code;
    if (!codes.empty() && detail::compare_codes(text(codes.back()), code) == 0) {
      codes.back().last = i + 1;
      continue;
    }
    std::uint32_t near = codes.empty() ? none : static_cast<std::uint32_t>(codes.size() - 1);
    while (near != none && !detail::code_below(code, text(codes[near]), separated))
      near = codes[near].parent;
    codes.push_back({i, i + 1, near});
  }
}

inline void Catalog::Data::index_names() {
  const auto order =
      detail::ordered(keys.size(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  by_name.reserve(order.size());
  for (const std::size_t i : order) by_name.push_back(static_cast<std::uint32_t>(i));
}

inline Catalog::Catalog(std::optional<Classification> classification,
                        std::vector<CatalogEntry> entries, Keeper owner) {
  for (const CatalogEntry& entry : entries) detail::check_entry(entry, classification);
  const std::vector<detail::KeyedEntry> merged = detail::merged_entries(entries);
  std::size_t bytes = 0;
  for (const auto& next : merged) bytes += next.key.size();
  data_ = Shared<Data>::filled([&](Data& data) {
    data.classification = classification;
    data.owner = std::move(owner);
    data.key_text.reserve(bytes);  // never moved from here on
    data.entries.reserve(merged.size());
    for (const auto& next : merged) {
      detail::check_entry(next.entry, classification);
      data.separated = data.separated || detail::has_separator(next.entry.code);
      data.entries.push_back(next.entry);
      const std::size_t start = data.key_text.size();
      data.key_text += next.key;
      data.keys.push_back(std::string_view(data.key_text).substr(start));
    }
    data.index_codes();
    data.index_names();
  });
}

inline Catalog overlaid(const Catalog& base, const Catalog& own) {
  std::vector<CatalogEntry> entries(own.entries().begin(), own.entries().end());
  auto classification = base.classification();
  for (const CatalogEntry& entry : entries) {
    const auto code = SubjectCode::try_parse(entry.code);
    if (!code || code->classification() != classification) classification.reset();
  }
  for (const CatalogEntry& entry : base.entries()) {
    if (!own.contains(entry.code)) entries.push_back(entry);
  }
  return Catalog(classification, std::move(entries), Keeper::of(std::pair(base, own)));
}

}  // namespace budget::inline v1

#include <budget/subject/catalog_search.hpp>
