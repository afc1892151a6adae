"""TQ121."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.supplied_arguments import hooks_with_arguments, refused_features
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import TestClass


@rule(
    code="TQ121",
    profile="core",
    message="pytest gives a TestCase method no {feature}: {remedy}",
    bad='''
        import unittest


        class CartTest(unittest.TestCase):
            def test_total(self, cart):  # TQ121
                self.assertEqual(cart.total, 42)
    ''',
    good='''
        import unittest


        class CartTest(unittest.TestCase):
            def test_total(self):
                for name in ("book", "pen"):
                    with self.subTest(name):
                        self.assertEqual(find_cart(name).total, 42)
    ''',
)
def pytest_feature_in_testcase(cls: TestClass, module: Module) -> Iterator[Finding]:
    """unittest calls its methods without arguments, so this one fails before its first line.

    Allowed: arguments from patch, given, ddt, parameterized and any other decorator, bases out of sight, a patch whose
    arguments hide behind stars, a method that the file itself calls.
    """
    if cls.is_case:
        for test in cls.tests:
            for subject, feature, remedy in refused_features(test):
                yield Finding(subject, feature=feature, remedy=remedy)
        for hook, name in hooks_with_arguments(cls):
            yield Finding(hook, feature=f"fixtures (`{name}`)", remedy="use an autouse fixture for it")
