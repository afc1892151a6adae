"""TQ604."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.module_globals import rebindings, shared_mutations
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ604",
    profile="recommended",
    message="`{name}` of the module is {what}: give each test its own by a fixture",
    peers=("FG C24",),
    bad=(
        """
        from billing import events

        seen = []


        def test_paid_is_published():
            seen.append(events.publish("paid"))  # TQ604
            assert seen[0].name == "paid"


        def test_nothing_is_published_at_start():
            assert events.pending() == seen
        """,
        """
        from billing import orders

        order = None


        def test_create():
            global order  # TQ604
            order = orders.create()
            assert order.total == 0
        """,
    ),
    good="""
        import pytest

        from billing import events


        @pytest.fixture
        def seen():
            return []


        def test_paid_is_published(seen):
            events.subscribe(seen.append)
            events.publish("paid")
            assert seen == ["paid"]
    """,
)
def global_rebinding(module: Module, _: Module) -> Iterator[Finding]:
    """What one test leaves in a module global decides how the next one ends, so their order matters.

    Allowed: containers that no other test, set-up or fixture reads, or that are emptied or set anew before each test.
    """
    for node, name in rebindings(module):
        yield Finding(node, name=name, what="rebound by this test")
    for node, name, reader in shared_mutations(module):
        yield Finding(node, name=name[:30], what=f"changed here and read by {reader[:30]}")
