// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/flaw.hpp>

#include <array>
#include <utility>

namespace budget::inline v1 {
namespace {

constexpr std::array<std::pair<FlawKind, std::string_view>, 10> names{{
    {FlawKind::repeated_passage, "repeated_passage"},
    {FlawKind::repeated_table, "repeated_table"},
    {FlawKind::label_outside_series, "label_outside_series"},
    {FlawKind::internal_mark, "internal_mark"},
    {FlawKind::totalled_label, "totalled_label"},
    {FlawKind::listed_not_there, "listed_not_there"},
    {FlawKind::there_not_listed, "there_not_listed"},
    {FlawKind::unseen_text, "unseen_text"},
    {FlawKind::template_residue, "template_residue"},
    {FlawKind::doubled_mark, "doubled_mark"},
}};

}  // namespace

std::string_view to_string(FlawKind kind) noexcept {
  for (const auto& [k, name] : names)
    if (k == kind) return name;
  return {};
}

std::optional<FlawKind> parse_flaw_kind(std::string_view name) noexcept {
  for (const auto& [kind, n] : names)
    if (n == name) return kind;
  return std::nullopt;
}

}  // namespace budget::inline v1
