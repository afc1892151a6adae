"""A rule that narrows what it is shown, by words or by relations, finds no more without that."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import attrs
import pytest

from flake8_testquality import engine
from flake8_testquality.model.module import Module
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule
from flake8_testquality.source import Source
from tests.linting import STRICT

CASES = Path(__file__).parent / "cases"
# Those that need a project around them are shown by their examples alone.
NARROWED = [rule for rule in all_rules() if (rule.words or rule.relations) and not rule.project]


@cache
def modules() -> tuple[Module, ...]:
    """Every case file that parses, read as a test module of no project."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(CASES.glob("TQ*/*.py")) if path.name != "latin.py")
    return tuple(Module(Source.of_text(text, "test_case.py"), settings=STRICT) for text in texts)


@pytest.mark.parametrize("rule", NARROWED, ids=lambda rule: rule.code)
def test_narrowing_hides_no_finding(rule: Rule) -> None:
    wide = attrs.evolve(rule, words=(), relations=())
    found = [[(r.line, r.text) for r in engine.check(module, (rule,))] for module in modules()]
    assert any(found), f"no case file shows {rule.code}"
    assert found == [[(r.line, r.text) for r in engine.check(module, (wide,))] for module in modules()]
