"""Guards: calls that undo a change or promise to: patches, monkeypatch, registered clean-ups, restoring helpers."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.changes import DIRECTORY, ENVIRONMENT, FILTERS, ROOT_LOGGER, Change, changes, of_call
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.reach import TEAR_DOWNS
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend
from flake8_testquality.model.set_by_name import may_set, sets_unknown_owner
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MAX_DEPTH = 3
_REGISTRARS = frozenset(
    [
        "addCleanup", "addAsyncCleanup", "addClassCleanup", "addModuleCleanup", "addfinalizer", "callback",
        "push_async_callback", "register", "partial",
    ]
)
_ENTERING = frozenset(["enterContext", "enterAsyncContext", "enterClassContext", "enterModuleContext"])
_MONKEY = frozenset(["setenv", "delenv", "setattr", "delattr", "setitem", "delitem", "syspath_prepend", "chdir"])
_RESTORING = regex(r"restor|reset|revert|undo|unpatch|unset|rollback|clean_?up|tear_?down|recover|stop_?all", re.I)
_EMPTY_PROMISES = _REGISTRARS | {"doCleanups", "doClassCleanups", "reset_mock"}
_CLOSING = frozenset(
    ["stop", "close", "undo", "restore", "cleanup", "__exit__", "exit", "disable", "off", "revert", "reset"]
)
# Blocks and decorators that are known to put nothing back.
_HARMLESS_ROOTS = (sys.stdlib_module_names - {"test", "contextlib"}) | frozenset(
    [
        "builtins", "pytest", "hypothesis", "parameterized", "ddt", "anyio", "trio", "tornado", "twisted",
        "responses", "freezegun", "time_machine", "pytest_asyncio", "requests", "httpx", "numpy", "respx",
        "requests_mock", "allure", "factory",
    ]
)
_HARMLESS_WORDS = frozenset(
    [
        "subTest", "open", "test_client", "test_request_context", "app_context", "request_context",
        "session_transaction", "TestClient", "at_level", "expect", "suppress", "nullcontext", "closing",
        "ExitStack", "AsyncExitStack", "skipUnless", "skipIf", "skip", "expectedFailure", "tag",
        "staticmethod", "classmethod", "asyncio", "gen_test", "given", "settings",
    ]
)
_OVERRIDES = regex(r"override|modify|swap|settings|isolat|patch")


def undone(module: Module, scope: Scope, statements: Sequence[ast.AST], change: Change, depth: int = 0) -> bool:
    """Whether some statements of a scope, which run on every path, undo a change: themselves or through helpers."""
    spans = [(node.lineno, node.end_lineno or node.lineno) for node in statements if isinstance(node, ast.stmt)]
    if not spans or depth > MAX_DEPTH:
        return False
    for other in changes(module):
        meets = other is not change and other.meets(change.thing, change.keys)
        if meets and _inside(other.node, spans) and scope in other.scope.chain():
            return True
    if change.thing == ROOT_LOGGER and _sets_handlers(scope, spans):
        return True
    if any(_inside(call, spans) and _undoes(module, scope, call, change, depth) for call in scope.calls):
        return True
    return sets_unknown_owner(module, scope, spans, change)


def _sets_handlers(scope: Scope, spans: list[tuple[int, int]]) -> bool:
    """Whether some statements give a logger its handlers back, or take one away."""
    assigned = (item for item in scope.statements.get(ast.Assign, ()) if _inside(item, spans))
    if any(getattr(target, "attr", "") == "handlers" for item in assigned for target in item.targets):
        return True
    return any(last_name(call.func) == "removeHandler" and _inside(call, spans) for call in scope.calls)


def _inside(node: Any, spans: list[tuple[int, int]]) -> bool:
    return any(first <= node.lineno <= last for first, last in spans)


def _undoes(module: Module, scope: Scope, call: ast.Call, change: Change, depth: int) -> bool:
    """Whether a call in a place that always runs puts a change back."""
    word = last_name(call.func) or ""
    if word.startswith("assert"):
        return False
    if word in _REGISTRARS and _registered(module, scope, call, change, depth):
        return True
    name = module.resolve(call.func, scope) or ""
    if word in ("chdir", "fchdir") and change.thing == DIRECTORY:
        return True
    if may_set(module, scope, call, change):
        return True
    if not name.startswith("builtins.") and mentions(module, scope, call, change):
        return True
    if word in _CLOSING and isinstance(call.func, ast.Attribute):
        if _made_as_guard(module, scope, call.func.value, change):
            return True
        made = value_of(module, scope, call.func.value) if word == "__exit__" else None
        # what a with statement is presumed to put back, the registered end of the same context puts back too
        return made is not None and may_restore(module, scope, made, change)
    home, node, where = _callee(module, scope, call.func)
    owner, _, attribute = change.thing.rpartition(".")
    if _RESTORING.search(word) and change.kind == "attribute" and name.startswith(f"{owner}."):
        return True
    if node is not None:
        rebinds = any(attribute in item.names for item in where.statements.get(ast.Global, ()))
        return rebinds or undone(home, where, node.body, change, depth + 1)
    return _says_restoring(call.func, word) and name.partition(".")[0] not in _HARMLESS_ROOTS


def _says_restoring(func: ast.expr, word: str) -> bool:
    """Whether the name of a call out of sight promises to put things back.

    addCleanup runs what it is given and no more, and an inherited teardown is a stage of its own.
    """
    above = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Call) and last_name(func.value.func)
    inherited = above == "super" and word in TEAR_DOWNS
    return not inherited and word not in _EMPTY_PROMISES and bool(_RESTORING.search(word))


def _callee(module: Module, scope: Scope, func: ast.expr) -> tuple[Module, Any, Scope]:
    """The function in sight that an expression stands for, with its module and scope; None as node otherwise."""
    found: tuple[Module, Any] | None = None
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id in ("self", "cls"):
        owner = next((item.node for item in scope.chain() if item.is_class), None)
        if isinstance(owner, ast.ClassDef):
            found = lineage(module, owner).method(func.attr)
    else:
        local = module.definition(func, scope)
        dotted = None if local is not None else module.resolve(func, scope)
        found = (module, local) if local is not None else module.find(dotted) if dotted else None
    if found is None or found[1].__class__ not in FUNCTIONS:
        return module, None, scope
    return found[0], found[1], found[0].scope_by_node[found[1]]


def _registered(module: Module, scope: Scope, call: ast.Call, change: Change, depth: int = 0) -> bool:
    """Whether what is handed to addCleanup, addfinalizer, callback or partial undoes a change."""
    if not call.args:
        return False
    action = call.args[0]
    if isinstance(action, ast.Lambda):
        inner = [node for node in descend(action.body) if isinstance(node, ast.Call)]
        return any(_effect(module, scope, node, change, depth) for node in inner)
    if isinstance(action, ast.Call):
        return _effect(module, scope, action, change, depth)
    applied = ast.Call(func=action, args=call.args[1:], keywords=call.keywords)
    return _effect(module, scope, applied, change, depth)


def _effect(module: Module, scope: Scope, call: ast.Call, change: Change, depth: int) -> bool:
    name = module.resolve(call.func, scope)
    if name and any(other.meets(change.thing, change.keys) for other in of_call(module, call, name, scope)):
        return True
    if _undoes(module, scope, call, change, depth):
        return True
    unknown = isinstance(call.func, ast.Name) and name is None and _callee(module, scope, call.func)[1] is None
    return unknown or isinstance(call.func, ast.Subscript)


def guarded(module: Module, scope: Scope, change: Change, depth: int = 0) -> bool:
    """Whether a scope registers a clean-up for what a change touches, or patches it in a way that is undone.

    Helpers in sight that it calls are looked into.
    """
    if depth > MAX_DEPTH:
        return False
    for call in scope.calls:
        word = last_name(call.func) or ""
        if word in _REGISTRARS and word != "partial" and _registered(module, scope, call, change):
            return True
        if _is_guard(module, scope, call) and mentions(module, scope, call, change):
            return True
        if word in _ENTERING and call.args and may_restore(module, scope, call.args[0], change):
            return True
        home, node, where = _callee(module, scope, call.func)
        if node is not None and where is not scope and guarded(home, where, change, depth + 1):
            return True
    return False


def _is_guard(module: Module, scope: Scope, call: ast.Call) -> bool:
    """Whether a call makes a patch, uses monkeypatch or enters a context that ends by itself."""
    func = call.func
    name = module.resolve(func, scope) or ""
    if name.startswith(("unittest.mock.patch", "django.test.override_settings", "django.test.modify_settings")):
        return True
    if name in ("warnings.catch_warnings", "decimal.localcontext", "contextlib.chdir"):
        return True
    text = dotted_text(func) or ""
    if ".patch." in f".{text}." or text.endswith((".settings", ".modify_settings")):
        return True
    return isinstance(func, ast.Attribute) and func.attr in _MONKEY and not name


def may_restore(module: Module, scope: Scope, manager: ast.expr, change: Change) -> bool:
    """Whether a context manager or decorator restores what a change touches, or is out of sight and so might."""
    if isinstance(manager, ast.Name) and not module.resolve(manager, scope):
        value = value_of(module, scope, manager)
        return value is None or may_restore(module, scope, value, change)
    call = manager if isinstance(manager, ast.Call) else None
    func = call.func if call else manager
    if call is not None:
        if _made_as_guard(module, scope, call, change):
            return True
        if _is_guard(module, scope, call) and (last_name(func) or "") not in ("settings", "override_settings"):
            return False
    name = module.resolve(func, scope) or ""
    word = last_name(func) or ""
    if name == "contextlib.redirect_stdout" or name == "contextlib.redirect_stderr":
        return change.thing == f"sys.{word.rpartition('_')[2]}"
    if name.partition(".")[0] in ("django", "rest_framework"):
        return bool(_OVERRIDES.search(word)) and change.kind == "settings"
    if name.startswith("pytest.mark."):
        return bool(re.search(r"fork|subprocess|isolat|process", name))
    if name.partition(".")[0] in (*_HARMLESS_ROOTS, "contextlib") or word in _HARMLESS_WORDS:
        return False
    return not word.startswith("assert")


def _made_as_guard(module: Module, scope: Scope, node: ast.expr, change: Change) -> bool:
    """Whether an expression is, or was bound to, a patch or a saved state of what a change touches."""
    value = node if isinstance(node, ast.Call) else value_of(module, scope, node)
    if not isinstance(value, ast.Call):
        return False
    return mentions(module, scope, value, change) or any(
        mentions(module, scope, inner, change) for inner in descend(value) if isinstance(inner, ast.Call)
    )


def value_of(module: Module, scope: Scope, node: ast.expr) -> ast.expr | None:
    """What a local name, or an attribute of self anywhere in the class, was bound to."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        return next((place.value for place in found[1] if place.value is not None), None) if found else None
    owner = next((item for item in scope.chain() if item.is_class), None)
    text = dotted_text(node)
    if owner is None or text is None:
        return None
    assigned = (item for inner in owner.children for item in inner.statements.get(ast.Assign, ()))
    return next((item.value for item in assigned if any(dotted_text(target) == text for target in item.targets)), None)


