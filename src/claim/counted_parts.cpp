// SPDX-License-Identifier: Apache-2.0
#include "claim/counted_parts.hpp"

#include <budget/disclosure/disclosure.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::string_view of_which = "其中", rest = "其他";

class Lists {
 public:
  explicit Lists(const Narrative& narrative) : narrative_(narrative) {}

  std::vector<Obligation> run() {
    for (std::size_t i = 0; i < narrative_.figures.size(); ++i) take(i);
    close();
    return std::move(found_);
  }

 private:
  void take(std::size_t i) {
    const TextFigure& figure = narrative_.figures[i];
    const bool counts = figure.kind == TextFigureKind::count;
    const std::string_view between = text_before(i);
    const bool same = counts && i > 0 && narrative_.figures[i - 1].kind == TextFigureKind::count &&
                      narrative_.figures[i - 1].passage == figure.passage &&
                      narrative_.figures[i - 1].measure == figure.measure;
    if (same && between.find(of_which) != std::string_view::npos) {
      close();
      whole_ = i - 1;
    } else if (!same || between.find("。") != std::string_view::npos ||
               between.find("；") != std::string_view::npos) {
      close();
    }
    if (whole_) {
      parts_.push_back(i);
      // What is left over closes a list.
      if (words(i).starts_with(rest)) {
        complete_ = true;
        close();
      }
    }
  }

  [[nodiscard]] const std::string& words(std::size_t i) const {
    return narrative_.table.rows[i].labels.front().key;
  }

  [[nodiscard]] std::string_view text_before(std::size_t i) const {
    const TextFigure& figure = narrative_.figures[i];
    std::size_t begin = 0;
    if (i > 0 && narrative_.figures[i - 1].passage == figure.passage)
      begin = narrative_.figures[i - 1].end;
    const std::string_view text =
        narrative_.passages[static_cast<std::size_t>(figure.passage)].text;
    return text.substr(begin, figure.begin - begin);
  }

  void close() {
    if (whole_ && complete_ && parts_.size() > 1) {
      Obligation obligation;
      obligation.id = words(*whole_) + "#" + narrative_.table.rows[*whole_].id;
      obligation.left = {{1, cell(*whole_)}};
      obligation.counted = is_whole(*whole_) && std::ranges::all_of(parts_, [&](std::size_t part) {
                             return is_whole(part);
                           });
      for (const std::size_t part : parts_) obligation.right.push_back({1, cell(part)});
      found_.push_back(std::move(obligation));
    }
    whole_.reset();
    parts_.clear();
    complete_ = false;
  }

  [[nodiscard]] bool is_whole(std::size_t row) const {
    return narrative_.table.rows[row].cells.front().figure.value().scale() == 0;
  }

  static CellRef cell(std::size_t row) { return {0, in_narrative, static_cast<int>(row), 0}; }

  const Narrative& narrative_;
  std::optional<std::size_t> whole_;
  std::vector<std::size_t> parts_;
  bool complete_ = false;
  std::vector<Obligation> found_;
};

}  // namespace

std::vector<Obligation> counted_parts(const Narrative& narrative) {
  return Lists(narrative).run();
}

}  // namespace budget::inline v1::detail::claims
