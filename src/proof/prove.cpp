// SPDX-License-Identifier: Apache-2.0
#include <budget/proof/prove.hpp>

#include <budget/amount/decimal.hpp>
#include <budget/proof/row_text.hpp>

#include "proof/fractions.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace budget::inline v1::proof {
namespace {

/// Bounds that follow from cyclic rows can narrow for ever; so many steps are taken.
constexpr std::uint64_t most_propagation = 50'000;

/// What is left of bounds where only multiples of a step are allowed.
Bounds onto_multiples(const Bounds& bounds, const Rational& step) {
  Bounds whole = bounds;
  if (whole.low) {
    Integer least = -detail::floor_of(Rational(-whole.low->value / step));
    if (!whole.low->closed && Rational(least) * step == whole.low->value) ++least;
    whole.low = End{Rational(least) * step, true};
  }
  if (whole.high) {
    Integer most = detail::floor_of(Rational(whole.high->value / step));
    if (!whole.high->closed && Rational(most) * step == whole.high->value) --most;
    whole.high = End{Rational(most) * step, true};
  }
  return whole;
}

/// Amounts of money are whole 分; a figure that prints finer is left as it is.
Bounds as_money(const Bounds& bounds, const PrintedValue& value, Unit unit) {
  if (unit == Unit::unknown || value.exact) return bounds;
  const Decimal printed = Decimal::parse(value.text);
  const int digits = value.decimals.value_or(printed.scale());
  const int fen = 2 + scale_exponent(unit);
  return digits > fen ? bounds : onto_multiples(bounds, detail::power(-fen));
}

struct Asked {
  LinearSystem system;
  std::vector<Doubt> doubts;
  std::vector<Rational> start;
};

[[noreturn]] void refuse(std::string_view id, const Bilingual& message, std::string argument) {
  throw DomainError(id, message, std::move(argument));
}

class Builder {
 public:
  explicit Builder(const Question& question) : question_(question) {}

  Asked run() {
    if (question_.figures.empty()) refuse("proof.empty", {"没有任何数", "there is no figure"}, "");
    for (std::size_t i = 0; i < question_.figures.size(); ++i) add(question_.figures[i], i);
    for (std::size_t r = 0; r < question_.rows.size(); ++r)
      add(parse_row(question_.rows[r], static_cast<int>(r) + 1), static_cast<int>(r) + 1);
    return std::move(asked_);
  }

 private:
  void add(const PrintedFigure& figure, std::size_t index) {
    if (!index_.emplace(figure.name, index).second)
      refuse(
          "proof.name_twice",
          {"名称“" + figure.name + "”出现两次", "the name \"" + figure.name + "\" is given twice"},
          figure.name);
    if (figure.weight < 1)
      refuse("proof.weight",
             {"“" + figure.name + "”的权重应不小于 1",
              "the weight of \"" + figure.name + "\" is at least 1"},
             std::to_string(figure.weight));
    Bounds bounds = figure.bounds;
    Rational start = 0;
    for (const PrintedValue& value : figure.values) {
      bounds =
          intersect(bounds, as_money(interval_of(value, figure.rounding), value, question_.unit));
      start = detail::to_fraction(Decimal::parse(value.text));
    }
    if (!figure.values.empty()) asked_.doubts.push_back({index, figure.bounds, figure.weight});
    asked_.system.unknowns.push_back(std::move(bounds));
    asked_.start.push_back(start);
  }

  void add(const NamedRow& named, int number) {
    LinearRow row{{}, named.relation, named.constant};
    for (const auto& [name, coefficient] : named.terms) {
      const auto known = index_.find(name);
      if (known == index_.end()) unknown(name, number);
      row.terms.emplace_back(known->second, coefficient);
    }
    asked_.system.rows.push_back(std::move(row));
  }

  [[noreturn]] void unknown(const std::string& name, int number) const {
    std::vector<std::string> names;
    for (const auto& [known, index] : index_)
      if (names.size() < 5) names.push_back(known);
    throw LookupError("proof.name", name, std::move(names), Place{"row", 0, number, 0, {}});
  }

