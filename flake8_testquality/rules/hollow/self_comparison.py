"""TQ204."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.same_values import RELATIONS, compares_same_value
from flake8_testquality.model.specimens import is_specimen
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ204",
    profile="core",
    helpers=True,
    relations=(*RELATIONS, "and"),
    message="`{first}` and `{second}` are one value, so this cannot fail: compare with what is expected",
    peers=("PLR0124", "FG C7"),
    bad='''
        def test_total(cart):
            assert cart.total == cart.total  # TQ204


        def test_owner(cart):
            owner = cart.owner
            other = owner
            assert other.name == owner.name  # TQ204
    ''',
    good='''
        def test_total(cart):
            assert cart.total == 42
    ''',
)
def self_comparison(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """Both sides are read from the same place, so they agree whatever the code does.

    Allowed: sides that contain a call, since two calls may give two answers; two reads of one attribute at different
    times or of a property; tests about equality, hashing or nan themselves, or of every built-in operation, and those
    beside which the same class holds such a thing to be unequal; attributes in a test that is about caching or
    determinism, or that holds the same attribute of two things to be unequal; names of the file where the test tells
    somebody of the file, or where one of its functions rebinds them; operators and orders of an object that the test
    makes, and what it also holds equal to the answer of its own method; the checking methods of an object that the test
    makes from the code, or that it also has fail.
    """
    claim = next((item for item in assertion.claims if compares_same_value(item)), None)
    if claim is not None and not is_specimen(assertion):
        first, second = (module.text(operand, 25) for operand in claim.operands)
        yield Finding(assertion, first=first, second=second)
