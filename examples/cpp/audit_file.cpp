// SPDX-License-Identifier: Apache-2.0
// Read a published text, audit it, and say what cannot be true. Exit status 2: it could not be read.
#include <budget/engine.hpp>
#include <budget/standard/rules.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

std::string bytes_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  using namespace budget;
  const char* path =
      argc > 1 ? argv[1] : "examples/disclosures/yangquan-finance-2024-faulty-tables.txt";
  try {
    // bytes → lines → tables. Layout and words decide what stands where, never arithmetic.
    const Document document = read_text(bytes_of(path), path);
    const Dossier dossier{{recognise(document, standard_vocabulary())}};
    const Disclosure& disclosure = dossier.current();
    std::cout << disclosure.organisation << ' ' << disclosure.year.value_or(0) << ": "
              << disclosure.tables.size() << " tables\n";

    // A cell is what is printed, with its place.
    const Table* expenditure = disclosure.find(TableKind::expenditure);
    if (expenditure != nullptr && expenditure->total_row() >= 0) {
      const Cell& total = expenditure->cell(expenditure->total_row(), 2);
      std::cout << "total expenditure " << total.figure.text() << symbol(total.figure.unit())
                << " on line " << total.place.line << "\n\n";
    }

    const Report report = audit(dossier, standard_packs(), standard_lists());
    for (const Finding& finding : report.findings) {
      if (finding.severity != Severity::error) continue;
      const FindingPlace& place = finding.places.front();
      std::cout << place.table << ", line " << place.place.line << '\n';
      if (finding.requirement) {
        std::cout << "  " << finding.requirement->zh << '\n';
        continue;
      }
      std::cout << "  " << place.row << ", " << place.column << ": "
                << (place.text.empty() ? "blank" : place.text) << " (" << to_string(finding.cause)
                << ")\n";
    }
    std::cout << "\nverdict: " << to_string(report.verdict) << '\n';
    return 0;
  } catch (const Error& error) {
    std::cerr << path << ": " << error.what() << '\n';
    return 2;
  }
}
