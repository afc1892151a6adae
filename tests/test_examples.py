"""Each rule's own examples: the bad ones fire on exactly their marked lines, the good ones please every rule."""

from __future__ import annotations

import textwrap
from pathlib import Path

import attrs
import pytest

from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule
from flake8_testquality.settings import DEFAULTS
from tests.linting import STRICT, expected, lint, reported, write

BAD = [pytest.param(rule, text, id=f"{rule.code}-{n}") for rule in all_rules() for n, text in enumerate(rule.bad)]
GOOD = [pytest.param(rule, text, id=f"{rule.code}-{n}") for rule in all_rules() for n, text in enumerate(rule.good)]


def place(folder: Path, rule: Rule, text: str) -> Path:
    write(folder, {**rule.project, rule.filename: text})
    return folder / rule.filename


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_bad_example_fires_on_its_marked_lines(rule: Rule, text: str, tmp_path: Path) -> None:
    path = place(tmp_path, rule, text)
    wanted = expected(path.read_text(encoding="utf-8"), rule.code)
    assert wanted
    assert reported(lint(path, [rule], attrs.evolve(STRICT, values=rule.given))) == wanted


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_message_names_fact_and_remedy_in_one_short_line(rule: Rule, text: str, tmp_path: Path) -> None:
    words = [
        report.text for report in lint(place(tmp_path, rule, text), [rule], attrs.evolve(STRICT, values=rule.given))
    ]
    assert [
        word for word in words if len(word) >= 120 or "\n" in word or ("{" in rule.message and word == rule.message)
    ] == []


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_good_example_pleases_every_rule_of_the_default_profile(rule: Rule, text: str, tmp_path: Path) -> None:
    path = place(tmp_path, rule, text)
    ours = [report.code for report in lint(path, [rule], STRICT)]
    assert [*ours, *(f"{r.code} {r.text}" for r in lint(path, settings=DEFAULTS))] == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_rule_says_why_and_shows_both_sides(rule: Rule) -> None:
    first = textwrap.dedent(rule.doc).strip().split("\n")[0]
    assert first.endswith(".")
    assert rule.code == "TQ000" or (rule.bad and rule.good)