  const Question& question_;
  std::map<std::string, std::size_t> index_;
  Asked asked_;
};

std::string with_sign(const Rational& coefficient, const std::string& name, bool first) {
  const bool less = coefficient < 0;
  const Rational size = less ? Rational(-coefficient) : coefficient;
  std::string text = first ? (less ? "-" : "") : (less ? " - " : " + ");
  if (size != 1) text += plain(size) + " * ";
  return text + name;
}

/// The parts of a certificate one below the other, and what they add up to.
std::string as_sum(const Certificate& certificate, const LinearSystem& system,
                   const Question& question) {
  std::string text;
  Rational rest = 0;
  bool strict = false;
  const auto line = [&](const Rational& multiplier, const std::string& statement) {
    text += plain(multiplier) + " * (" + statement + ")\n";
  };
  for (const RowPart& part : certificate.rows) {
    const LinearRow& row = system.rows[part.row];
    std::string statement;
    for (const auto& [unknown, coefficient] : row.terms)
      statement += with_sign(coefficient, question.figures[unknown].name, statement.empty());
    if (statement.empty()) statement = "0";
    statement += row.relation == RowRelation::equal     ? " = "
                 : row.relation == RowRelation::at_most ? " <= "
                                                        : " < ";
    line(part.multiplier, statement + plain(row.constant));
    rest += part.multiplier * row.constant;
    strict = strict || row.relation == RowRelation::less;
  }
  for (const EndPart& part : certificate.ends) {
    const Bounds& bounds = system.unknowns[part.unknown];
    const End& end = part.high ? *bounds.high : *bounds.low;
    const std::string sign = end.closed ? " <= " : " < ";
    const std::string& name = question.figures[part.unknown].name;
    const Rational bound = part.high ? end.value : Rational(-end.value);
    line(part.multiplier, (part.high ? name : "-" + name) + sign + plain(bound));
    rest += part.multiplier * bound;
    strict = strict || !end.closed;
  }
  return text + "0 " + (strict ? "<" : "<=") + " " + plain(rest);
}

}  // namespace

std::string plain(const Rational& value) {
  Integer below = boost::multiprecision::denominator(value);
  int twos = 0, fives = 0;
  while (below % 2 == 0) {
    below /= 2;
    ++twos;
  }
  while (below % 5 == 0) {
    below /= 5;
    ++fives;
  }
  constexpr int longest = 60;
  const int scale = std::max(twos, fives);
  if (below != 1 || scale > longest) return to_string(value);
  const Rational scaled = value * detail::power(scale);
  const bool less = scaled < 0;
  std::string digits =
      Integer(boost::multiprecision::numerator(less ? Rational(-scaled) : scaled)).str();
  if (scale > 0) {
    if (digits.size() <= static_cast<std::size_t>(scale))
      digits.insert(0, static_cast<std::size_t>(scale) + 1 - digits.size(), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(scale), 1, '.');
  }
  return less ? "-" + digits : digits;
}

Bounds interval_of(const PrintedValue& value, PrintedRounding rounding) {
  const Decimal printed = Decimal::parse(value.text);
  const Rational exact = detail::to_fraction(printed);
  if (value.exact) return Bounds::point(exact);
  const int decimals = value.decimals.value_or(printed.scale());
  constexpr int most = 1000;
  if (std::abs(decimals) > most)
    refuse("proof.decimals", {"位数超出范围", "too many decimals"}, std::to_string(decimals));
  const Rational unit = detail::power(-decimals);
  if (boost::multiprecision::denominator(Rational(exact / unit)) != 1)
    throw PrecisionError(value.text, decimals);
  if (rounding == PrintedRounding::nearest)
    return {End{exact - unit / 2, true}, End{exact + unit / 2, true}};
  if (exact > 0) return {End{exact, true}, End{exact + unit, false}};
  if (exact < 0) return {End{exact - unit, false}, End{exact, true}};
  return {End{-unit, false}, End{unit, false}};
}

Proof prove(const Question& question) {
  Asked asked = Builder(question).run();
  Proof proof;
  proof.system = std::move(asked.system);
  Decision decision = decide(proof.system, asked.start, question.work);
  proof.intervals = proof.system.unknowns;
  if (!decision.decided()) {
    proof.reason = "work spent";
    return proof;
  }
  proof.feasible = decision.witness.has_value();
  if (decision.witness) {
    proof.witness = std::move(*decision.witness);
    Work work = question.work;
    work.steps = std::min(work.steps, most_propagation);
    proof.intervals = propagate(proof.system, work);
    proof.repairs.decided = true;
    return proof;
  }
  proof.certificate = std::move(*decision.certificate);
  proof.sum = as_sum(proof.certificate, proof.system, question);
  proof.repairs = localise(proof.system, asked.doubts, asked.start, question.work);
  // Where the rows contradict each other whatever is printed, that is what there is to know.
  if (proof.repairs.contradiction) {
    proof.certificate = *proof.repairs.contradiction;
    proof.sum = as_sum(proof.certificate, proof.system, question);
  }
  if (!proof.repairs.decided) proof.reason = "repairs: work spent";
  return proof;
}

}  // namespace budget::inline v1::proof
