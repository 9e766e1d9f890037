// SPDX-License-Identifier: Apache-2.0
// A program that reads a text with the engine.
#include <budget/engine.hpp>

#include <iostream>

int main() {
  const budget::Document document = budget::read_text("部门预算\n单位：万元\n", "pasted text");
  std::cout << document.lines.size() << " lines\n";

  const budget::Disclosure disclosure = budget::recognise(
      budget::read_text(
          "某局2024年部门预算\n支出总表\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n"
          "合计 9.90 3.50 6.40\n201 一般公共服务支出 9.90 3.50 6.40\n",
          "pasted text"),
      budget::standard_vocabulary());
  const budget::SubjectTree tree = budget::tree_of(disclosure.tables.at(0));
  std::cout << tree.size() << " nodes, " << tree.columns().size() << " columns\n";
}
