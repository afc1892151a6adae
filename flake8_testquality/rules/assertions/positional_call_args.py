"""TQ318."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_use import positional_reads
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ318",
    profile="strict",
    message="`{text}` counts on the layout of the call: use .args or .kwargs, or assert_called_with",
    bad='''
        from unittest import mock

        from billing import notify


        def test_customer_is_told():
            send = mock.Mock()
            notify("ada", send)
            assert send.call_args[0][1] == "paid"  # TQ318
    ''',
    good='''
        from unittest import mock

        from billing import notify


        def test_customer_is_told():
            send = mock.Mock()
            notify("ada", send)
            send.assert_called_once_with("ada", "paid")
    ''',
)
def positional_call_args(module: Module, _: Module) -> Iterator[Finding]:
    """`[0]` and `[1]` of a recorded call hide which are the arguments and which the keywords.

    Allowed: `.args` and `.kwargs`, unpacking `args, kwargs = mock.call_args`.
    """
    for part in positional_reads(module):
        yield Finding(part, text=module.text(part))
