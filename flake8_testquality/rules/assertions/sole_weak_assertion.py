"""TQ301."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.weak_tests import sole_weakness
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ301",
    profile="recommended",
    message="all this test says is that `{text}` is {kind}: compare it with the value that it should have",
    peers=("FG C6", "QG vague_assertion"),
    bad='''
        from billing import create_invoice


        def test_create_invoice():  # TQ301
            invoice = create_invoice(10)
            assert invoice is not None


        def test_invoice_has_a_number():  # TQ301
            assert create_invoice(10).number is not None
    ''',
    good='''
        from billing import create_invoice


        def test_create_invoice():
            invoice = create_invoice(10)
            assert invoice is not None
            assert invoice.total == 10


        def test_invoice_is_open():
            assert create_invoice(10).is_open()
    ''',
)
def sole_weak_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """Nearly any result is truthy, not None or not empty, so hardly a mistake makes the test fail.

    Allowed: predicates (is_, has_, can_, should_ ...), booleans, matches, `.exists()`, response.ok, elements of a page
    found or not, tests that are parametrized over truthy and falsy inputs, files whose docstring says that they are
    samples for a type checker. And tests for which presence is the point: another test of the file claims that the
    same thing is not there, they must only run or keep a bug away, nobody can know the value (a token, a version), the
    test's own callback brings it, it is looked up in a store, it is an option that the test turns on or a class of the
    package that a loop goes through, or the test goes on with it.
    """
    found = sole_weakness(test)
    if found is not None:
        yield Finding(test, text=module.text(found.value), kind=found.kind)
