"""TQ413."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.patch_lambdas import as_return_value, ignored_arguments
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.patches import Patch


@rule(
    code="TQ413",
    profile="strict",
    message="a lambda that ignores its arguments neither checks nor records a call: write return_value={value}",
    peers=("PT008",),
    fix="safe",
    bad='''
        from unittest.mock import patch

        from shop import checkout


        def test_checkout():
            with patch("shop.tax_rate", lambda *_: 7):  # TQ413
                assert checkout(100) == 107
    ''',
    good='''
        from unittest.mock import patch

        from shop import checkout


        def test_checkout():
            with patch("shop.tax_rate", return_value=7):
                assert checkout(100) == 107
    ''',
)
def patch_by_lambda(patch: Patch, module: Module) -> Iterator[Finding]:
    """A lambda with a fixed answer is a mock without a record of its calls.

    Allowed: monkeypatch.setattr, lambdas that read their arguments.
    """
    value = ignored_arguments(patch)
    if value is not None:
        yield Finding(patch, edits=as_return_value(patch, value), value=module.text(value, 24))
