"""Early calls: a call where the callable itself belongs, so that it runs before anything waits for it."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import keyword
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.names import last_name
from flake8_testquality.model.returned import returned_by
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.model.scopes import Scope
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# method -> position of the callable.
_METHODS = {
    "assertRaises": 1, "assertRaisesRegex": 2, "assertRaisesRegexp": 2, "assertWarns": 1, "assertWarnsRegex": 2,
    "addCleanup": 0, "addClassCleanup": 0, "addModuleCleanup": 0, "addfinalizer": 0,
    "addAsyncCleanup": 0,
}  # fmt: skip
# Bases whose objects nobody can call, and decorators that leave a class what it is.
_UNCALLABLE = frozenset({"builtins.object", "typing.Generic", "abc.ABC"})
_LEAVING_OBJECTS = ("dataclasses.dataclass", "attr.", "attrs.", "functools.total_ordering", "typing.final")
_FUNCTIONS = {"pytest.raises": 1, "pytest.warns": 1, "pytest.deprecated_call": 0, "unittest.addModuleCleanup": 0}
# Whoever awaits where these stand waits for the code under test; elsewhere he may wait for what gives a callable.
_EXPECTING = frozenset(["raises", "warns", *(name for name in _METHODS if name.startswith("assert"))])
_STARTERS = {
    "threading.Thread": (1, "target"),
    "threading.Timer": (1, "function"),
    "multiprocessing.Process": (1, "target"),
}
_NAMED = frozenset({"raises", "warns", "deprecated_call", "Thread", "Timer", "Process"})
_MODULE_SET_UPS = frozenset({"setUpModule", "setup_module"})
_TAKERS = frozenset([*_METHODS, *(name.rpartition(".")[2] for name in (*_FUNCTIONS, *_STARTERS))])
# What gives a callable. Sources: the documentation of functools, operator, unittest.mock and the builtins.
_MAKE_CALLABLES = frozenset({
    "partial", "partialmethod", "getattr", "attrgetter", "itemgetter", "methodcaller", "wraps", "lru_cache",
    "cache", "singledispatch", "type", "Mock", "MagicMock", "AsyncMock", "create_autospec", "stub", "spy",
    "deepcopy", "copy", "compose", "curry", "pop", "get", "get_attr", "import_string", "bind", "__get__", "wrap",
    "decorate", "lambdify", "lambdastr", "compile", "eval", "vectorize", "jit", "make_callable", "callable_", "ref",
    "WeakMethod", "proxy", "next",
})  # fmt: skip


def early_calls(module: Module) -> Iterator[tuple[ast.Call, ast.Call, str]]:
    """(outer call, the call that runs too early, the outer's name) for each callable that is called, not given.

    In tests, fixtures and the methods of test cases.
    """
    for scope, calls in module.calls.among(_TAKERS).items():
        for call in calls:
            found = _given(module, call, scope)
            if found is None:
                continue
            early = found[0]
            if isinstance(early, ast.Await) and found[1] in _EXPECTING:
                early = early.value
            if (
                isinstance(early, ast.Call)
                and not gives_callable(module, early, scope)
                and _is_of_tests(module, scope)
            ):
                yield call, early, found[1]


def _is_of_tests(module: Module, scope: Scope) -> bool:
    """Whether a function is a test, a fixture, a method of a test case, a set-up of the file, or stands in one."""
    if module.test_around(scope) is not None or module.fixture_around(scope) is not None:
        return True
    outer = [where for where in scope.chain() if where.is_function]
    if not outer or outer[-1].parent is None:
        return False
    if outer[-1].parent is module.scope:
        return module.role == "test" and getattr(outer[-1].node, "name", "") in _MODULE_SET_UPS
    return any(item.node is outer[-1].parent.node and (item.is_case or item.collected) for item in module.classes)


def _given(module: Module, call: ast.Call, scope: Scope) -> tuple[ast.expr, str] | None:
    """What a call gets in the place of a callable, if nothing is to be given to that callable."""
    word = last_name(call.func)
    if any(isinstance(item, ast.Starred) for item in call.args):
        return None
    position = _METHODS.get(word or "") if isinstance(call.func, ast.Attribute) else None
    if position is None:
        if word not in _NAMED and not isinstance(call.func, ast.Name):
            return None
        name = module.resolve(call.func, scope) or ""
        if name in _STARTERS:
            place, key = _STARTERS[name]
            target = keyword(call, key) or (call.args[place] if len(call.args) > place else None)
            return (target, word or "") if target is not None and not _has_arguments(call) else None
        position = _FUNCTIONS.get(name)
    if position is None or len(call.args) != position + 1 or any(item.arg != "msg" for item in call.keywords):
        return None
    return call.args[position], word or ""


def _has_arguments(call: ast.Call) -> bool:
    return any(item.arg in ("args", "kwargs", None) for item in call.keywords)


def gives_callable(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether what a call returns may be called: made by partial and the like, by a factory in sight, or an object."""
    word = last_name(call.func)
    own = (module.resolve(call.func, scope) or "").rpartition(".")[2]
    if own != word and (own in _MAKE_CALLABLES or own[:1].isupper()):
        # it was imported under another name
        return True
    if word is None or word in _MAKE_CALLABLES or word[:1].isupper() or word.lstrip("_")[:1].isupper():
        return not _is_uncallable_class(module, call, scope)
    if word.startswith(
        ("make_", "create_", "build_", "get_", "factory", "wrap", "_make", "_get", "_create", "decorat", "as_")
    ):
        return True
    values = returned_by(module, scope, call.func, "return")
    if any(_is_callable(home, value, where) for home, where, value in values):
        return True
    if not values and _is_unseen_method(module, call.func, scope):
        return True
    node = module.definition(call.func, scope) if isinstance(call.func, ast.Name) else None
    if isinstance(node, ast.FunctionDef):
        inner = module.scope_by_node[node]
        returned = [item.value for item in inner.statements.get(ast.Return, ())]
        return any(value is not None and _is_callable(module, value, inner) for value in returned) or bool(
            node.decorator_list
        )
    if isinstance(call.func, ast.Name):
        found = module.names.lookup(call.func.id, scope)
        return found is not None and found[1][0].kind in ("parameter", "assignment")
    return _calls_decorator(call)


def _is_unseen_method(module: Module, func: ast.expr, scope: Scope) -> bool:
    """Whether a method of self is decorated, or stands in a base out of sight: it may give a callable."""
    if not (isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id in ("self", "cls")):
        return False
    node = next((outer.node for outer in scope.chain() if outer.is_class), None)
    if not isinstance(node, ast.ClassDef):
        return False
    known = lineage(module, node)
    method = known.method(func.attr)
    if method is not None:
        return any(last_name(item) not in ("staticmethod", "classmethod") for item in method[1].decorator_list)
    return known.attribute(func.attr) is None and not known.is_resolved


def _calls_decorator(call: ast.Call) -> bool:
    """`decorator(argument)(function)`: a call of what a call gave."""
    return isinstance(call.func, ast.Call)


def _is_uncallable_class(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a class is called whose objects nobody can call, as its bases in sight and the built-in ones show."""
    found = class_of(module, call, scope)
    if found is None or found[1].keywords:
        return False
    line = lineage(*found)
    if line.attribute("__call__") is not None or line.method("__call__") is not None:
        return False
    if not all(base in _UNCALLABLE or _is_builtin_exception(base) for base in line.out_of_sight):
        return False
    return all(
        (home.resolve(item.func if isinstance(item, ast.Call) else item) or "").startswith(_LEAVING_OBJECTS)
        for home, node in line.classes
        for item in node.decorator_list
    )


def _is_builtin_exception(dotted: str) -> bool:
    found = getattr(builtins, dotted.removeprefix("builtins."), None)
    return isinstance(found, type) and issubclass(found, BaseException)


def _is_callable(module: Module, value: ast.expr, scope: Scope) -> bool:
    if isinstance(value, ast.Lambda):
        return True
    if isinstance(value, ast.Name):
        found = module.names.lookup(value.id, scope)
        return found is None or any(place.kind in ("function", "class", "parameter", "import") for place in found[1])
    if isinstance(value, ast.Call):
        return last_name(value.func) in _MAKE_CALLABLES or (last_name(value.func) or "")[:1].isupper()
    return isinstance(value, ast.Attribute)


def hand_over(module: Module, outer: ast.Call, early: ast.Call) -> tuple[Edit, ...]:
    """The edits that hand the callable and its arguments over instead of calling it."""
    start, end = module.source.range(early)
    if holds_comment(module, start, end) or isinstance(module.parent(early), ast.Await):
        return ()
    func = module.source.segment(early.func)
    if isinstance(early.func, ast.Lambda) or module.source.text[start : start + len(func)] != func:
        return ()
    if not early.args and not early.keywords:
        return (Edit(start, end, func),)
    if last_name(outer.func) in ("Thread", "Timer", "Process", "addfinalizer"):
        return (Edit(start, start, "lambda: "),)
    pieces: list[Any] = [*early.args, *early.keywords]
    if any(item.arg in ("msg", None) for item in early.keywords) or any(
        isinstance(item, ast.GeneratorExp) for item in early.args
    ):
        return ()
    given = sorted(pieces, key=lambda item: (item.lineno, item.col_offset))
    texts = [module.source.segment(item) for item in given]
    return (Edit(start, end, ", ".join((func, *texts))),)
