"""Expecting decorators: `@raises_exception(KeyError)` of the tests' own code, under which a test has to raise."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.assertions import BLOCKS, RAISES
from flake8_testquality.model.callees import targets
from flake8_testquality.model.names import last_name, parameters

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test


def has_to_raise(test: Test) -> bool:
    """Whether a decorator of a test is given what to catch, and catches it around the test."""
    if not test.node.decorator_list:
        return False
    module, scope = test.module, test.scope.parent or test.module.scope
    return any(
        isinstance(node, ast.Call) and node.args and _expects(module, node, scope) for node in test.node.decorator_list
    )


def _expects(module: Module, node: ast.Call, scope: Scope) -> bool:
    dotted = module.resolve(node.func, scope)
    if dotted == "nose.tools.raises":
        return True
    if dotted is not None and dotted.startswith(("pytest.", "unittest.")):
        return False
    return any(
        home.role != "source" and _catches_what_it_is_given(home, found)
        for home, found in (*_in_sight(module, node, scope), *_behind_stars(module, node))
    )


def _in_sight(module: Module, node: ast.Call, scope: Scope) -> Iterator[tuple[Module, Scope]]:
    for home, found, _ in targets(module, node.func, scope, None, called=True):
        yield home, found


def _behind_stars(module: Module, node: ast.Call) -> Iterator[tuple[Module, Scope]]:
    """The functions of a decorator's name in the modules of which the file imports everything."""
    if not isinstance(node.func, ast.Name):
        return
    for star in module.names.stars:
        found = module.find(f"{star}.{node.func.id}")
        if found is not None and isinstance(found[1], ast.FunctionDef):
            yield found[0], found[0].scope_by_node[found[1]]


def _catches_what_it_is_given(home: Module, maker: Scope) -> bool:
    """Whether a function inside a function names a parameter of the outer one in an except or in a raises block."""
    if not maker.is_function:
        return False
    given = {item.arg for item in parameters(maker.node)}  # type: ignore[arg-type]
    for inner in maker.within():
        if inner is maker:
            continue
        caught = [handler.type for node in inner.statements.get(ast.Try, ()) for handler in node.handlers]
        caught += [call.args[0] for call in inner.calls if call.args and _is_raises(home, call, inner)]
        if any(isinstance(item, ast.Name) and item.id in given for item in caught):
            return True
    return False


def _is_raises(home: Module, call: ast.Call, scope: Scope) -> bool:
    return last_name(call.func) in RAISES or BLOCKS.get(home.resolve(call.func, scope) or "") == "raises"
