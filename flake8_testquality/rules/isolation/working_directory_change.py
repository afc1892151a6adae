"""TQ602."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.plain_restores import is_put_back_later
from flake8_testquality.model.restoring import RUNNING, unrestored
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ602",
    profile="recommended",
    message="`{text}` leaves {whom} in another directory: use monkeypatch.chdir or contextlib.chdir",
    bad="""
        import os

        from billing import export


        def test_export_writes_beside_the_caller(tmp_path):
            os.chdir(tmp_path)  # TQ602
            assert export.run() == tmp_path / "export.csv"
    """,
    good="""
        from billing import export


        def test_export_writes_beside_the_caller(tmp_path, monkeypatch):
            monkeypatch.chdir(tmp_path)
            assert export.run() == tmp_path / "export.csv"
    """,
)
def working_directory_change(module: Module, _: Module) -> Iterator[Finding]:
    """Relative paths of every later test are looked up in the new directory, which may be gone by then.

    Allowed: monkeypatch.chdir, contextlib.chdir, a return in `finally`, in teardown or by addCleanup.
    """
    stages = (*RUNNING, "import") if module.role == "test" else RUNNING
    for change, stage in unrestored(module, ["directory"], stages):
        ends = is_put_back_later(module, change, stage)
        whom = "the tests after a failure" if ends else "every later test"
        yield Finding(change.node, text=module.text(change.node), whom=whom)
