"""TQ607."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.replacements import is_put_back_later, is_replacement
from flake8_testquality.model.restoring import unrestored
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ607",
    profile="core",
    message="`{text}` stays replaced {span}: use patch or monkeypatch.setattr, which put it back",
    bad="""
        from unittest.mock import Mock

        from billing import orders, service


        def test_order_charges_the_customer():
            service.charge = Mock(return_value="paid")  # TQ607
            assert orders.place(10) == "paid"
    """,
    good="""
        from unittest.mock import patch

        from billing import orders, service


        def test_order_charges_the_customer():
            with patch.object(service, "charge", return_value="paid", autospec=True):
                assert orders.place(10) == "paid"
    """,
)
def unrestored_replacement(module: Module, _: Module) -> Iterator[Finding]:
    """A module or class is shared by all tests, so the later ones run against the stand-in instead of the code.

    Allowed: a restore in `finally`, in teardown or by addCleanup, objects that the test made, settings of test doubles,
    state that the code under test is seen to reset.
    """
    for change, _stage in unrestored(module, ["attribute"], wanted=is_replacement):
        span = "when the test fails" if is_put_back_later(module, change) else "for every later test"
        yield Finding(change.node, text=module.text(change.node), span=span)
