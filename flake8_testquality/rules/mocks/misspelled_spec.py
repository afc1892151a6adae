"""TQ407."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_keywords import misspelled_keywords, renaming
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ407",
    profile="core",
    message="`{given}` is no keyword of {maker}, so it specs or configures nothing: `{meant}` is",
    fix="safe",
    bad='''
        from unittest.mock import Mock, patch

        from shop import Gateway, checkout


        @patch("shop.mailer", auto_spec=True)  # TQ407
        def test_receipt_is_sent(mailer):
            gateway = Mock(spec=Gateway, return_values=3)  # TQ407
            checkout(gateway)
            mailer.send.assert_called_once_with("receipt")
    ''',
    good='''
        from unittest.mock import Mock, patch

        from shop import Gateway, checkout


        @patch("shop.mailer", autospec=True)
        def test_receipt_is_sent(mailer):
            gateway = Mock(spec=Gateway, return_value=3)
            checkout(gateway)
            mailer.send.assert_called_once_with("receipt")
    ''',
)
def misspelled_spec(module: Module, _: Module) -> Iterator[Finding]:
    """An unknown keyword becomes an attribute of the mock, so the spec or the answer that was meant is not there.

    Allowed: words that the file also reads as an attribute, and unsafe=True.
    """
    for call, word, meant in misspelled_keywords(module):
        edits = renaming(module, call, word, meant)
        yield Finding(word, edits=edits, given=word.arg, meant=meant, maker=module.text(call.func, 30))
