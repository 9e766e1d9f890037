// SPDX-License-Identifier: Apache-2.0
// Radicals that fonts print like ideographs, and that text layers of PDFs hold in their place: ⻔ for 门,
// ⾦ for 金. Equivalents: Unicode character database, Kangxi Radicals and CJK Radicals Supplement.
#pragma once

#include <cstddef>
#include <string_view>

namespace budget::inline v1 {

/// The ideograph that a radical looks like; any other code point unchanged.
[[nodiscard]] constexpr char32_t ideograph_of(char32_t code) noexcept;

// ---- details ----

namespace detail {

// Of U+2F00 and what follows it.
inline constexpr std::u32string_view kangxi_ideographs =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀"
    U"寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋"
    U"比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
    U"缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
    U"辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
    U"黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
static_assert(kangxi_ideographs.size() == 214);

inline constexpr std::u32string_view supplement_radicals =
    U"⺎⺝⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳";
inline constexpr std::u32string_view supplement_ideographs =
    U"兀月母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟";
static_assert(supplement_radicals.size() == supplement_ideographs.size());

}  // namespace detail

constexpr char32_t ideograph_of(char32_t code) noexcept {
  if (code < 0x2E80 || code > 0x2FD5) return code;
  if (code >= 0x2F00) return detail::kangxi_ideographs[code - 0x2F00];
  const std::size_t found = detail::supplement_radicals.find(code);
  return found == std::u32string_view::npos ? code : detail::supplement_ideographs[found];
}

}  // namespace budget::inline v1
