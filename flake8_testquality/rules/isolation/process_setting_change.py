"""TQ612."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.plain_restores import is_put_back_later
from flake8_testquality.model.restoring import RUNNING, unrestored
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.changes import Change
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.stages import Stage


@rule(
    code="TQ612",
    profile="recommended",
    message="`{text}` stays set {span}: put it back in teardown or by addCleanup",
    bad="""
        import locale

        from billing import money


        def test_amounts_follow_the_locale():
            locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")  # TQ612
            assert money.show(1234.5) == "1.234,50"
    """,
    good="""
        import locale

        import pytest

        from billing import money


        @pytest.fixture
        def german():
            before = locale.setlocale(locale.LC_ALL)
            locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
            yield
            locale.setlocale(locale.LC_ALL, before)


        @pytest.mark.usefixtures("german")
        def test_amounts_follow_the_locale():
            assert money.show(1234.5) == "1.234,50"
    """,
)
def process_setting_change(module: Module, _: Module) -> Iterator[Finding]:
    """Logging, warnings, locale, signals and the like belong to the process: later tests run under what this one set.

    Allowed: a restore in `finally`, in teardown or by addCleanup; the set-up of a conftest.py; warnings filters in
    tests that pytest or trial runs, since both restore them.
    """
    stages = (*RUNNING, "import") if module.role == "test" else RUNNING
    for change, stage in unrestored(module, ["process", "warnings"], stages):
        if change.kind == "process" or _filters_survive(change, stage):
            ends = is_put_back_later(module, change, stage)
            span = "if this test fails" if ends else "for the whole process"
            yield Finding(change.node, text=module.text(change.node, 34), span=span)


def _filters_survive(change: Change, stage: Stage) -> bool:
    if stage.is_broad:
        return True
    if stage.cls is None or not stage.cls.is_case or stage.module.project.uses_pytest:
        return False
    line = stage.cls.lineage
    is_of_trial = line.case_family == "twisted" or any(
        home.dotted_name.startswith("twisted.trial.") for home, _ in line.classes
    )
    return not is_of_trial
