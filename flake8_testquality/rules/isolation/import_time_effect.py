"""TQ615."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.import_effects import effects
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ615",
    profile="recommended",
    message="`{text}` {what} when this module is imported: do it in a fixture or conftest.py",
    bad="""
        import os

        from billing import config

        os.environ["BILLING_REGION"] = "eu"  # TQ615


        def test_region():
            assert config.region() == "eu"
    """,
    good="""
        import pytest

        from billing import config


        @pytest.fixture
        def region(monkeypatch):
            monkeypatch.setenv("BILLING_REGION", "eu")


        def test_region(region):
            assert config.region() == "eu"
    """,
)
def import_time_effect(module: Module, _: Module) -> Iterator[Finding]:
    """Collecting the tests runs it, even when none of them is chosen, and every other module sees what it did.

    Allowed: conftest.py, pytest.importorskip, `if __name__ == "__main__"`.
    """
    for node, what in effects(module):
        yield Finding(node, text=module.text(node, 36), what=what)
