// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/base/text_column.hpp>

#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace budget;

namespace {

std::vector<std::string> texts_of(const TextColumn& column) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < column.size(); ++i) texts.emplace_back(column[i]);
  return texts;
}

}  // namespace

TEST_CASE("views and offsets give the same texts") {
  const std::vector<std::string_view> views{"201", "", "基本支出", "20101"};
  std::string bytes = "ab";  // the first text need not begin where the bytes do
  std::vector<std::int32_t> narrow{2};
  std::vector<std::int64_t> wide{2};
  for (const std::string_view view : views) {
    bytes += view;
    narrow.push_back(static_cast<std::int32_t>(bytes.size()));
    wide.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  const std::vector<std::string> expected(views.begin(), views.end());
  for (const TextColumn& column :
       {TextColumn(views), TextColumn::of_offsets(narrow.data(), bytes.data(), views.size()),
        TextColumn::of_offsets(wide.data(), bytes.data(), views.size())}) {
    CHECK(texts_of(column) == expected);
    CHECK(column.bytes() == bytes.size() - 2);
    CHECK_FALSE(column.empty());
  }
  // Offsets that a file was mapped with stand anywhere.
  std::vector<char> mapped(1 + narrow.size() * sizeof narrow[0]);
  std::memcpy(mapped.data() + 1, narrow.data(), narrow.size() * sizeof narrow[0]);
  const void* const at = mapped.data() + 1;
  CHECK(texts_of(TextColumn::of_offsets(static_cast<const std::int32_t*>(at), bytes.data(),
                                        views.size())) == expected);
}

TEST_CASE("a column without texts is empty whatever it is made of") {
  const std::int32_t none = 7;
  for (const TextColumn& column :
       {TextColumn(), TextColumn(std::vector<std::string_view>{}),
        TextColumn(std::array<std::string_view, 0>{}), TextColumn::of_offsets(&none, "", 0)}) {
    CHECK(column.empty());
    CHECK(column.size() == 0);
    CHECK(column.bytes() == 0);
  }
  CHECK_FALSE(std::is_convertible_v<std::string_view, TextColumn>);
  CHECK_FALSE(std::is_convertible_v<std::vector<std::string>, TextColumn>);
}
