# SPDX-License-Identifier: Apache-2.0
"""budgetcore rules: list, show and check rules."""

from __future__ import annotations

import sys

import click

import budgetcore
from budgetcore import Rule
from budgetcore.cli import options
from budgetcore.cli.complaints import fail, or_fail, say, unknown
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write


@click.group("rules")
def command() -> None:
    """List, show and check the rules of audits."""


@command.command("list")
@options.lang
def list_rules(lang: Lang) -> None:
    """List every rule that is compiled in: id, severity, statement."""
    lines = [
        f"{rule.id}\t{rule.severity.name}\t{_joined_lines(rule.statement)}"
        for rule in _standard_rules()
    ]
    write("".join(line + "\n" for line in lines), None, lang)


@command.command("show")
@click.argument("rule_id", metavar="ID")
@options.lang
def show_rule(rule_id: str, lang: Lang) -> None:
    """Show one rule with its source and its examples."""
    found = {rule.id: rule for rule in _standard_rules()}
    if rule_id not in found:
        fail(unknown("rule.unknown", rule_id, list(found)), lang)
    write(_rule_text(found[rule_id]), None, lang)


@command.command("check")
@click.argument("file")
@options.lang
def check_rules(file: str, lang: Lang) -> None:
    """Check a rule file: its form, its names, and that its examples come out as they say."""
    pack = or_fail(budgetcore.load_rules, lang, file)
    failures = budgetcore.check_examples(pack)
    for failure in failures:
        claim = "holds" if failure.expected_to_hold else "breaks"
        say(
            f"{failure.example.place}: {failure.rule}: {claim} {failure.example.text}"
            f" → {failure.status.name} [rule.example]"
        )
    if failures:
        sys.exit(2)
    count = len(pack.rules)
    zh, en = "条规则，示例全部符合", "rules, every example comes out as it says"
    text = f"{pack.name}：{count} {zh}\n" if lang == "zh" else f"{pack.name}: {count} {en}\n"
    write(text, None, lang)


def _joined_lines(text: str) -> str:
    return " ".join(text.split())


def _standard_rules() -> list[Rule]:
    return [rule for pack in budgetcore.standard_packs() for rule in pack.rules]


def _rule_text(rule: Rule) -> str:
    lines = [f"rule {rule.id}", f"  source    {rule.source}", f"  severity  {rule.severity.name}"]
    if rule.document is not None:
        lines.append(f"  document  {rule.document.name}")
    years = [str(year) if year else "" for year in (rule.first_year, rule.last_year)]
    optional = {
        "level": rule.level,
        "province": rule.province,
        "years": "..".join(years).strip("."),
    }
    lines += [f"  {key:<9} {value}" for key, value in optional.items() if value]
    lines += [f"  when      {_joined_lines(text)}" for text in rule.when]
    lines += [f"  where     {_joined_lines(text)}" for text in rule.where]
    lines.append(f"  {_joined_lines(rule.statement)}")
    for key, examples in (("holds", rule.holds), ("breaks", rule.breaks)):
        for example in examples:
            comment = f"  # {example.comment}" if example.comment else ""
            lines.append(f"  {key:<9} {example.text}{comment}")
    return "\n".join(lines) + "\n"
