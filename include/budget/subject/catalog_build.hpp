// SPDX-License-Identifier: Apache-2.0
// How a Catalog is built and searched: entries sorted by code, and beside them an index by name key.
// Include catalog.hpp.
#pragma once

#include <budget/base/text.hpp>
#include <budget/subject/catalog.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <deque>
#include <string>
#include <tuple>
#include <utility>

namespace budget::inline v1 {

struct Catalog::Data {
  Classification classification;
  std::vector<CatalogEntry> entries;
  std::vector<std::string_view> keys;  // subject_key of each entry's name
  std::deque<std::string> own_keys;    // those that differ from the name; never moved
  std::vector<std::uint32_t> by_name;  // entries by key, then code
  std::shared_ptr<const void> owner;

  [[nodiscard]] std::size_t index(const CatalogEntry& entry) const noexcept {
    return static_cast<std::size_t>(&entry - entries.data());
  }
  // The entry of a code that has this key and, given a year, had not ended.
  [[nodiscard]] const CatalogEntry* find(std::span<const CatalogEntry> of_code,
                                         std::string_view key,
                                         std::optional<int> year) const noexcept {
    for (const CatalogEntry& entry : of_code) {
      if (keys[index(entry)] == key && !(year && is_retired(entry, *year))) return &entry;
    }
    return nullptr;
  }
};

namespace detail {

// The names of one code by age: by first year, and at the same one those that were followed first.
inline auto name_age(const CatalogEntry& entry) {
  return std::tuple(entry.code.packed(), entry.from_year.value_or(0), entry.successor.empty(),
                    entry.to_year.value_or(9999));
}

inline void check_entry(const CatalogEntry& entry, Classification classification) {
  const auto fault = [&](const char* zh, const char* en) {
    const std::string code = to_string(entry.code);
    raise(DomainError("subject.catalog.entry",
                      {"科目 " + code + "：" + zh, "subject " + code + ": " + en}, code));
  };
  if (entry.code.classification() != classification) {
    fault("不属于本分类", "not a code of this classification");
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

}  // namespace detail

inline Catalog::Catalog(Classification classification, std::vector<CatalogEntry> entries,
                        std::shared_ptr<const void> owner) {
  auto data = std::make_shared<Data>();
  data->classification = classification;
  data->owner = std::move(owner);
  for (const CatalogEntry& entry : entries) detail::check_entry(entry, classification);

  // One entry for each code and name: same names first brought together, then made one.
  using Keyed = std::pair<std::string, CatalogEntry>;
  std::vector<Keyed> keyed;
  keyed.reserve(entries.size());
  for (const CatalogEntry& entry : entries) keyed.emplace_back(subject_key(entry.name), entry);
  std::stable_sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
    return std::tie(a.second.code, a.first) < std::tie(b.second.code, b.first);
  });
  std::vector<Keyed> merged;
  for (Keyed& next : keyed) {
    if (!merged.empty() && merged.back().second.code == next.second.code &&
        merged.back().first == next.first) {
      detail::merge_entry(merged.back().second, next.second);
    } else {
      merged.push_back(std::move(next));
    }
  }
  std::stable_sort(merged.begin(), merged.end(), [](const Keyed& a, const Keyed& b) {
    return detail::name_age(a.second) < detail::name_age(b.second);
  });

  data->entries.reserve(merged.size());
  for (Keyed& next : merged) {
    detail::check_entry(next.second, classification);
    data->entries.push_back(next.second);
    data->keys.push_back(next.first == next.second.name
                             ? next.second.name
                             : data->own_keys.emplace_back(std::move(next.first)));
  }
  data->by_name.resize(data->entries.size());
  for (std::uint32_t i = 0; i < data->by_name.size(); ++i) data->by_name[i] = i;
  std::stable_sort(data->by_name.begin(), data->by_name.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return data->keys[a] < data->keys[b]; });
  data_ = std::move(data);
}

inline Classification Catalog::classification() const noexcept {
  return data_->classification;
}
inline std::span<const CatalogEntry> Catalog::entries() const noexcept {
  return data_->entries;
}

inline std::span<const CatalogEntry> Catalog::entries(SubjectCode code) const noexcept {
  const auto& all = data_->entries;
  const auto first = std::lower_bound(
      all.begin(), all.end(), code,
      [](const CatalogEntry& entry, SubjectCode wanted) { return entry.code < wanted; });
  auto last = first;
  while (last != all.end() && last->code == code) ++last;
  return {first, last};
}

