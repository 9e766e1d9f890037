// SPDX-License-Identifier: Apache-2.0
// The reports that the writers are tested on, and the files that hold what they must write.
#pragma once

#include <budget/audit/audit.hpp>

#include "audit/dossier_builder.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace testing {

struct Audited {
  b::Dossier dossier;
  b::Report report;
};

inline Audited audited(Sample given) {
  const std::vector<std::string> rules{"expenditure.split", "unbound.rule"};
  b::Report report = b::audit(given.dossier, given.obligations, rules);
  return {std::move(given.dossier), std::move(report)};
}

/// One of every kind of thing a report says: an error with one suspect, one with two, a warning, a
/// note, rounding, unchecked and unreadable figures, lines not read, and a region.
inline Audited everything() {
  Sample given = sample();
  b::Disclosure& disclosure = given.dossier.disclosures[0];
  print(given.dossier, cell(0, 3, 2), "2749.26");
  print(given.dossier, cell(1, 2, 3), "3.69");
  print(given.dossier, cell(1, 2, 2), "3.68");
  disclosure.tables.push_back(
      table(b::TableKind::three_public, "“三公”经费支出表", b::Unit::wan_yuan, {"项目", "合计"},
            {{"合计", ""}, {"公务接待费", "1.20"}, {"公务用车", "3.6O"}}, 210));
  disclosure.tables.back().id = "t3";
  disclosure.tables.push_back(table(b::TableKind::agency_operating, "机关运行经费表",
                                    b::Unit::unknown, {"项目", "合计"},
                                    {{"部门合计", "151.59"}, {"本级", "139.63"}}, 310));
  disclosure.tables.back().id = "t4";
  given.obligations.push_back(
      sum("three_public.total", terms({cell(2, 0, 1)}), terms({cell(2, 1, 1)})));
  given.obligations.push_back(
      sum("three_public.read", terms({cell(2, 1, 1)}), terms({cell(2, 2, 1)})));
  b::Obligation part = at_most("operating.part", cell(3, 0, 1), cell(3, 1, 1));
  part.severity = b::Severity::warning;
  given.obligations.push_back(part);
  b::Obligation form;
  form.id = form.rule = "form.note";
  form.kind = b::ObligationKind::presence;
  form.severity = b::Severity::note;
  form.met = false;
  form.requirement = {"空表应注明无数据", "an empty table says that it has no data"};
  form.places = {disclosure.tables[2].place};
  given.obligations.push_back(form);

  b::NotRead line;
  line.place = disclosure.tables[2].last;
  line.text = "其中：购置费 12 3";
  line.why = b::NotReadWhy::too_many_figures;
  disclosure.not_read.push_back(line);
  b::Region region;
  region.title = "第三部分 情况说明";
  region.first.line = 400;
  region.last.line = 460;
  disclosure.regions.push_back(region);
  return audited(std::move(given));
}

inline std::string file(const std::string& path) {
  std::ifstream stream(std::string(BUDGET_ROOT) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace testing
