"""TQ610."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.file_paths import is_simulated, path_uses
from flake8_testquality.model.folders import is_elsewhere
from flake8_testquality.regex import regex
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_ELSEWHERE = regex(r"[/\\~$]|[A-Za-z]:|\w+://")


@rule(
    code="TQ610",
    profile="strict",
    message="`{text}` is written where the tests happen to run: write below tmp_path",
    bad="""
        from billing import reports


        def test_report_is_read():
            with open("may.csv", "w") as file:  # TQ610
                file.write("42")
            assert reports.total("may.csv") == 42
    """,
    good="""
        from billing import reports


        def test_report_is_read(tmp_path):
            path = tmp_path / "may.csv"
            path.write_text("42")
            assert reports.total(path) == 42
    """,
)
def source_tree_write(module: Module, _: Module) -> Iterator[Finding]:
    """A relative path lands in the source tree or wherever the runner stands, and stays there for the next run.

    Allowed: after monkeypatch.chdir(tmp_path), contextlib.chdir or another change of directory; a replaced file system.
    """
    for use in path_uses(module):
        lasting = use.writes and not use.deletes and not _ELSEWHERE.match(use.text)
        if lasting and not is_elsewhere(use) and not is_simulated(module, use):
            yield Finding(use.call, text=use.text[:50])