inline bool Catalog::contains(SubjectCode code) const noexcept {
  return !entries(code).empty();
}

inline const CatalogEntry* Catalog::name_of(SubjectCode code,
                                            std::optional<int> year) const noexcept {
  const CatalogEntry* best = nullptr;
  for (const CatalogEntry& entry : entries(code)) {
    if (year && is_retired(entry, *year)) continue;
    // Oldest first: a later name replaces an earlier one unless it was first read after the year.
    if (best == nullptr || !year || entry.from_year.value_or(*year) <= *year) best = &entry;
  }
  return best;
}

inline std::vector<const CatalogEntry*> Catalog::with_name(std::string_view printed) const {
  const std::string key = subject_key(printed);
  const auto& keys = data_->keys;
  auto at = std::lower_bound(
      data_->by_name.begin(), data_->by_name.end(), key,
      [&](std::uint32_t entry, const std::string& wanted) { return keys[entry] < wanted; });
  std::vector<const CatalogEntry*> found;
  for (; at != data_->by_name.end() && keys[*at] == key; ++at) {
    found.push_back(&data_->entries[*at]);
  }
  return found;
}

inline std::vector<NearName> Catalog::nearest(std::string_view printed, std::size_t limit) const {
  const std::string key = subject_key(printed);
  const std::size_t length = count_code_points(key);
  std::vector<NearName> found;
  std::string_view previous;
  for (const std::uint32_t i : data_->by_name) {
    const std::string_view name = data_->keys[i];
    if (name == previous) continue;
    previous = name;
    const std::size_t other = count_code_points(name);
    if ((other > length ? other - length : length - other) * 2 > length) continue;
    const std::size_t distance = edit_distance(key, name);
    if (distance * 2 <= length) found.push_back({&data_->entries[i], distance});
  }
  std::sort(found.begin(), found.end(), [](const NearName& a, const NearName& b) {
    const auto rank = [](const NearName& near) {
      return std::tuple(near.distance, !is_printed(near.entry->status), near.entry->code,
                        near.entry->name);
    };
    return rank(a) < rank(b);
  });
  found.resize(std::min(found.size(), limit));
  return found;
}

inline NameCheck Catalog::check(SubjectCode code, std::string_view printed,
                                std::optional<int> year) const {
  const auto of_code = entries(code);
  if (of_code.empty()) return {};
  NameCheck answer;
  answer.current = name_of(code, year);
  const std::string key = subject_key(printed);
  const std::string full = key + "支出";
  answer.found = data_->find(of_code, key, {});
  const CatalogEntry* const abbreviated = data_->find(of_code, full, year);
  const auto known = [](const CatalogEntry& entry) {
    return is_printed(entry.status) || entry.status == CatalogStatus::renamed;
  };
  const bool ended = answer.found != nullptr && year && is_retired(*answer.found, *year);
  // 外交 stands in the list of renames before 外交支出, and is its abbreviation all the same.
  const bool open_rename = answer.found != nullptr &&
                           answer.found->status == CatalogStatus::renamed && !answer.found->to_year;
  if (abbreviated != nullptr && known(*abbreviated) &&
      (answer.found == nullptr || ended || open_rename)) {
    answer.fit = NameFit::abbreviation;
  } else if (answer.found != nullptr) {
    answer.fit = ended                  ? NameFit::retired
                 : known(*answer.found) ? NameFit::fits
                                        : NameFit::unproven;
  } else {
    answer.fit = std::any_of(of_code.begin(), of_code.end(), known) ? NameFit::other_name
                                                                    : NameFit::unproven;
  }
  return answer;
}

inline std::vector<SubjectCode> Catalog::children(SubjectCode code) const {
  std::vector<SubjectCode> found;
  const auto& all = data_->entries;
  auto at = std::upper_bound(
      all.begin(), all.end(), code,
      [](SubjectCode wanted, const CatalogEntry& entry) { return wanted < entry.code; });
  for (; at != all.end() && code.is_ancestor_of(at->code); ++at) {
    if (at->code.parent() == code && (found.empty() || found.back() != at->code)) {
      found.push_back(at->code);
    }
  }
  return found;
}

inline std::vector<SubjectCode> Catalog::classes() const {
  std::vector<SubjectCode> found;
  for (const CatalogEntry& entry : data_->entries) {
    if (entry.code.level() == SubjectLevel::Class &&
        (found.empty() || found.back() != entry.code)) {
      found.push_back(entry.code);
    }
  }
  return found;
}

}  // namespace budget::inline v1
