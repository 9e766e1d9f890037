// SPDX-License-Identifier: Apache-2.0
// A program that reads a text with the engine.
#include <budget/engine.hpp>

#include <iostream>

int main() {
  const budget::Document document = budget::read_text("部门预算\n单位：万元\n", "pasted text");
  std::cout << document.lines.size() << " lines\n";
}
