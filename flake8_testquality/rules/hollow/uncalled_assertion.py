"""TQ212."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.forgotten import call_edits, uncalled_assertions
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ212",
    profile="core",
    helpers=True,
    message="`{text}` is named and never run, so it checks nothing: {remedy}",
    peers=("B018", "PGH005", "PT013", "FG C13"),
    fix="unsafe",
    bad="""
        import pytest
        from unittest.mock import Mock


        def test_receipt(cart):
            mailer = Mock()
            cart.pay(mailer)
            mailer.send.assert_called_once  # TQ212


        def test_unknown_code(cart):
            pytest.raises(LookupError)  # TQ212
            cart.redeem("SPRING99")
    """,
    good="""
        import pytest


        def test_unknown_code(cart):
            with pytest.raises(LookupError):
                cart.redeem("SPRING99")
    """,
)
def uncalled_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """A method that is named and not called, or a raises without a block, lets everything pass."""
    for statement, node in uncalled_assertions(test):
        is_block = isinstance(node, ast.Call)
        remedy = "use it in a with statement around the call" if is_block else "call it"
        yield Finding(statement, edits=call_edits(module, statement, node), text=module.text(node), remedy=remedy)
