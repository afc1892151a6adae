"""TQ603."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.plain_restores import is_put_back_later
from flake8_testquality.model.restoring import RUNNING, unrestored
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ603",
    profile="recommended",
    message="`{text}` {does} {span}: use monkeypatch or patch, which put it back",
    bad="""
        import sys

        from billing import plugins


        def test_plugins_are_found_on_the_path(tmp_path):
            sys.path.insert(0, str(tmp_path))  # TQ603
            assert plugins.discover() == ["vat"]
    """,
    good="""
        from billing import plugins


        def test_plugins_are_found_on_the_path(tmp_path, monkeypatch):
            monkeypatch.syspath_prepend(tmp_path)
            assert plugins.discover() == ["vat"]
    """,
)
def import_state_mutation(module: Module, _: Module) -> Iterator[Finding]:
    """What later tests import, read as arguments or print to is no longer what they expect.

    Allowed: monkeypatch, patch, a restore in `finally`, in teardown or by addCleanup; the set-up of a conftest.py;
    sys.path at the top of a test module, which is an import-time effect.
    """
    stages = (*RUNNING, "import") if module.role == "test" else RUNNING
    for change, stage in unrestored(module, ["import state"], stages):
        if stage.part != "import" or change.thing != "sys.path":
            does = _effect(change.node, change.thing, module)
            ends = is_put_back_later(module, change, stage)
            span = "for good if this test fails" if ends else "for every later test"
            yield Finding(change.node, text=module.text(change.node, 36), does=does, span=span)


def _effect(node: ast.AST, thing: str, module: Module) -> str:
    """What is said of the code that makes a change: a target is changed, a call changes what it names or stands for."""
    if thing not in module.text(node, 400):
        return f"changes `{thing}`"
    return "changes it" if isinstance(node, ast.Call) else "is changed"
