// SPDX-License-Identifier: Apache-2.0
#include <budget/base/language.hpp>

#include <doctest/doctest.h>

using namespace budget;

TEST_CASE("a text is given in the language asked for") {
  const Bilingual text{"合计", "total"};
  CHECK(text.in(Language::zh) == "合计");
  CHECK(text.in(Language::en) == "total");
  CHECK(text == Bilingual{"合计", "total"});
  CHECK(text != Bilingual{"合计", "sum"});
}
