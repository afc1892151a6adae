"""Case files: `tests/cases/TQnnn/*.py`, or a folder there as a project, with `# TQnnn` beside each line to be reported.

Only the rule of the folder's name is asked. A first line `# path: tests/unit/test_x.py` says where the file stands.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from flake8_testquality.registry import rule_named
from tests.linting import expected, lint, reported

ROOT = Path(__file__).parent / "cases"
CASES = sorted(path for path in ROOT.glob("TQ[0-9]*/*") if path.name != "__pycache__")
IN_PLACE = re.compile(r"# path: (\S+)")


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case_is_reported_on_exactly_its_marked_lines(case: Path, tmp_path: Path) -> None:
    rule = rule_named(case.parent.name)
    assert rule is not None, f"no rule {case.parent.name}"
    if case.is_dir():
        shutil.copytree(case, tmp_path / "project", ignore=shutil.ignore_patterns("__pycache__"))
        files = sorted((tmp_path / "project").rglob("*.py"))
    else:
        text = case.read_bytes()
        named = IN_PLACE.match(text.decode(errors="replace"))
        files = [tmp_path / (named[1] if named else "test_case.py")]
        files[0].parent.mkdir(parents=True, exist_ok=True)
        files[0].write_bytes(text)
    wanted = {str(path): expected(path.read_text(encoding="utf-8"), rule.code) for path in files}
    assert {str(path): reported(lint(path, [rule])) for path in files} == wanted
