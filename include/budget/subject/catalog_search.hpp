// SPDX-License-Identifier: Apache-2.0
// How a Catalog is searched: by code, by name, by what is near, and what fits. Include catalog.hpp.
#pragma once

#include <budget/base/order.hpp>
#include <budget/base/text.hpp>
#include <budget/subject/catalog.hpp>
#include <budget/subject/catalog_build.hpp>
#include <budget/subject/name.hpp>

#include <string>

namespace budget::inline v1 {

// ---- details ----

constexpr std::string_view to_string(NameFit fit) noexcept {
  switch (fit) {
    case NameFit::fits: return "fits";
    case NameFit::abbreviation: return "abbreviation";
    case NameFit::retired: return "retired";
    case NameFit::other_name: return "other_name";
    case NameFit::unproven: return "unproven";
    case NameFit::code_unknown: return "code_unknown";
    case NameFit::class_unknown: return "class_unknown";
    case NameFit::wrong_parent: return "wrong_parent";
  }
  return "";
}

inline std::optional<Classification> Catalog::classification() const noexcept {
  return data_->classification;
}
inline std::span<const CatalogEntry> Catalog::entries() const noexcept {
  return data_->entries;
}
inline std::span<const CatalogEntry> Catalog::entries(CodeText code) const noexcept {
  const Data::Code* const found = data_->find(code.text());
  return found == nullptr ? std::span<const CatalogEntry>{} : data_->of(*found);
}
inline bool Catalog::contains(CodeText code) const noexcept {
  return data_->find(code.text()) != nullptr;
}

inline std::vector<std::string_view> Catalog::codes() const {
  std::vector<std::string_view> all;
  all.reserve(data_->codes.size());
  for (const Data::Code& code : data_->codes) all.push_back(data_->text(code));
  return all;
}

inline std::vector<std::string_view> Catalog::codes(CodeRange range) const {
  std::vector<std::string_view> found;
  for (const Data::Code& code : data_->codes) {
    const auto subject = SubjectCode::try_parse(data_->text(code));
    if (subject && range.contains(*subject)) found.push_back(data_->text(code));
  }
  return found;
}

inline const CatalogEntry* Catalog::name_of(CodeText code, std::optional<int> year) const noexcept {
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
  const auto& by_name = data_->by_name;
  std::size_t at =
      detail::count_leading(by_name.size(), [&](std::size_t i) { return keys[by_name[i]] < key; });
  std::vector<const CatalogEntry*> found;
  for (; at < by_name.size() && keys[by_name[at]] == key; ++at)
    found.push_back(&data_->entries[by_name[at]]);
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
  detail::sort_items(found, [](const NearName& a, const NearName& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    const bool left = is_printed(a.entry->status), right = is_printed(b.entry->status);
    return left != right ? left : a.entry < b.entry;  // one array, in code order
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

inline std::vector<std::string_view> Catalog::nearest_codes(CodeText code,
                                                            std::size_t limit) const {
  constexpr std::size_t furthest = 2;
  std::vector<std::string_view> found;
  for (std::size_t distance = 1; distance <= furthest; ++distance) {
    for (const Data::Code& other : data_->codes) {
      if (found.size() >= limit) return found;
      if (edit_distance(code.text(), data_->text(other)) == distance)
        found.push_back(data_->text(other));
    }
  }
  const auto above = parent(code);
  bool known = !above;
  for (const std::string_view near : found) known = known || near == *above;
  if (!known && found.size() < limit) found.push_back(*above);
  return found;
}

inline NameCheck Catalog::check(CodeText code, std::string_view printed, std::optional<int> year,
                                std::optional<CodeText> under) const {
  NameCheck answer;
  const Data::Code* const subject = data_->find(code.text());
  const std::string key = subject_key(printed);
  if (subject != nullptr) {
    answer.current = name_of(code, year);
    answer.found = data_->find_name(*subject, key, {});
  }
  if (under && !lies_below(code, *under)) {
    answer.fit = NameFit::wrong_parent;
    return answer;
  }
  if (subject == nullptr) {
    answer.fit = parent(code) ? NameFit::code_unknown : NameFit::class_unknown;
    return answer;
  }
  const std::string full = key + "支出";
  const CatalogEntry* const abbreviated = data_->find_name(*subject, full, year);
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
    answer.fit = NameFit::unproven;
    for (const CatalogEntry& entry : data_->of(*subject)) {
      if (known(entry)) answer.fit = NameFit::other_name;
    }
  }
  return answer;
}

inline bool Catalog::lies_below(CodeText code, CodeText above) const noexcept {
  const bool separated = data_->separated || detail::has_separator(code.text());
  return detail::code_below(code.text(), above.text(), separated);
}

inline std::optional<std::string_view> Catalog::parent(CodeText code) const noexcept {
  const Data::Code* const found = data_->above(code.text());
  return found == nullptr ? std::nullopt : std::optional(data_->text(*found));
}

inline std::vector<std::string_view> Catalog::children(CodeText code) const {
  std::vector<std::string_view> found;
  const Data::Code* const above = data_->find(code.text());
  if (above == nullptr) return found;
  const auto index = static_cast<std::uint32_t>(above - data_->codes.data());
  for (std::size_t i = index + 1; i < data_->codes.size(); ++i) {
    const Data::Code& next = data_->codes[i];
    if (next.parent == index) found.push_back(data_->text(next));
    if (next.parent == Data::none || next.parent < index) break;
  }
  return found;
}

inline std::vector<std::string_view> Catalog::classes() const {
  std::vector<std::string_view> found;
  for (const Data::Code& code : data_->codes) {
    if (code.parent == Data::none) found.push_back(data_->text(code));
  }
  return found;
}

inline int Catalog::level(CodeText code) const noexcept {
  const Data::Code* found = data_->find(code.text());
  int level = 0;
  while (found != nullptr) {
    ++level;
    found = found->parent == Data::none ? nullptr : &data_->codes[found->parent];
  }
  return level;
}

}  // namespace budget::inline v1
