# SPDX-License-Identifier: Apache-2.0
"""Read a published text, look at its tables, audit it. Run from the root of the project."""

import budgetcore as bc
from budgetcore import Money, Unit

# Amounts are exact: they are read as printed, and a float is refused.
classes = [Money.parse(text, Unit.wan_yuan) for text in ("2,797.94", "317.57", "65.15", "115.63")]
total = sum(classes, Money.of_fen(0))
print("sum of four classes", total)

doc = bc.read("examples/disclosures/yangquan-finance-2024-faulty-tables.txt")
print(doc.organisation, doc.year, "tables:", len(doc.tables))

expenditure = doc["支出总表"]
for row in expenditure.rows[:3]:
    print(row.place.line, row.texts)

report = doc.audit()
print("verdict:", report.verdict.name)
for finding in report.findings:
    if finding.severity.name == "error":
        place = finding.places[0]
        print(f"line {place.place.line}: {place.text or finding.rule} ({finding.cause.name})")
