"""The engine: what it keeps of a file."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from flake8_testquality import engine
from flake8_testquality.model.project import project_of
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule
from flake8_testquality.source import Source
from tests.linting import STRICT, write

PLAIN = [rule for rule in all_rules() if rule.bad and not rule.given]


@pytest.mark.parametrize("rule", PLAIN, ids=lambda rule: rule.code)
def test_printed_findings_are_the_same_and_leave_nothing_behind(tmp_path: Path, rule: Rule) -> None:
    write(tmp_path, {**rule.project, rule.filename: rule.bad[0]})
    path = tmp_path / rule.filename
    kept = engine.run(Source.read(path), project_of(str(path)), STRICT, all_rules())
    source = Source.read(path)
    remembered = weakref.ref(source)
    gc.disable()
    try:
        printed = engine.run(source, project_of(str(path)), STRICT, all_rules(), keep=False)
        del source
        assert remembered() is None
    finally:
        gc.enable()
    places = [(report.line, report.column, report.code, report.text) for report in kept]
    assert places
    assert [(report.line, report.column, report.code, report.text) for report in printed] == places
