"""TQ111."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.lifecycle import dead_hooks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ111",
    profile="core",
    message="`{name}` {fault}: {remedy}",
    bad=(
        '''
        class TestCart:
            def setup(self):  # TQ111
                self.cart = Cart("book")

            def test_total(self):
                assert self.cart.total == 42
        ''',
        '''
        import unittest


        class CartTest(unittest.TestCase):
            def setUpClass(cls):  # TQ111
                cls.cart = Cart("book")

            def test_total(self):
                self.assertEqual(self.cart.total, 42)
        ''',
    ),
    good='''
        class TestCart:
            def setup_method(self):
                self.cart = Cart("book")

            def test_total(self):
                assert self.cart.total == 42
    ''',
)
def dead_hook(module: Module, _: Module) -> Iterator[Finding]:
    """The runner knows its set-up methods by exact name and kind; any other is never called, or cannot be.

    Allowed: one that is called by name, a fixture, one in a mixin of some TestCase, bases out of sight.
    """
    for node, fault, remedy in dead_hooks(module):
        yield Finding(node, name=node.name, fault=fault, remedy=remedy)
