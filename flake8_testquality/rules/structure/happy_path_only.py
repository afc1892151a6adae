"""TQ719."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.error_paths import takes_an_error_path
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MIN_TESTS = Option("min-tests-for-error-path", 5, "tests from which on a module needs one of an error path")


@rule(
    code="TQ719",
    profile="strict",
    message="none of the {count} tests of this file takes an error path: test what happens when it goes wrong",
    options=(MIN_TESTS,),
    bad='''
        def test_total(cart):  # TQ719
            assert cart.total == 42


        def test_tax(cart):
            assert cart.tax == 8


        def test_count(cart):
            assert cart.count == 2


        def test_owner(cart):
            assert cart.owner == "Ann"


        def test_city(cart):
            assert cart.city == "Rome"
    ''',
    good='''
        import pytest


        def test_unknown_product(cart):
            with pytest.raises(KeyError, match="gold"):
                cart.add("gold")
    ''',
)
def happy_path_only(module: Module, _: Module) -> Iterator[Finding]:
    """Errors are handled by code that nothing tests, until they happen.

    Allowed: a class inside a module that tests an error elsewhere. An error path is a raises (of a helper, or in the
    data of cases, too), a 4xx or 5xx status, a name that speaks of failure, or a stand-in that raises; a class takes
    those of the tests that it inherits.
    """
    count = len(module.tests)
    if count >= module.option(MIN_TESTS) and not takes_an_error_path(module):
        yield Finding(module, count=count)
