// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/unit.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string_view>

using namespace budget;

TEST_CASE("units are read as printed") {
  struct Case {
    std::string_view text;
    std::optional<Unit> unit;
  };
  for (const auto& [text, unit] : {
           Case{"元", Unit::yuan},
           Case{"千元", Unit::qian_yuan},
           Case{"万元", Unit::wan_yuan},
           Case{"百万元", Unit::baiwan_yuan},
           Case{"亿元", Unit::yi_yuan},
           Case{"人民币万元", Unit::wan_yuan},
           Case{"人民币元", Unit::yuan},
           Case{" 万 元　", Unit::wan_yuan},
           Case{"万\n元", Unit::wan_yuan},
           Case{"万", std::nullopt},
           Case{"", std::nullopt},
           Case{"人民币", std::nullopt},
           Case{"万元/年", std::nullopt},
           Case{"单位：万元", std::nullopt},
           Case{"美元", std::nullopt},
           Case{"万元万元", std::nullopt},
           Case{"\xE4\xB8", std::nullopt},
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    CHECK(parse_unit(text) == unit);
  }
}

TEST_CASE("a unit's symbol reads back, and its scale counts its zeros") {
  for (const Unit unit :
       {Unit::yuan, Unit::qian_yuan, Unit::wan_yuan, Unit::baiwan_yuan, Unit::yi_yuan}) {
    CHECK(parse_unit(symbol(unit)) == unit);
    CHECK_FALSE(name(unit, Language::zh).empty());
    CHECK_FALSE(name(unit, Language::en).empty());
  }
  CHECK(scale_exponent(Unit::yuan) == 0);
  CHECK(scale_exponent(Unit::qian_yuan) == 3);
  CHECK(scale_exponent(Unit::wan_yuan) == 4);
  CHECK(scale_exponent(Unit::baiwan_yuan) == 6);
  CHECK(scale_exponent(Unit::yi_yuan) == 8);
  CHECK(to_string(Unit::unknown) == "");
  CHECK(name(Unit::unknown, Language::zh) == "单位未知");
}

static_assert(parse_unit("万元") == Unit::wan_yuan);
