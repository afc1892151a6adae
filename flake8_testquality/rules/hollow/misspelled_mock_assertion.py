"""TQ213."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.misspelled import misspelled_assertions, speaks_of_mocks, spelling_edits
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ213",
    profile="core",
    helpers=True,
    message="a mock has no assertion `{word}`, so nothing is checked: write `{meant}(...)`",
    needs=speaks_of_mocks,
    peers=("PGH005", "FG C13"),
    fix="unsafe",
    bad="""
        from unittest.mock import Mock


        def test_receipt(cart):
            mailer = Mock()
            cart.pay(mailer)
            mailer.send.called_once_with("Thank you")  # TQ213
    """,
    good="""
        from unittest.mock import Mock


        def test_receipt(cart):
            mailer = Mock()
            assert cart.pay(mailer) == 6
            mailer.send.assert_called_once_with("Thank you")
    """,
)
def misspelled_mock_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """A mock answers to every name: a misspelled assertion is one more mock, which is true, or an AttributeError.

    Allowed: receivers that are no mocks for certain; words under which the file puts something of its own; the objects
    of requests_mock, responses, respx and their like.
    """
    for statement, attribute, meant in misspelled_assertions(test):
        edits = spelling_edits(module, statement, attribute, meant)
        yield Finding(statement, edits=edits, word=attribute.attr, meant=meant)
