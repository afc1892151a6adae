"""TQ850."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_calls import PLAIN, case_calls, is_configured
from flake8_testquality.model.migration import rewritten_assertion
from flake8_testquality.model.peer_settings import leaves_out
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ850",
    profile="recommended",
    message="`{name}` in a project that is configured for pytest: a plain assert shows the values",
    peers=("PT009",),
    fix="unsafe",
    project={"pytest.ini": "[pytest]\n"},
    bad='''
        import unittest

        from shop import tax


        class TaxTest(unittest.TestCase):
            def test_tax(self):
                self.assertEqual(tax(10), 2)  # TQ850
    ''',
    good='''
        from shop import tax


        def test_tax():
            assert tax(10) == 2
    ''',
)
def unittest_assertion(module: Module, _: Module) -> Iterator[Finding]:
    """pytest rewrites `assert`, so that a failure shows every value in it without a method for each relation.

    Allowed: no pytest configuration in sight; assertions of frameworks and those without an equal (assertCountEqual);
    a project whose ruff settings leave out PT009, for all files or for this one.
    """
    if is_configured(module):
        calls = [call for call in module.fact(case_calls) if call.name in PLAIN]
        for call in calls if calls and not leaves_out(module, "PT009") else ():
            yield Finding(call.node, edits=rewritten_assertion(module, call), name=call.name)
