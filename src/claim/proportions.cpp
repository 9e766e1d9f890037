// SPDX-License-Identifier: Apache-2.0
#include "claim/proportions.hpp"

#include <budget/amount/interval.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::claims {
namespace {

/// What a statement of an interval demands of a claim.
Obligation within(const Told& told, int index, const Interval<Decimal>& allowed,
                  const Bilingual& of) {
  const Figure& figure = told.figure(told.said(index));
  Obligation obligation = told.blank(index, ObligationKind::form);
  obligation.left = {{1, told.said(index)}};
  obligation.met = intersect(allowed, figure.printed()).has_value();
  const std::string low = to_string(allowed.low()), high = to_string(allowed.high());
  obligation.requirement = {
      of.zh + "应在 " + low + " 至 " + high + " 之间，印的是 " + figure.text(),
      of.en + " lies between " + low + " and " + high + ", printed is " + figure.text()};
  obligation.places = {at(told.dossier(), told.said(index)).place};
  return obligation;
}

/// Three digits more than are printed: the ends of a quotient, moved outward.
Interval<Decimal> quotient(const Interval<Decimal>& above, const Interval<Decimal>& below,
                           int digits) {
  const Ratio low = Ratio::of(above.low()) / Ratio::of(below.high());
  const Ratio high = Ratio::of(above.high()) / Ratio::of(below.low());
  return {low.to_decimal(digits + 3, Rounding::floor),
          high.to_decimal(digits + 3, Rounding::ceiling)};
}

}  // namespace

std::optional<Obligation> points_of(const Told& told, int index) {
  std::vector<int> shares;
  const int first = std::max(0, index - nearby);
  for (int i = index - 1; i >= first && shares.size() < 2; --i) {
    if (told.claim(i).passage != told.claim(index).passage) break;
    if (told.claim(i).kind == ClaimKind::share && !told.claim(i).in_reason) shares.push_back(i);
  }
  if (shares.size() < 2) return std::nullopt;
  const Figure& points = told.figure(told.said(index));
  const Figure& a = told.figure(told.said(shares[0]));
  const Figure& b = told.figure(told.said(shares[1]));
  if (!points.is_number() || !a.is_number() || !b.is_number()) return std::nullopt;
  if (!is_short(points) || !is_short(a) || !is_short(b)) return std::nullopt;
  // Which of the two is of this year the order does not tell; by how much they differ it does.
  const Interval<Decimal> difference =
      a.value() < b.value() ? b.printed() - a.printed() : a.printed() - b.printed();
  return within(told, index, difference,
                {"“" + a.text() + "”与“" + b.text() + "”相差的百分点",
                 "the difference of \"" + a.text() + "\" and \"" + b.text() + "\" in points"});
}

std::optional<Obligation> share_of_counts(const Told& told, int index) {
  if (index < 2) return std::nullopt;
  const Claim& share = told.claim(index);
  const Claim& whole = told.claim(index - 1);
  const Claim& part = told.claim(index - 2);
  const std::vector<TextFigure>& figures = told.narrative().figures;
  const auto row = [](const Claim& claim) { return static_cast<std::size_t>(claim.figure); };
  if (share.figure < 0 || whole.kind != ClaimKind::count || part.kind != ClaimKind::count ||
      whole.passage != share.passage || part.passage != share.passage ||
      figures[row(share)].kind != TextFigureKind::percent ||
      figures[row(whole)].measure != figures[row(part)].measure)
    return std::nullopt;
  const std::string_view text =
      told.narrative().passages[static_cast<std::size_t>(share.passage)].text;
  if (text.substr(whole.end, figures[row(share)].begin - whole.end) != "的" ||
      !text.substr(whole.begin).starts_with("占"))
    return std::nullopt;
  const Figure& printed = told.figure(told.said(index));
  const Figure& a = told.figure(told.said(index - 2));
  const Figure& b = told.figure(told.said(index - 1));
  if (!printed.is_number() || !a.is_number() || !b.is_number() || !is_short(a) || !is_short(b) ||
      !(b.value() > Decimal()))
    return std::nullopt;
  const Interval<Decimal> hundredfold(a.value() * Decimal::of(100));
  return within(told, index, quotient(hundredfold, Interval<Decimal>(b.value()), printed.digits()),
                {"“" + a.text() + "”占“" + b.text() + "”的百分比",
                 "the share of \"" + a.text() + "\" in \"" + b.text() + "\" in percent"});
}

std::optional<Obligation> multiple_of(const Told& told, int index) {
  const int now = told.claim(index).about;
  const int before = told.other_period(index);
  if (now < 0 || before < 0 || told.claim(now).passage != told.claim(index).passage)
    return std::nullopt;
  const Figure& multiple = told.figure(told.said(index));
  const Figure& a = told.figure(told.said(now));
  const Figure& b = told.figure(told.said(before));
  if (!multiple.is_number() || !a.is_number() || !b.is_number() || a.unit() != b.unit() ||
      !is_short(multiple) || !is_short(a) || !is_short(b))
    return std::nullopt;
  if (!(b.printed().low() > Decimal()) || a.printed().low() < Decimal()) return std::nullopt;
  const bool grew = told.claim(index).multiple_of_growth;
  const Interval<Decimal> above = grew ? a.printed() - b.printed() : a.printed();
  return within(told, index, quotient(above, b.printed(), multiple.digits()),
                {"“" + a.text() + "”对“" + b.text() + "”的倍数",
                 "the multiple of \"" + b.text() + "\" that \"" + a.text() + "\" is"});
}

}  // namespace budget::inline v1::detail::claims
