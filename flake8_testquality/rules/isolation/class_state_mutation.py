"""TQ605."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.class_state import surviving_changes
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ605",
    profile="recommended",
    message="`{attribute}` is changed on the class and outlives this test: set it on self, in setUp or a fixture",
    bad="""
        from billing import orders


        class TestOrders:
            created = []

            def test_create(self):
                self.created.append(orders.create())  # TQ605
                assert self.created[0].total == 0
    """,
    good="""
        from unittest import TestCase

        from billing import orders


        class OrderTests(TestCase):
            def setUp(self):
                self.created = []

            def test_create(self):
                self.created.append(orders.create())
                self.assertEqual(self.created[0].total, 0)
    """,
)
def class_state_mutation(module: Module, _: Module) -> Iterator[Finding]:
    """Each test gets a new instance but the same class, so what is left on the class reaches the tests after it.

    Allowed: setUpClass and tearDownClass, class-scoped fixtures, attributes that setUp builds anew or tearDown resets.
    """
    for node, attribute in surviving_changes(module):
        yield Finding(node, attribute=attribute[:40])
