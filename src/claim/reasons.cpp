// SPDX-License-Identifier: Apache-2.0
#include "claim/reasons.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "claim/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::string_view stop = "。";

struct Reason {
  std::size_t begin = 0;
  std::string_view text;  // without what announces it, up to the full stop
  bool last = false;      // the passage ends with it
};

/// The reason that the text behind a figure announces in its own sentence or at the start of the next.
std::optional<Reason> reason_behind(std::string_view passage, std::size_t at,
                                    const std::vector<std::string>& announcements) {
  // Another figure, or more than the end of one sentence, may not stand between.
  constexpr std::size_t farthest = 3 * stop.size();
  std::size_t longest = 0;
  for (const std::string& announcement : announcements)
    longest = std::max(longest, announcement.size());
  const std::string_view near = passage.substr(at, farthest + longest);
  std::size_t begin = std::string_view::npos;
  std::string_view word;
  for (const std::string& announcement : announcements) {
    const std::size_t found = near.find(announcement);
    if (found < begin) {
      begin = found;
      word = announcement;
    }
  }
  if (begin > farthest) return std::nullopt;
  begin += at;
  Reason reason;
  reason.begin = begin;
  std::size_t from = begin + word.size();
  constexpr std::u32string_view marks = U"是为：:，, ";
  while (from < passage.size()) {
    const CodePoint point = code_point_at(passage, from);
    if (marks.find(point.value) == std::u32string_view::npos) break;
    from += point.length;
  }
  const std::size_t end = passage.find(stop, from);
  reason.last = end == std::string_view::npos;
  reason.text = passage.substr(from, reason.last ? end : end - from);
  return reason;
}

/// Whether a paragraph follows a passage that may go on with it.
bool goes_on_behind(const Narrative& narrative, std::size_t passage) {
  if (passage + 1 >= narrative.passages.size()) return false;
  const Passage& next = narrative.passages[passage + 1];
  return !next.heading && next.ordinal == OrdinalStyle::none;
}

/// 1 where a text says nothing but that something rose, −1 that it fell, 0 where it says anything else.
int only_direction(std::string_view reason) {
  constexpr std::array<std::string_view, 3> rises{"增加", "增长", "上升"};
  constexpr std::array<std::string_view, 3> falls{"减少", "下降", "降低"};
  constexpr std::array<std::string_view, 5> more{"，", "；", "、", "但", "及"};
  const auto contains = [&](std::string_view word) {
    return reason.find(word) != std::string_view::npos;
  };
  if (std::ranges::any_of(more, contains)) return 0;
  const auto closes = [&](std::string_view word) { return reason.ends_with(word); };
  if (std::ranges::any_of(rises, closes) && !std::ranges::any_of(falls, contains)) return 1;
  if (std::ranges::any_of(falls, closes) && !std::ranges::any_of(rises, contains)) return -1;
  return 0;
}

}  // namespace

std::vector<Obligation> reasons_given(const Told& told) {
  const Narrative& narrative = told.narrative();
  std::vector<Obligation> made;
  for (int i = 0; i < told.size(); ++i) {
    const Claim& claim = told.claim(i);
    if (claim.kind != ClaimKind::change && claim.kind != ClaimKind::growth) continue;
    if (claim.in_reason) continue;
    const auto index = static_cast<std::size_t>(claim.passage);
    const Passage& passage = narrative.passages[index];
    const auto reason = reason_behind(passage.text, claim.end,
                                      told.words().sentence(SentenceWord::announces_reason));
    if (!reason) continue;
    Obligation obligation;
    obligation.id = to_string(claim.quantity) + "#" + claim.id;
    obligation.kind = ObligationKind::form;
    obligation.places = {place_in(passage, reason->begin)};
    if (strip(reason->text).empty()) {
      if (reason->last && goes_on_behind(narrative, index)) continue;
      obligation.met = false;
      obligation.requirement = {"说了有原因，应写出原因", "a reason that is announced is given"};
    } else if (const int direction = only_direction(reason->text);
               direction == -claim.sign && !claim.quantity.subject.empty() &&
               subject_key(reason->text).find(claim.quantity.subject.back()) != std::string::npos) {
      obligation.met = false;
      const std::string text(reason->text);
      obligation.requirement = {
          "原因“" + text + "”应与所说的增减方向一致",
          "the reason \"" + text + "\" goes in the direction of the change that it explains"};
    }
    made.push_back(std::move(obligation));
  }
  return made;
}

std::vector<Obligation> differences_explained(const Told& told) {
  const Narrative& narrative = told.narrative();
  std::vector<Obligation> made;
  for (int i = 0; i < told.size(); ++i) {
    const Claim& claim = told.claim(i);
    if (claim.kind != ClaimKind::compared) continue;
    const auto index = static_cast<std::size_t>(claim.passage);
    const Passage& passage = narrative.passages[index];
    std::string_view behind = std::string_view(passage.text).substr(claim.end);
    // The next item of the list has its own reason.
    for (int j = i + 1; j < told.size() && told.claim(j).passage == claim.passage; ++j)
      if (told.claim(j).kind == ClaimKind::compared) {
        behind = behind.substr(0, told.claim(j).begin - claim.end);
        break;
      }
    Obligation obligation = told.blank(i, ObligationKind::form);
    obligation.met = goes_on_behind(narrative, index) ||
                     contains_any(behind, told.words().sentence(SentenceWord::because));
    obligation.requirement = {"决算数与预算数不同，应说明原因",
                              "a final account that differs from its budget is explained"};
    obligation.places = {place_in(passage, claim.begin)};
    made.push_back(std::move(obligation));
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
