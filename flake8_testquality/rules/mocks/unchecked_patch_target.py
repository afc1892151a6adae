"""TQ418."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.patches import is_unchecked
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.patches import Patch


@rule(
    code="TQ418",
    profile="strict",
    message="with {option} a renamed target goes unnoticed, and the test checks a name that nobody reads: drop it",
    bad='''
        from unittest.mock import patch

        from shop import checkout


        def test_receipt_is_sent():
            with patch("shop.send_receipt", create=True) as send:  # TQ418
                checkout()
            send.assert_called_once_with()
    ''',
    good='''
        from unittest.mock import patch

        from shop import checkout


        def test_receipt_is_sent():
            with patch("shop.send_receipt") as send:
                checkout()
            send.assert_called_once_with()
    ''',
)
def unchecked_patch_target(patch: Patch, module: Module) -> Iterator[Finding]:
    """A patch that may create its target keeps passing after the target was renamed or removed.

    Allowed: create=False, raising=True.
    """
    option = is_unchecked(patch)
    if option is not None:
        yield Finding(patch, option=option)
