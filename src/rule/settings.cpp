// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/settings.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "rule/names.hpp"
#include "rule/tokens.hpp"

namespace budget::inline v1 {
namespace {

bool fits(const std::string& id, std::string_view name) {
  if (!name.ends_with("*")) return id == name;
  name.remove_suffix(1);
  return id.starts_with(name);
}

void check_known(std::span<const Pack> packs, const std::string& name) {
  std::vector<std::string_view> ids;
  for (const Pack& pack : packs)
    for (const Rule& rule : pack.rules) {
      if (fits(rule.id, name)) return;
      ids.push_back(rule.id);
    }
  std::string near;
  for (const std::string& one : detail::rules::nearest(name, ids))
    near += (near.empty() ? "" : ", ") + one;
  detail::rules::raise_rule_error(
      "rule.unknown", "没有名为“" + name + "”的规则" + (near.empty() ? "" : "，相近的有：" + near),
      "no rule is named \"" + name + "\"" + (near.empty() ? "" : ", nearest: " + near), {}, near);
}

}  // namespace

ConfiguredPacks configured(std::vector<Pack> packs, const RuleSettings& settings) {
  for (const std::string& name : settings.off) check_known(packs, name);
  for (const auto& [name, severity] : settings.severities) check_known(packs, name);
  ConfiguredPacks result;
  for (Pack& pack : packs) {
    std::erase_if(pack.rules, [&](const Rule& rule) {
      const bool off = std::ranges::any_of(
          settings.off, [&](const std::string& name) { return fits(rule.id, name); });
      if (off) result.off.push_back(rule.id);
      return off;
    });
    for (Rule& rule : pack.rules)
      for (const auto& [name, severity] : settings.severities)
        if (fits(rule.id, name)) rule.severity = severity;
  }
  result.packs = std::move(packs);
  return result;
}

}  // namespace budget::inline v1
