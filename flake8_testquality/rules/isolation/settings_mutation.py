"""TQ606."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.plain_restores import is_put_back_later
from flake8_testquality.model.restoring import RUNNING, unrestored
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ606",
    profile="recommended",
    message="`{text}` changes shared settings {span}: use {remedy}",
    peers=("QG global_state_mutation",),
    bad="""
        from django.conf import settings

        from billing import invoices


        def test_invoices_carry_the_tax():
            settings.TAX_RATE = 19  # TQ606
            assert invoices.total(100) == 119
    """,
    good="""
        from billing import invoices


        def test_invoices_carry_the_tax(settings):
            settings.TAX_RATE = 19
            assert invoices.total(100) == 119
    """,
)
def settings_mutation(module: Module, _: Module) -> Iterator[Finding]:
    """Settings are one object for the whole process, so a later test runs under the values of this one.

    Allowed: pytest-django's `settings` fixture, override_settings, monkeypatch, an app that the test or its fixture
    builds, a restore in `finally` or teardown.
    """
    stages = (*RUNNING, "import") if module.role == "test" else RUNNING
    for change, stage in unrestored(module, ["settings"], stages):
        is_django = change.thing.startswith("django.")
        remedy = "override_settings or the settings fixture" if is_django else "monkeypatch or patch"
        ends = is_put_back_later(module, change, stage)
        span = "for good if this test fails" if ends else "for every later test"
        yield Finding(change.node, text=module.text(change.node, 30), span=span, remedy=remedy)
