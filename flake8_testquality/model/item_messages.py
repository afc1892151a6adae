"""Item messages: whether what is said when an assertion in a loop fails names what the loop is at."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from typing import Any

from flake8_testquality.model.assertions import Assertion
from flake8_testquality.model.names import last_name, target_names
from flake8_testquality.model.scopes import descend, flat

# Under these words assertion functions are told what to say: numpy.testing, Django, testtools, hamcrest and the like.
_SAYING = frozenset({"msg", "message", "err_msg", "msg_prefix", "reason"})


def names_item(assertion: Assertion, loop: Any) -> bool:
    """Whether a message of an assertion mentions what the loop is at."""
    said = list(_said(assertion))
    if said and isinstance(loop, ast.While):
        return True
    items = _items(loop) if said or assertion.kind == "helper" else set()
    return any(_mentions(text, items) for text in said) or _helper_says(assertion, items)


def _items(loop: Any) -> set[str]:
    """The names of what a loop is at, and of what its body makes of that or counts."""
    found = set(target_names(loop.target)) if not isinstance(loop, ast.While) else set()
    for statement in flat(loop.body):
        if isinstance(statement, ast.AugAssign):
            found.update(target_names(statement.target))
            continue
        for target, value in _bound(statement):
            if _mentions(value, found):
                found.update(target_names(target))
    return found


def _bound(statement: Any) -> Iterator[tuple[ast.expr, ast.expr]]:
    """(target, value) for each value that a statement gives a name."""
    if isinstance(statement, ast.Assign):
        yield from ((target, statement.value) for target in statement.targets)
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        yield statement.target, statement.value
    elif isinstance(statement, ast.For | ast.AsyncFor):
        yield statement.target, statement.iter
    elif isinstance(statement, ast.With | ast.AsyncWith):
        yield from (
            (item.optional_vars, item.context_expr) for item in statement.items if item.optional_vars is not None
        )


def _said(assertion: Assertion) -> Iterator[ast.expr]:
    """What an assertion is given to say when it fails."""
    if assertion.message is not None:
        yield assertion.message
    call = assertion.call
    if call is not None and assertion.kind in ("raises", "warns") and assertion.block is not None:
        yield from (item.value for item in call.keywords if item.arg == "msg")
    if call is None or assertion.kind != "helper":
        return
    if last_name(call.func) == "AssertionError":
        yield from call.args
    yield from (item.value for item in call.keywords if item.arg in _SAYING)
    yield from (item for item in call.args if _is_made_text(item))


def _is_made_text(node: ast.expr) -> bool:
    """Whether an expression fills values in a text: an f-string, `"%s" % name`, `"{}".format(name)`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return isinstance(node.func.value, ast.Constant)
    return isinstance(node, ast.JoinedStr)


def _helper_says(assertion: Assertion, items: Set[str]) -> bool:
    """Whether a function of the file that asserts is given an item and names it in a message of its own."""
    call = assertion.call
    if call is None or assertion.kind != "helper":
        return False
    helper = assertion.module.definition(call.func, assertion.scope)
    if not isinstance(helper, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    names = [item.arg for item in (*helper.args.posonlyargs, *helper.args.args)]
    given = [*zip(names, call.args, strict=False), *((item.arg, item.value) for item in call.keywords if item.arg)]
    told = {name for name, value in given if _mentions(value, items)}
    return any(
        isinstance(statement, ast.Assert) and statement.msg is not None and _mentions(statement.msg, told)
        for statement in flat(helper.body)
    )


def _mentions(node: ast.AST, names: Set[str]) -> bool:
    return any(isinstance(part, ast.Name) and part.id in names for part in descend(node))
