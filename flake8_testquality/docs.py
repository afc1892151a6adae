"""Rule -> its page, its row in the README's table, its text in the terminal.

`python -m flake8_testquality.docs` writes docs/rules/*.md and the README's table in the current folder;
with `--check` it only says what is out of date.
"""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Option, Rule

START, END = "<!-- rules:start -->", "<!-- rules:end -->"
FIXES = {
    "safe": "Always available: the rewrite keeps meaning and comments.",
    "unsafe": "Available on request: look at it before you keep it.",
}
FAMILIES = {
    "meta": "The linter itself",
    "collection": "Collection: the runner never runs it",
    "hollow": "Hollow: it runs and cannot fail",
    "assertions": "Assertions: weak or misleading",
    "mocks": "Mocks",
    "flakiness": "Flakiness: green depends on luck, time, order or the machine",
    "isolation": "Isolation: what one test does reaches another",
    "structure": "Structure: logic, size, names, data",
    "framework": "Framework: fixtures, parametrize, marks, migration, Django, hypothesis",
}


def example(text: str) -> str:
    """An example as it stands in a file: dedented, without blank lines around it."""
    return textwrap.dedent(text).strip("\n")


def summary(rule: Rule) -> str:
    """The first line of a rule's documentation: why it exists."""
    return textwrap.dedent(rule.doc).strip().split("\n")[0]


def default_text(option: Option) -> str:
    """An option's default as it is written in a configuration file."""
    value = option.default
    return ",".join(value) if isinstance(value, tuple) else str(value)


def page(rule: Rule) -> str:
    """The Markdown page of a rule."""
    first, _, rest = rule.doc.strip().partition("\n")
    parts = [f"# {rule.code} {rule.name}", "", first.strip(), "", *facts(rule), ""]
    if rest.strip():
        parts += [textwrap.dedent(rest).strip(), ""]
    parts += ["## Message", "", f"> {rule.message}", ""]
    for title, examples in (("Reported", rule.bad), ("Fine", rule.good)):
        if examples:
            parts += [f"## {title}", ""]
            for text in examples:
                parts += ["```python", example(text), "```", ""]
    if rule.options:
        parts += ["## Options", "", "| option | default | meaning |", "| --- | --- | --- |"]
        parts += [
            f"| `{o.key}` | `{default_text(o)}` | {o.help} |" if default_text(o) else f"| `{o.key}` | | {o.help} |"
            for o in rule.options
        ]
        parts.append("")
    return "\n".join(parts).rstrip("\n") + "\n"


def facts(rule: Rule) -> list[str]:
    """The lines about profile, fix and peers that head a rule's page."""
    lines = [f"- Profile: `{rule.profile}`"]
    if rule.fix:
        lines.append(f"- Fix: {rule.fix}. {FIXES[rule.fix]}")
    if rule.peers:
        lines.append(f"- Overlaps with: {', '.join(f'`{peer}`' for peer in rule.peers)}")
    return lines


def table(rules: Iterable[Rule]) -> str:
    """The README's tables: a row a rule, by family."""
    lines: list[str] = []
    for family, title in FAMILIES.items():
        members = [rule for rule in rules if rule.family == family]
        if not members:
            continue
        lines += ["", f"### {title}", "", "| code | name | profile | fix | why |", "| --- | --- | --- | --- | --- |"]
        for rule in members:
            link = f"[{rule.code}]({rule.url})"
            lines.append(f"| {link} | {rule.name} | {rule.profile} | {rule.fix or ''} | {summary(rule)} |")
    return "\n".join(lines).strip("\n")


def generated(root: Path) -> dict[Path, str]:
    """Every generated file below a checkout's root, with the text that it should have."""
    rules = all_rules()
    files = {root / "docs" / "rules" / f"{rule.code}.md": page(rule) for rule in rules}
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    files[readme] = f"{before}{START}\n{table(rules)}\n{END}{after}"
    files[root / "flake8_testquality" / "knobs.py"] = knobs(rules)
    return files


def knobs(rules: Iterable[Rule]) -> str:
    """The module that holds the rules' options, so that flake8 can register them without importing the rules."""
    options = {option.key: option for rule in rules for option in rule.options}
    lines = [
        '"""The options that rules declare. Generated from the rules by `python -m flake8_testquality.docs`."""',
        "",
        "from flake8_testquality.rule import Option",
        "",
        "KNOBS: tuple[Option, ...] = (",
    ]
    for key in sorted(options):
        option = options[key]
        default = option.default
        if isinstance(default, tuple) and not default:
            lines += [
                "    Option(",
                f"        {quoted(option.name)},",
                "        (),",
                f"        {quoted(option.help)},",
                "    ),",
            ]
        elif isinstance(default, tuple):
            lines += ["    Option(", f"        {quoted(option.name)},", "        ("]
            lines += [f"            {quoted(word)}," for word in default]
            lines += ["        ),", f"        {quoted(option.help)},", "    ),"]
        else:
            value = quoted(default) if isinstance(default, str) else str(default)
            lines += [
                "    Option(",
                f"        {quoted(option.name)},",
                f"        {value},",
                f"        {quoted(option.help)},",
                "    ),",
            ]
    return "\n".join([*lines, ")"]) + "\n"


def quoted(text: str) -> str:
    """A text as a Python literal in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def outdated(root: Path) -> list[Path]:
    """The generated files that are missing or differ from what the rules say, and pages of rules that are gone."""
    wanted = generated(root)
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    return stale + sorted(set((root / "docs" / "rules").glob("*.md")) - set(wanted))


def main(arguments: list[str] | None = None) -> int:
    """Write the generated files, or with --check name those that are out of date (exit code 1)."""
    parser = argparse.ArgumentParser(prog="python -m flake8_testquality.docs", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a file is out of date")
    check = parser.parse_args(arguments).check
    root = Path.cwd()
    if not (root / "README.md").is_file():
        print(f"{root}: no README.md here; run this at the top of a checkout", file=sys.stderr)
        return 2
    stale = outdated(root)
    if check:
        for path in stale:
            print(f"{path.relative_to(root)}: out of date; run python -m flake8_testquality.docs", file=sys.stderr)
        return 1 if stale else 0
    wanted = generated(root)
    for path in stale:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
