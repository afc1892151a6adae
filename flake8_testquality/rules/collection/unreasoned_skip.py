"""TQ115."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.skips import skips_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

@rule(
    code="TQ115",
    profile="recommended",
    words=("skip", "Skip"),
    message="`{name}` gives no reason: say why it is skipped, and what would bring it back",
    peers=("FG C32",),
    bad='''
        import pytest


        @pytest.mark.skip  # TQ115
        def test_total(cart):
            assert cart.total == 42
    ''',
    good='''
        import sys

        import pytest


        @pytest.mark.skipif(sys.platform == "win32", reason="the spool uses POSIX locks")
        def test_total(cart):
            assert cart.total == 42
    ''',
)
def unreasoned_skip(module: Module, _: Module) -> Iterator[Finding]:
    """A skip without a reason is never taken back: nobody can tell whether its cause is gone.

    Allowed: skipif with a condition in a string, which pytest shows instead.
    """
    for skip in module.fact(skips_of):
        if skip.kind == "xfail" or skip.is_named or skip.has_reason or skip.is_idle:
            continue
        if not is_string(module, skip.condition):
            yield Finding(skip, name=skip.short_name)


def is_string(module: Module, condition: ast.expr | None) -> bool:
    """Whether a condition is a text, written out or under a name of the file."""
    if isinstance(condition, ast.Name):
        places = module.bindings(module.scope).get(condition.id, [])
        condition = places[0].value if len(places) == 1 else None
    return isinstance(condition, ast.Constant) and isinstance(condition.value, str)
