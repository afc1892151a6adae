"""Fails: the calls that make a test fail where they stand, and how a piece of code could write one."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.names import last_name
from flake8_testquality.model.references import corpus
from flake8_testquality.model.relations import related
from flake8_testquality.model.rewriting import name_for
from flake8_testquality.model.roles import TEST_FOLDERS
from flake8_testquality.model.weakness import source_of

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

BARE = "raise AssertionError"
_CATCHING = ("raise", "suppress", "ignor", "catch", "expect", "swallow", "fail")


@attrs.frozen(eq=False, repr=False)
class Fail:
    """A call of pytest.fail or of a TestCase's fail."""

    node: ast.Call

    @property
    def is_unreasoned(self) -> bool:
        """Whether it says nothing: no reason, an empty one or None; what is behind a star may be one."""
        call = self.node
        if any(isinstance(item, ast.Starred) for item in call.args) or any(item.arg is None for item in call.keywords):
            return False
        said = [*call.args[:1], *(item.value for item in call.keywords if item.arg in ("reason", "msg"))]
        return not any(not isinstance(item, ast.Constant) or str(item.value or "").strip() for item in said)


def is_caught(module: Module, call: ast.Call) -> bool:
    """Whether nobody reads what a fail says: it is alone in a try or a raises block, of a sample, or never runs.

    It never runs in the `else` of a try that raises by hand.
    """
    if _is_of_sample(module, call):
        return True
    statement = module.statement_of(call)
    outer = module.block_parent(statement)
    if isinstance(outer, ast.Try | ast.TryStar):
        if statement in outer.orelse:
            return any(isinstance(item, ast.Raise) for item in outer.body)
        return bool(outer.handlers) and outer.body == [statement]
    if isinstance(outer, ast.With | ast.AsyncWith):
        return outer.body == [statement] and any(_may_catch(item.context_expr) for item in outer.items)
    return False


def _is_of_sample(module: Module, call: ast.Call) -> bool:
    """Whether a fail belongs to a case for other tests to run.

    It stands in a runTest of a class inside a class or a function, or is the whole of a method of a class in a test.
    """
    inner = next(iter(module.scope_of(call).chain()))
    outer = inner.parent
    if outer is None or not outer.is_class or outer.parent is None:
        return False
    if outer.parent.is_function and _is_whole_body(module.statement_of(call), inner):
        return True
    return getattr(inner.node, "name", "") == "runTest" and outer.parent.parent is not None


def is_among_tests(path: str) -> bool:
    """Whether a file stands in a folder of tests; below testpaths there may be a whole product."""
    return not TEST_FOLDERS.isdisjoint(path.replace("\\", "/").split("/")[:-1])


def _is_whole_body(statement: Any, scope: Scope) -> bool:
    body = getattr(scope.node, "body", [])
    is_doc = len(body) == 2 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    return body[-1:] == [statement] and (len(body) == 1 or is_doc)


def _is_stand_in(module: Module, scope: Scope) -> bool:
    """Whether a function is an inner one, or a method of a class that is no test's."""
    if scope.parent is not None and scope.parent.is_function:
        return True
    return not _is_of_test(module, scope) and case_function(module, scope) is None


def is_expected(module: Module, scope: Scope) -> bool:
    """Whether a function in a test fails on purpose: the test around it expects an AssertionError."""
    if module.role == "helper" and _is_expected_elsewhere(module, scope):
        return True
    around = [outer for outer in scope.chain() if outer is not scope and outer.is_function]
    return bool(around) and any(
        item.scope in around and any(last_name(part) == "AssertionError" for part in item.expected_exceptions)
        for item in related(module, "raises")
    )


def _is_expected_elsewhere(module: Module, scope: Scope) -> bool:
    """Whether a file that speaks of a helper of this name knows of its AssertionError; pytest.fail raises another."""
    name = getattr(scope.node, "name", None)
    known = corpus(module)
    if name is None or not known.complete:
        return not known.complete
    files = {known.path_at(at) for at in known.places(name, os.path.abspath(module.path))}
    return any("AssertionError" in known.text[first:last] for first, last in map(known.spans.__getitem__, files))


