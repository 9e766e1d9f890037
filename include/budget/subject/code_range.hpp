// SPDX-License-Identifier: Apache-2.0
// CodeRange: a run of subject codes, 2080501–2080599 or all that lies below 208.
#pragma once

#include <budget/subject/code.hpp>

namespace budget::inline v1 {

/// Codes from `first` to `last` in printed order, both included, with all that lies below `last`.
/// Invariant: first ≤ last.
class CodeRange {
 public:
  /// Throws DomainError (id "subject.code_range") where `last` stands before `first`.
  constexpr CodeRange(SubjectCode first, SubjectCode last) : first_(first), last_(last) {
    if (last < first) refuse(first, last);
  }
  /// The code and all that lies below it.
  [[nodiscard]] static constexpr CodeRange at_and_below(SubjectCode code) noexcept {
    return {code, code, false};
  }
  /// All that lies below the code, not the code itself.
  [[nodiscard]] static constexpr CodeRange below(SubjectCode code) noexcept {
    return {code, code, true};
  }

  [[nodiscard]] constexpr SubjectCode first() const noexcept {
    return first_;
  }                                                                            ///< where it begins
  [[nodiscard]] constexpr SubjectCode last() const noexcept { return last_; }  ///< where it ends
  [[nodiscard]] constexpr bool contains(SubjectCode code) const noexcept {  ///< whether it is in it
    if (code < first_ || (open_ && code == first_)) return false;
    return code <= last_ || last_.is_ancestor_of(code);
  }

  friend constexpr bool operator==(CodeRange, CodeRange) noexcept = default;  ///< same codes in it

 private:
  constexpr CodeRange(SubjectCode first, SubjectCode last, bool open) noexcept
      : first_(first), last_(last), open_(open) {}
  [[noreturn]] static void refuse(SubjectCode first, SubjectCode last);

  SubjectCode first_, last_;
  bool open_ = false;  // without `first`
};

/// "2080501-2080599", "208*" for a code with all below it, "208+" for all below it.
[[nodiscard]] inline std::string to_string(CodeRange range);

// ---- details ----

inline void CodeRange::refuse(SubjectCode first, SubjectCode last) {
  const std::string text = to_string(first) + "-" + to_string(last);
  detail::raise(DomainError("subject.code_range",
                            {"编码范围 " + text + " 的终点在起点之前",
                             "the range of codes " + text + " ends before it begins"},
                            text));
}

inline std::string to_string(CodeRange range) {
  const std::string first = to_string(range.first());
  if (range.first() != range.last()) return first + "-" + to_string(range.last());
  return first + (range.contains(range.first()) ? "*" : "+");
}

}  // namespace budget::inline v1
