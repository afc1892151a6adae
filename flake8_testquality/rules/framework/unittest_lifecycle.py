"""TQ853."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_calls import is_configured
from flake8_testquality.model.convertible import needless_hooks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ853",
    profile="strict",
    message="`{name}` in a project that is configured for pytest: make it a {kind}",
    project={"pytest.ini": "[pytest]\n"},
    bad='''
        import unittest

        from shop import Cart


        class CartTest(unittest.TestCase):
            def setUp(self):  # TQ853
                self.cart = Cart()

            def test_new_cart_is_empty(self):
                assert self.cart.total == 0
    ''',
    good='''
        import pytest

        from shop import Cart


        @pytest.fixture
        def cart():
            return Cart()


        def test_new_cart_is_empty(cart):
            assert cart.total == 0
    ''',
)
def unittest_lifecycle(module: Module, _: Module) -> Iterator[Finding]:
    """A fixture is asked for by the tests that need it, and says by its name what it gives.

    Allowed: Django's setUpTestData, bases, hooks that extend what a base does.
    """
    if is_configured(module):
        for item in module.classes:
            if item.is_case:
                for method in needless_hooks(item):
                    kind = "class-scoped fixture" if method.name.endswith("Class") else "fixture"
                    yield Finding(method, name=method.name, kind=kind)
