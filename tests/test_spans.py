"""How long a change is said to last: for the tests behind it, or only past a test that fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_testquality.registry import rule_named
from tests.linting import lint

CHANGES = [
    ("TQ601", 'os.environ["REGION"] = "eu"', 'del os.environ["REGION"]', "if this test fails"),
    ("TQ601", 'os.environ["REGION"] = "eu"', 'os.environ["REGION"] = "us"', "after this test"),
    ("TQ602", 'before = os.getcwd(); os.chdir("in")', "os.chdir(before)", "the tests after a failure"),
    ("TQ602", 'os.chdir("in")', 'os.chdir("out")', "every later test"),
    ("TQ603", "sys.stdout = StringIO()", "sys.stdout = sys.__stdout__", "if this test fails"),
    ("TQ603", "sys.stdout = StringIO()", "sys.stdout = StringIO()", "for every later test"),
    ("TQ606", "kept = settings.TAX; settings.TAX = 1", "settings.TAX = kept", "if this test fails"),
    ("TQ606", "settings.TAX = 1", "settings.TAX = 2", "for every later test"),
    ("TQ612", "logging.disable(50)", "logging.disable(logging.NOTSET)", "if this test fails"),
    ("TQ612", "logging.disable(50)", "logging.disable(40)", "for the whole process"),
]


@pytest.mark.parametrize(("code", "change", "later", "span"), CHANGES)
def test_message_says_how_long_a_change_lasts(code: str, change: str, later: str, span: str, tmp_path: Path) -> None:
    path = tmp_path / "test_orders.py"
    path.write_text(
        "import logging, os, sys\nfrom io import StringIO\nfrom django.conf import settings\nfrom shop import place\n"
        f"\n\ndef test_place():\n    {change}\n    assert place(10) == 'ok'\n    {later}\n"
    )
    rule = rule_named(code)
    assert rule is not None
    texts = [report.text for report in lint(path, [rule])]
    assert len(texts) == 1
    assert span in texts[0]
