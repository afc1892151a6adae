"""Sources: which tests can hold a value of a clock, of chance or of an undefined order at all; a cheap answer."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.origins import CLOCK, ELAPSED, RANDOM, TIMER, UNORDERED, Origin
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.stdlib_purity import EXCEPTIONS, TOOLS

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_CLOCKS = frozenset(name for name, kind in {**EXCEPTIONS, **TOOLS}.items() if kind == "clock")
_TIMERS = frozenset(name for name, kind in EXCEPTIONS.items() if kind == "timer")
_CHANCES = ("random.*", "secrets.*", "numpy.random.*", "uuid.uuid1", "uuid.uuid4", "faker.*", "os.urandom")
_LISTINGS = frozenset(name for name, kind in EXCEPTIONS.items() if kind in ("listing", "set"))
_SETS = frozenset({ast.Set, ast.SetComp})
_SET_HOLDERS = _SETS | {ast.BinOp, ast.ListComp}
_SEQUENCES = ("list", "tuple", "iter", "enumerate")
# Methods of pathlib's paths that list in no order.
LISTERS = frozenset({"iterdir", "rglob", "glob"})


def has_source(test: Test, flags: Origin) -> bool:
    """Whether a test, or code around it that may feed it, contains a source of one of these flags."""
    return bool(test.module.fact(_module_sources) & flags and test.fact(_sources) & flags)


def _module_sources(module: Module) -> Origin:
    """The flags whose sources stand anywhere in a file."""
    found: Origin = 0
    for kind, scopes in _SCOPES:
        if module.fact(scopes)[0]:
            found |= kind
    return found


def _sources(test: Test) -> Origin:
    """The flags whose sources stand in a test or outside all tests of its file."""
    found: Origin = 0
    own: set[Scope] | None = None
    for kind, scopes in _SCOPES:
        inside, outside = test.module.fact(scopes)
        if inside and not outside:
            own = own or set(test.scopes)
        if outside or (inside and own and not inside.isdisjoint(own)):
            found |= kind
    return found


def _test_scopes(module: Module) -> set[Scope]:
    return {scope for test in module.tests for scope in test.scopes}


def _placed(module: Module, found: set[Scope]) -> tuple[set[Scope], bool]:
    """Scopes, and whether one of them is outside all tests."""
    return found, bool(found) and not found <= module.fact(_test_scopes)


def _clock_scopes(module: Module) -> tuple[set[Scope], bool]:
    return _placed(module, {call.scope for call in module.calls_to(_CLOCKS)})


def _timer_scopes(module: Module) -> tuple[set[Scope], bool]:
    return _placed(module, {call.scope for call in module.calls_to(_TIMERS)})


def _chance_scopes(module: Module) -> tuple[set[Scope], bool]:
    return _placed(module, {call.scope for call in module.calls_to(_CHANCES)})


def _listing_scopes(module: Module) -> tuple[set[Scope], bool]:
    found = {call.scope for call in module.calls_to(_LISTINGS)}
    found.update(scope for word in LISTERS for scope, _ in module.calls.by_word.get(word, ()))
    for scope in module.scopes:
        if scope.is_function:
            for node in scope.statements.get(ast.Assign, ()):
                if node.value.__class__ in _SET_HOLDERS and _holds_set(node.value):
                    found.add(scope)
    for word in _SEQUENCES:
        for scope, call in module.calls.by_word.get(word, ()):
            if call.args and _holds_set(call.args[0]):
                found.add(scope)
    return _placed(module, found)


def _holds_set(node: Any) -> bool:
    """Whether an expression is a set display, one joined with something, or a list made from one."""
    if isinstance(node, ast.BinOp):
        return node.left.__class__ in _SETS or node.right.__class__ in _SETS
    return (node.generators[0].iter if isinstance(node, ast.ListComp) else node).__class__ in _SETS


_SCOPES: tuple[tuple[Origin, Callable[[Module], tuple[set[Scope], bool]]], ...] = (
    (CLOCK | ELAPSED, _clock_scopes),
    (TIMER | ELAPSED, _timer_scopes),
    (RANDOM, _chance_scopes),
    (UNORDERED, _listing_scopes),
)
