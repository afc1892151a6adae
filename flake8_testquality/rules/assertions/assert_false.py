"""TQ315."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.excluded import is_excluded
from flake8_testquality.model.failing import BARE, failing_call, is_among_tests, is_expected, is_specimen, is_text
from flake8_testquality.model.material import is_material
from flake8_testquality.model.rewriting import import_edit, parenthesised, replacements
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

UNSAID = '"should not be reached"'


@rule(
    code="TQ315",
    profile="recommended",
    message="`assert {value}` checks nothing, it only means to fail: use {fail} with {reason}",
    peers=("B011", "PT015"),
    fix="safe",
    bad=(
        '''
        import pytest

        from billing import parse


        def test_rows_are_known():
            for row in parse("a;b"):
                if row.kind == "unknown":
                    assert False, f"{row} is unknown"  # TQ315
        ''',
        '''
        import unittest

        from billing import parse


        class ParseTest(unittest.TestCase):
            def test_rows_are_known(self):
                for row in parse("a;b"):
                    if row.kind == "unknown":
                        assert 0  # TQ315
        ''',
    ),
    good='''
        import pytest

        from billing import parse


        def test_rows_are_known():
            rows = parse("a;b")
            assert len(rows) == 2
            if rows[0].kind == "unknown":
                pytest.fail(f"{rows[0]} is unknown")
    ''',
)
def assert_false(statement: ast.Assert, module: Module) -> Iterator[Finding]:
    """A failure written as a false assertion does not say that it is one, and seldom why.

    In a TestCase, or a helper that pytest does not rewrite, `python -O` drops it and the test passes.

    Allowed: any condition that is not a constant, a failure that the test itself expects, catches or quotes, as tests
    of assertions do, an inner function that is nothing else, product code among the tests, and files that the
    configuration keeps from pytest or that no test imports: samples, and what a tool under test is given to read.
    """
    if not _is_false(statement.test):
        return
    scope = module.scope_of(statement)
    if is_expected(module, scope) or is_specimen(module, statement, scope):
        return
    if module.role == "helper" and not _is_run(module):
        return
    name = failing_call(module, statement, scope)
    reason = parenthesised(module, statement.msg) if statement.msg is not None else UNSAID
    if statement.msg is not None and name not in ("self.fail", BARE) and not is_text(statement.msg, module, scope):
        # pytest.fail takes texts only
        reason = f"str({reason})"
    edits = replacements(module, statement, f"{name}({reason})")
    if edits and name == "pytest.fail" and module.resolve(ast.Name(id="pytest"), scope) != "pytest":
        edits = (import_edit(module, "pytest"), *edits)
    said = "a reason" if statement.msg is None else "that reason"
    yield Finding(statement, edits=edits, value=module.text(statement.test), fail=name, reason=said)


def _is_run(module: Module) -> bool:
    if not is_among_tests(module.path) or is_excluded(module.path, module.project):
        return False
    return not is_material(module)


def _is_false(node: ast.expr) -> bool:
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return not node.elts
    if isinstance(node, ast.Dict):
        return not node.keys
    return isinstance(node, ast.Constant) and not node.value