def mentions(module: Module, scope: Scope, call: ast.Call, change: Change) -> bool:
    """Whether a call is about what a change touches: by its arguments, or by what it is known to manage."""
    word = last_name(call.func) or ""
    name = module.resolve(call.func, scope) or ""
    literal = _literal(call.args[0]) if call.args else None
    if word in ("setenv", "delenv") and change.thing == ENVIRONMENT:
        return change.meets(ENVIRONMENT, frozenset({literal}) if literal is not None else None)
    if (word == "chdir" and change.thing == DIRECTORY) or (word == "syspath_prepend" and change.thing == "sys.path"):
        return True
    if name == "warnings.catch_warnings":
        return change.thing == FILTERS
    if name == "decimal.localcontext":
        return change.thing.startswith("decimal.")
    if change.kind == "settings" and word in ("override_settings", "settings", "modify_settings"):
        return True
    given = [*call.args, *(item.value for item in call.keywords)]
    return any(_means(module, scope, call, position, argument, change) for position, argument in enumerate(given))


def _means(module: Module, scope: Scope, call: ast.Call, position: int, given: ast.expr, change: Change) -> bool:
    """Whether an argument names the changed thing: as a dotted string, an expression, or an owner before its name."""
    text = _literal(given)
    names = {change.thing, change.called} - {""}
    if text is not None and "." in text:
        return any(_covers(text, name) for name in names)
    dotted = module.resolve(given, scope)
    if dotted is None:
        return False
    following = _literal(call.args[position + 1]) if position + 1 < len(call.args) else None
    if dotted == change.thing:
        keyed = last_name(call.func) in ("setitem", "delitem") and following is not None
        return not keyed or change.meets(dotted, frozenset({following}) if following else None)
    for name in names:
        if name.startswith(f"{dotted}."):
            rest = name[len(dotted) + 1 :].split(".")[0]
            if following == rest or rest in {item.arg for item in call.keywords}:
                return True
            if following is None and last_name(call.func) in ("reload", "setattr"):
                return True
    return dotted.startswith(f"{change.thing}.")


def _covers(text: str, name: str) -> bool:
    return (
        name == text
        or name.startswith(f"{text}.")
        or text.endswith(f".{name}")
        or (name.count(".") > 1 and text.endswith("." + ".".join(name.split(".")[-2:])))
    )


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
