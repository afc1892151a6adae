"""TQ851."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_calls import RAISING, case_calls, is_configured
from flake8_testquality.model.migration_raises import rewritten_raises
from flake8_testquality.model.peer_settings import leaves_out
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ851",
    profile="recommended",
    message="`{name}` in a project that is configured for pytest: write `with {better}(...)`",
    peers=("PT027",),
    fix="unsafe",
    project={"pytest.ini": "[pytest]\n"},
    bad='''
        import unittest

        from shop import tax


        class TaxTest(unittest.TestCase):
            def test_negative_amount_is_refused(self):
                with self.assertRaisesRegex(ValueError, "negative"):  # TQ851
                    tax(-1)
    ''',
    good='''
        import pytest

        from shop import tax


        def test_negative_amount_is_refused():
            with pytest.raises(ValueError, match="negative"):
                tax(-1)
    ''',
)
def unittest_raises(module: Module, _: Module) -> Iterator[Finding]:
    """pytest's block works in every test, and checks the message in the same line.

    Allowed: no pytest configuration in sight; assertRaises of a framework's own; a project whose ruff settings leave
    out PT027, for all files or for this one.
    """
    if is_configured(module):
        calls = [call for call in module.fact(case_calls) if call.name in RAISING]
        for call in calls if calls and not leaves_out(module, "PT027") else ():
            better = "pytest.warns" if "Warns" in call.name else "pytest.raises"
            yield Finding(call.node, edits=rewritten_raises(module, call), name=call.name, better=better)