def is_specimen(module: Module, statement: ast.Assert, scope: Scope) -> bool:
    """Whether a false assertion is no failure of the test that holds it.

    It is caught as an AssertionError right there, stands in an inner function of a test that knows of the error or
    quotes the assertion, or is all that an inner function or a stand-in's method is, which need some body.
    """
    inner: Any = statement
    outer = module.block_parent(statement)
    while isinstance(outer, ast.If):
        inner, outer = outer, module.block_parent(outer)
    if isinstance(outer, ast.Try | ast.TryStar) and outer.body == [inner]:
        caught = (part for item in outer.handlers if item.type is not None for part in ast.walk(item.type))
        if any(last_name(part) == "AssertionError" for part in caught):
            return True
    test = module.test_around(scope)
    if test is not None and test.scope is scope:
        return False
    if statement.msg is None and _is_whole_body(statement, scope) and _is_stand_in(module, scope):
        return True
    if test is None or "AssertionError" in test.text:
        return test is not None
    text = module.source.segment(statement).partition(",")[0]
    return any(
        text in part.value
        for part in ast.walk(test.node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


def fails(module: Module) -> list[Fail]:
    """Every call of fail in the file, helpers and fixtures included, in source order; a fact."""
    found = [call.node for call in module.calls_to(("pytest.fail",))]
    cases = module.classes if module.says("self.fail(") or module.says("cls.fail(") else []
    for cls in cases:
        if cls.is_case and cls.method("fail") is None:
            for scope in cls.scope.within():
                found.extend(call for call in scope.calls if _is_self_fail(call))
    return [Fail(call) for call in sorted(set(found), key=lambda call: (call.lineno, call.col_offset))]


def _is_self_fail(call: ast.Call) -> bool:
    func = call.func
    return isinstance(func, ast.Attribute) and func.attr == "fail" and getattr(func.value, "id", "") in ("self", "cls")


def case_function(module: Module, scope: Scope) -> Any:
    """The method of a TestCase that a scope is or stands in, so that `self` is the case there; None elsewhere."""
    for inner in scope.chain():
        if inner.is_function and inner.parent is not None and inner.parent.is_class:
            args = inner.node.args.args  # type: ignore[union-attr]
            cls = next((item for item in module.classes if item.scope is inner.parent), None)
            return inner.node if cls is not None and cls.is_case and args and args[0].arg == "self" else None
    return None


def failing_call(module: Module, statement: Any, scope: Scope) -> str:
    """What to call with a reason to fail at a place exactly as `assert False` does there.

    pytest.fail raises no AssertionError, nor even an Exception: handlers and servers around it would let it through.
    """
    if case_function(module, scope) is not None:
        return "self.fail"
    if scope.parent is None or not scope.is_function or scope.parent.is_function or not _is_of_test(module, scope):
        return BARE
    inner = statement
    for outer in module.enclosing(statement):
        if isinstance(outer, ast.Try | ast.TryStar) and outer.handlers and inner in [*outer.body]:
            return BARE
        if isinstance(outer, ast.With | ast.AsyncWith) and any(_may_catch(item.context_expr) for item in outer.items):
            return BARE
        inner = outer
    known = name_for(module, "pytest.fail", scope)
    return known or (BARE if any(cls.is_case for cls in module.classes) else "pytest.fail")


def is_text(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether an expression is shown to be a text: a literal, what is put together of one, or a name of such."""
    made = source_of(node, module, scope)
    if isinstance(made, ast.BinOp):
        return is_text(made.left, module, scope)
    if isinstance(made, ast.Call):
        if isinstance(made.func, ast.Attribute):
            return made.func.attr in ("format", "join") and is_text(made.func.value, module, scope)
        return module.resolve(made.func, scope) in ("builtins.str", "builtins.repr")
    return isinstance(made, ast.JoinedStr) or (isinstance(made, ast.Constant) and isinstance(made.value, str))


def _is_of_test(module: Module, scope: Scope) -> bool:
    """Whether a function is called by the runner or by tests: it is no method of a class that is no test's."""
    parent = scope.parent
    if parent is None or not parent.is_class:
        return True
    return any(item.scope is parent and item.collected for item in module.classes)


def _may_catch(context: ast.expr) -> bool:
    name = last_name(context.func if isinstance(context, ast.Call) else context) or "raise"
    return any(word in name.lower() for word in _CATCHING)
