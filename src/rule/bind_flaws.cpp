// SPDX-License-Identifier: Apache-2.0
#include "rule/bind_flaws.hpp"

#include <algorithm>
#include <utility>

namespace budget::inline v1::detail::rules {
namespace {

Bilingual requirement_of(const Flaw& flaw) {
  const std::string zh = "“" + flaw.text + "”", en = "\"" + flaw.text + "\"";
  const std::string cells = std::to_string(flaw.differing);
  switch (flaw.kind) {
    case FlawKind::repeated_passage:
      return {"同一段文字不应印两次：从" + zh + "起",
              "one passage is not printed twice: from " + en + " on"};
    case FlawKind::repeated_table:
      if (flaw.differing > 0)
        return {"同一张表印了两次，应只印一次，且两处有 " + cells + " 格不同：" + zh +
                    "；只核对了前一处",
                "a table printed twice is printed once, and the two differ in cells (" + cells +
                    "): " + en + "; only the first was checked"};
      return {"同一张表不应印两次：" + zh + "；只核对了前一处",
              "a table is not printed twice: " + en + "; only the first was checked"};
    case FlawKind::label_outside_series:
      return {"表的编号" + zh + "与前后各表不成一列，应为“" + flaw.expected + "”",
              "the label " + en + " does not go on from the tables around it: it should be \"" +
                  flaw.expected + "\""};
    case FlawKind::internal_mark:
      return {"公开的文件不应带有" + zh + "的字样",
              "a published document does not carry the mark " + en};
    case FlawKind::totalled_label:
      return {"“" + flaw.column + "”一列不是数额，合计行不应印它的合计 " + flaw.text,
              "the column \"" + flaw.column +
                  "\" holds no amounts: the total row should not print their total " + flaw.text};
    case FlawKind::listed_not_there:
      return {"目录所列的" + zh + "应在本文件之内",
              "the table " + en + ", named in the contents, should be in the file"};
    case FlawKind::there_not_listed:
      return {"目录应列出" + zh, "the contents should name the table " + en};
    case FlawKind::template_residue:
      return {"文字说明中不应留有格式文本的字样" + zh + "：改为实际内容，或删去",
              "the narrative keeps no wording of the form such as " + en +
                  ": say what is the case, or delete it"};
    case FlawKind::doubled_mark:
      return {"标点不应重复：" + zh, "punctuation is not printed twice: " + en};
    case FlawKind::unseen_text:
      return {"文件中不应有看不见的文字（未读入，未核对）：" + zh + "等",
              "a file holds no text that cannot be seen (it was not read): " + en + " and so on"};
  }
  return {};
}

}  // namespace

std::vector<Obligation> bind_flaws(const Rule& rule, const Obligation& blank,
                                   const Disclosure& disclosure) {
  const FlawKind kind = std::get<FreeOf>(rule.statement.demand).flaw;
  std::vector<Obligation> bound;
  for (const Flaw& flaw : disclosure.flaws.found) {
    if (flaw.kind != kind) continue;
    Obligation obligation = blank;
    obligation.id = blank.rule + "@" + flaw.text;
    obligation.met = false;
    obligation.requirement = requirement_of(flaw);
    obligation.places = flaw.places;
    bound.push_back(std::move(obligation));
  }
  if (!bound.empty()) return bound;
  Obligation none = blank;
  if (std::ranges::find(disclosure.flaws.sought, kind) == disclosure.flaws.sought.end()) {
    none.undecided = Undecided::nothing_printed;
    none.about = rule.statement.text;
  }
  return {std::move(none)};
}

}  // namespace budget::inline v1::detail::rules
