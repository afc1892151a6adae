"""TQ223."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.existence import is_existence_only
from flake8_testquality.model.hollow import is_subjectless
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ223",
    profile="recommended",
    message="`{name}` only checks that something exists: use it and check what it does",
    bad='''
        def test_service_module_is_there():  # TQ223
            from billing import service

            assert service is not None
    ''',
    good='''
        from billing import service


        def test_charge_returns_receipt():
            assert service.charge(10).amount == 10
    ''',
)
def existence_only_test(test: Test, module: Module) -> Iterator[Finding]:
    """An import that is missing fails every other test too; that a name exists says nothing about what it does.

    Allowed: tests that go through lists of names: the public API (`__all__`), pkgutil, plugins and entry points,
    parametrize.
    """
    if is_existence_only(test) and not is_subjectless(test):
        yield Finding(test, name=test.name[:50])
