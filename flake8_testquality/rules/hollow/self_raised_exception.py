"""TQ221."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.hollow import has_a_subject
from flake8_testquality.model.self_raised import catches_itself, raises_itself
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ221",
    profile="core",
    helpers=True,
    words=("raise", "Raises"),
    message="the test raises `{error}` itself, so expecting it proves nothing: let the code under test raise it",
    bad='''
        import pytest

        from shop import SoldOut


        def test_sold_out():
            with pytest.raises(SoldOut):  # TQ221
                raise SoldOut("apple")


        def test_error_message():
            try:  # TQ221
                raise ValueError("boom")
            except ValueError as error:
                assert str(error) == "boom"
    ''',
    good='''
        import pytest

        from shop import SoldOut, checkout


        def test_sold_out():
            with pytest.raises(SoldOut, match="apple"):
                checkout(["apple"], stock={})
    ''',
)
def self_raised_exception(test: Test, module: Module) -> Iterator[Finding]:
    """A `raise` always raises: the test would pass without any code to test.

    Allowed: context managers, decorators and handlers under test around the raise; tests of exception classes that
    inspect the value (match, str, attributes) or their hierarchy (`raises(Base)` around `raise Derived()`),
    or that hand the constructor something to act on; handlers that call code, which may read what is being handled.
    """
    if not module.fact(has_a_subject):
        return
    for assertion in test.assertions:
        error = raises_itself(assertion)
        if error is not None:
            yield Finding(assertion, error=module.text(error, 30))
    for node in test.scope.statements.get(ast.Try, ()):
        if catches_itself(test, node):
            raised = node.body[-1]
            error = raised.exc if isinstance(raised, ast.Raise) else None
            yield Finding(node, error=module.text(error or raised, 30))
