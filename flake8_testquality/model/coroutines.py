"""Coroutines: which calls make one, and which of those nobody awaits."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.callees import owner_around
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import making_call
from flake8_testquality.model.module_texts import (
    imports_at_margin,
    own_definitions,
    text_around,
    text_of,
    top_level_names,
)
from flake8_testquality.model.names import called_name, is_self, last_name
from flake8_testquality.model.patches import patched_texts, patching_calls
from flake8_testquality.model.received import given_at
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.surroundings import contexts_around
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_KEEPING = frozenset({"staticmethod", "classmethod", "wraps", "override", "final", "abstractmethod"})
# Begins with plain letters: a text is searched for these ten times faster than line by line.
_ASYNC = regex(r"async def (\w+)")
_LOOKING = frozenset({"assert", "unittest"})
# What a coroutine object can be asked without being awaited.
_COROUTINE_API = frozenset([
    "close", "send", "throw", "cr_frame", "cr_running", "cr_await", "cr_code", "cr_origin", "cr_suspended",
])  # fmt: skip


def unawaited_calls(module: Module) -> Iterator[ast.Call]:
    """The calls of async functions in a file, as a statement or an assertion's operand, that nothing awaits."""
    names = module.fact(async_names)
    for scope in module.scopes if names else ():
        if not scope.is_function:
            continue
        for statement in scope.statements.get(ast.Expr, ()):
            call = statement.value
            if call.__class__ is not ast.Call or last_name(call.func) not in names:
                continue
            if not is_coroutine_call(module, call, scope):
                continue
            if not (_is_waited_for(module, statement) or _runs_in_other_branch(module, statement, call)):
                yield call
    for item in module.assertions if names else ():
        if item.kind not in _LOOKING:
            continue
        for claim in item.claims if item.relation == "and" else (item,):
            for node in claim.operands:
                call = _object_of(node) if node.__class__ in _READ else None
                if call is not None and last_name(call.func) in names and is_coroutine_call(module, call, item.scope):
                    yield call


_READ = frozenset({ast.Call, ast.Attribute, ast.Subscript})


def _object_of(node: ast.expr) -> ast.Call | None:
    """The call whose attribute or item an operand reads, as far as a coroutine has no such thing."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Attribute) and (node.attr in _COROUTINE_API or node.attr.startswith("__")):
            return None
        node = node.value
    return node if isinstance(node, ast.Call) else None


def _is_waited_for(module: Module, statement: ast.stmt) -> bool:
    """Whether a block around expects the warning about a coroutine that was never awaited."""
    return any(
        isinstance(context, ast.Call)
        and last_name(context.func) in ("warns", "assertWarns", "catch_warnings", "deprecated_call")
        for context, _ in contexts_around(module, statement)
    )


def _runs_in_other_branch(module: Module, statement: ast.stmt, call: ast.Call) -> bool:
    """Whether the other branch of an `if` makes the same coroutine for a loop: this one is of a synchronous twin."""
    above = module.block_parent(statement)
    if not isinstance(above, ast.If):
        return False
    other = above.orelse if statement in above.body else above.body
    calls = (part for item in other for part in descend(item) if isinstance(part, ast.Call))
    return any(same_words(part.func, call.func) for part in calls)


def is_coroutine_call(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a call surely makes a coroutine: an `async def` in sight without yields or unknown decorators."""
    found = _callee(module, call.func, scope)
    if found is None or not isinstance(found[1], ast.AsyncFunctionDef):
        return False
    home, node = found
    for item in node.decorator_list:
        if called_name(item) not in _KEEPING:
            return False
    inner = home.scope_by_node[node]
    if inner.own(ast.Yield):
        return False
    return not is_replaced(module, node.name)


def _callee(module: Module, func: ast.expr, scope: Scope) -> tuple[Module, Any] | None:
    word = last_name(func)
    if word is None or word not in module.fact(async_names):
        return None
    if isinstance(func, ast.Name):
        local = module.definition(func, scope)
        if local is not None:
            return module, local
    dotted = module.resolve(func, scope)
    if dotted is not None:
        return _found(module, dotted)
    if not isinstance(func, ast.Attribute):
        # a name that stands for one under another name
        return None
    owner = object_class(module, func.value, scope)
    if owner is None:
        return None
    place = lineage(*owner).attribute(func.attr)
    if place is None or place[1].kind != "function" or not isinstance(place[1].node, ast.AsyncFunctionDef):
        return None
    return place[0], place[1].node


