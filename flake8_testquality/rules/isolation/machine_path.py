"""TQ608."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.file_paths import is_simulated, path_uses, reaches_mock
from flake8_testquality.regex import regex
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_MACHINE = regex(r"(?:/home/|/Users/|/tmp/|/var/tmp/|/private/tmp/|/root/|[A-Za-z]:[\\/])")
_ABSENT = regex(
    r"no[nt]?[-_ ]?(?:such|exist)|missing|absent|does|invalid|bogus|fake|foo|bar\b|path/to|never", re.I
)


@rule(
    code="TQ608",
    profile="recommended",
    message="`{text}` is a path of one machine: use tmp_path, or a file beside the test",
    peers=("FG C23", "S108"),
    bad="""
        from billing import reports


        def test_report_is_read():
            with open("/home/ana/reports/may.csv") as file:  # TQ608
                assert reports.total(file) == 42
    """,
    good="""
        from billing import reports


        def test_report_is_read(tmp_path):
            path = tmp_path / "may.csv"
            path.write_text("42")
            assert reports.total(path) == 42
    """,
)
def machine_path(module: Module, _: Module) -> Iterator[Finding]:
    """The file is there on one machine only, or is shared by every run on it, so the test passes by where it runs.

    Allowed: paths that are only data (a mock's call is compared with them), paths that do not exist on purpose, a
    replaced file system.
    """
    for use in path_uses(module):
        is_made = use.writes and not use.deletes
        if not _MACHINE.match(use.text) or (_ABSENT.search(use.text) and not is_made):
            continue
        if not is_simulated(module, use) and not reaches_mock(module, use):
            yield Finding(use.call, text=use.text[:50])
