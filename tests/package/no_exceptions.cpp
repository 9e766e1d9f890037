// SPDX-License-Identifier: Apache-2.0
// A program without exceptions and RTTI: it has the calls that answer with a code or with nothing.
#include <budget/budget.hpp>

#include <cstdio>
#include <cstring>

#if defined(__cpp_exceptions) || defined(__cpp_rtti)
#error "this program is to be compiled with -fno-exceptions -fno-rtti"
#endif

int main() {
  using namespace budget;
  Money basic, project;
  const char* const first = "1,585.27";
  const char* const second = "1711.03";
  if (!from_chars(first, first + std::strlen(first), Unit::wan_yuan, basic)) return 1;
  if (!from_chars(second, second + std::strlen(second), Unit::wan_yuan, project)) return 1;
  const auto total = checked_add(basic, project);
  if (!total) return 1;
  char text[40];
  const auto written = to_chars(text, text + sizeof text, *total, Unit::wan_yuan);
  std::printf("%.*s\n", static_cast<int>(written.ptr - text), text);

  const char* const wrong = "1,23.4";
  std::printf("%s\n", from_chars(wrong, wrong + std::strlen(wrong), Unit::yuan, basic) ? "read"
                                                                                       : "refused");
  std::printf("%s\n", SubjectCode::try_parse("2010") ? "a code" : "no code");
}
