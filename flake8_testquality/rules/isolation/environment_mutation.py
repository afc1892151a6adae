"""TQ601."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.plain_restores import is_put_back_later
from flake8_testquality.model.restoring import unrestored
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ601",
    profile="recommended",
    message="`{text}` stays in the environment {span}: use monkeypatch.setenv or patch.dict",
    peers=("FG C29", "QG global_state_mutation"),
    bad="""
        import os

        from billing import config


        def test_region_comes_from_the_environment():
            os.environ["BILLING_REGION"] = "eu"  # TQ601
            assert config.region() == "eu"
    """,
    good="""
        from billing import config


        def test_region_comes_from_the_environment(monkeypatch):
            monkeypatch.setenv("BILLING_REGION", "eu")
            assert config.region() == "eu"
    """,
)
def environment_mutation(module: Module, _: Module) -> Iterator[Finding]:
    """The environment belongs to the process, so every later test sees the variable too and may pass or fail by it.

    Allowed: monkeypatch, patch.dict, a restore in `finally`, in fixture teardown, in tearDown or by addCleanup.
    """
    for change, stage in unrestored(module, ["environment"]):
        span = "if this test fails" if is_put_back_later(module, change, stage) else f"after this {stage.part}"
        yield Finding(change.node, text=module.text(change.node), span=span)