def async_names(module: Module) -> frozenset[str]:
    """The names that may stand for async functions: those of the file, and of what it imports, at a glance."""
    found = set(_async_functions(module.source.text)) if module.says("async def") else set()
    is_async = bool(found)
    folder = os.path.dirname(module.path)
    for name, targets in module.names.imported.items():
        for target in targets:
            behind = _behind(module, target, folder)
            if behind is None:
                continue
            defined, word, text = behind
            found.update(defined)
            if word in defined or (is_async and is_passed_on(text, word)):
                found.add(name)
                found.add(word)
            if is_async and word[:1].isupper() and word not in defined:
                # the methods of a class that a package takes from a module of its own
                found.update(_async_functions(_text_of_origin(module, target, text, word)))
    # a fixture of theirs may give an object
    found.update(*(conftest.fact(async_names) for conftest in module.conftests if conftest is not module))
    return frozenset(found)


def _behind(module: Module, target: str, folder: str) -> tuple[frozenset[str], str, str] | None:
    """The async functions of the module that an import names or takes something from, the name in it, its text.

    Asked once for the files of a folder, which find the same under a name.
    """

    def look() -> tuple[frozenset[str], str, str] | None:
        around = _text_behind(module, target)
        return (_async_functions(around[0]), around[1], around[0]) if around is not None else None

    return module.project.once(("async functions behind", target, folder), look)


@lru_cache(maxsize=500)
def _async_functions(text: str) -> frozenset[str]:
    return frozenset(_ASYNC.findall(text)) if "async def" in text else frozenset()


def _text_behind(module: Module, target: str) -> tuple[str, str] | None:
    """The text of the first-party module that an import names or takes something from, and the name in it."""
    text = text_of(module, target)
    if text is not None:
        return text, ""
    return text_around(module, target) if "." in target else None


def _text_of_origin(module: Module, target: str, text: str, word: str) -> str:
    """The text of the first-party module from which another one imports a name by `from .shop import Cart`, or less."""
    base = target.removesuffix(f".{word}")
    for home, _, bound in imports_at_margin(text):
        if bound == word and home:
            is_beside = home.startswith(".") and not home.startswith("..")
            places = (f"{base}{home}", f"{base.rpartition('.')[0]}{home}") if is_beside else (home,)
            return next((found for place in places if (found := text_of(module, place))), "")
    return ""


def is_passed_on(text: str, name: str) -> bool:
    """Whether a module imports a name that it does not define."""
    return name != "" and name in top_level_names(text) and name not in own_definitions(text)


def _found(module: Module, dotted: str) -> tuple[Module, Any] | None:
    """The function or class in sight of a dotted name, with the module that holds it."""
    found = module.find(dotted)
    return found if found is not None and found[1] is not None else None


def object_class(module: Module, node: ast.expr, scope: Scope) -> tuple[Module, ast.ClassDef] | None:
    """The class in sight of which an expression is an object, or which it is."""
    if is_self(node):
        return owner_around(module, scope)
    home, where, maker = maker_of(module, node, scope)
    found: Any = home.definition(maker, where) if maker is not None else None
    if isinstance(found, ast.ClassDef):
        return home, found
    dotted = home.resolve(maker, where) if maker is not None else None
    place = _found(home, dotted) if dotted is not None else None
    return place if place is not None and isinstance(place[1], ast.ClassDef) else None


def maker_of(module: Module, node: ast.expr, scope: Scope) -> tuple[Module, Scope, ast.expr | None]:
    """What is called to make an object, and where: here, in a fixture that gives it, in a set-up that puts it on self.

    A name that nothing in sight makes is given back, since it may be that of a class.
    """
    given = given_at(module, node, scope)
    home, where, value = given[0] if len(given) == 1 else (module, scope, node)
    made = making_call(home, value, where)
    if made is None:
        return home, where, value if isinstance(value, ast.Name) else None
    return home, where, made.func


def is_replaced(module: Module, name: str) -> bool:
    """Whether a patch or an assignment in the file may put something else in a function's place."""
    return name in module.fact(_replaced_names)


def _replaced_names(module: Module) -> frozenset[str]:
    found = {text.rpartition(".")[2] for text in module.fact(patched_texts)}
    found.update(item.arg for call in patching_calls(module) for item in call.keywords if item.arg)
    for scope in module.scopes:
        for statement in scope.statements.get(ast.Assign, ()):
            found.update(target.attr for target in statement.targets if isinstance(target, ast.Attribute))
    return frozenset(found)
