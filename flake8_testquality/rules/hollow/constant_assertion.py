"""TQ203."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.certainties import constant_claim
from flake8_testquality.model.equality import is_about_equality, names_equality
from flake8_testquality.model.second_values import second_value
from flake8_testquality.model.specimens import is_specimen
from flake8_testquality.model.ways import marks_way
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_DENIALS = frozenset({"assertFalse", "failIf"})


@rule(
    code="TQ203",
    profile="core",
    helpers=True,
    message="`{part}` is always {truth}, so this assertion cannot fail: compare it with what the code gives",
    peers=("F631", "PLW0129", "FG C5", "QG useless_assertion"),
    bad='''
        def test_repr(cart):
            assert "Cart", repr(cart)  # TQ203


        def test_status(cart):
            assert cart.status == "open" or "new"  # TQ203


        def test_total(cart):
            assert (cart.total, 42)  # TQ203
    ''',
    good='''
        def test_repr(cart):
            assert "Cart" in repr(cart)


        def test_status(cart):
            assert cart.status in ("open", "new")
    ''',
)
def constant_assertion(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """What is always true says nothing: a constant, a non-empty literal or tuple, or the stray operand of an `or`.

    Allowed: `assert False` and the like, which fail on purpose; `typing.assert_type`; `assert True` where every other
    way fails; constants compared in a test of equality; a function of one assertion that is handed to the code; the
    checking methods of an object that the test makes from the code; a method that the test also has fail.
    """
    part = constant_claim(assertion)
    if part is None or second_value(assertion) is not None or marks_way(assertion, part) or is_specimen(assertion):
        return
    if assertion.relation in ("==", "!=") and names_equality(assertion.test):
        return
    equated = part.left if isinstance(part, ast.Compare) and isinstance(part.ops[0], ast.Eq) else None
    if equated is None or not is_about_equality(assertion.test, equated):
        truth = "false" if assertion.name in _DENIALS else "true"
        yield Finding(assertion, part=_claim(assertion, part, module), truth=truth)


def _claim(assertion: Assertion, part: ast.expr, module: Module) -> str:
    """The words of what is certain: the part itself, or the comparison that a method makes of it."""
    relation = assertion.relation
    if assertion.kind != "unittest" or part is not assertion.operands[0] or relation in ("true", "false"):
        return module.text(part, 30)
    if relation in ("is none", "is not none"):
        return f"{module.text(part, 18)} {relation[:-4]}None"
    return f"{module.text(part, 12)} {relation} {module.text(assertion.operands[1], 12)}"
