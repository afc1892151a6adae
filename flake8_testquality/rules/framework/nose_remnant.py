"""TQ855."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.names import imported
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ855",
    profile="recommended",
    message="`{what}`: nose is dead since 2015 and does not run on Python 3.10, use pytest's own means",
    bad='''
        from nose.tools import eq_  # TQ855

        from shop import tax


        def test_tax():
            eq_(tax(10), 2)  # TQ855
    ''',
    good='''
        from shop import tax


        def test_tax():
            assert tax(10) == 2
    ''',
)
def nose_remnant(module: Module, _: Module) -> Iterator[Finding]:
    """The import fails on every Python in use, and with it the whole file.

    Allowed: other packages' functions of the same names.
    """
    if not module.says("nose"):
        return
    for kind in (ast.Import, ast.ImportFrom):
        for node in module.statements(kind):
            if any(dotted == "nose" or dotted.startswith("nose.") for _name, dotted in imported(node, module.package)):  # type: ignore[arg-type]
                yield Finding(node, what=module.text(node))
    for call in module.calls_to(("nose.*",)):
        yield Finding(call, what=module.text(call.node.func))
    for scope in module.scopes:
        for decorator in getattr(scope.node, "decorator_list", ()):
            name = module.resolve(decorator, scope.parent) or ""
            if name.startswith("nose."):
                yield Finding(decorator, what=f"@{module.text(decorator)}")
