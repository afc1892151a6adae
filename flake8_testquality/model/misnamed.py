"""Functions that check something and that no runner calls: a slip in the name, or nobody left who calls them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checking import holds_check
from flake8_testquality.model.collection import matches
from flake8_testquality.model.decorators import all_neutral
from flake8_testquality.model.fixtures import fixture_decorator
from flake8_testquality.model.lifecycle import MODULE_HOOKS
from flake8_testquality.model.references import is_called_here, is_mentioned_elsewhere, is_mentioned_here
from flake8_testquality.model.roles import pytest_opens
from flake8_testquality.model.scopes import FUNCTIONS, Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_PREFIX = "test_"
# unittest's own, and nose's, which have a rule of their own
_HOOKS = MODULE_HOOKS | {"load_tests", "setup", "teardown"}
# what gives a file's functions by names that it puts together
_BY_ANY_NAME = ("globals()", "modules[__name__]")
# one letter away from test_, and words of their own
_WORDS = frozenset(["best_", "rest_", "text_", "nest_", "west_", "pest_", "zest_", "jest_", "lest_", "vest_", "tent_"])


def _slips() -> frozenset[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    swapped = {_PREFIX[:n] + _PREFIX[n + 1] + _PREFIX[n] + _PREFIX[n + 2 :] for n in range(len(_PREFIX) - 1)}
    shorter = {_PREFIX[:n] + _PREFIX[n + 1 :] for n in range(len(_PREFIX))}
    changed = {_PREFIX[:n] + letter + _PREFIX[n + 1 :] for n in range(4) for letter in letters + "T"}
    longer = {_PREFIX[:n] + letter + _PREFIX[n:] for n in range(len(_PREFIX)) for letter in letters + "T_"}
    return frozenset(swapped | shorter | changed | longer) - {_PREFIX}


SLIPS = _slips()


def slip_of(name: str, patterns: tuple[str, ...]) -> str | None:
    """The misspelled `test_` that a name begins with, one slip of a finger away from it; None for all other names."""
    if name.startswith("_") or matches(name, patterns):
        return None
    return next((name[:length] for length in (5, 4, 6) if name[:length] in SLIPS and len(name) > length), None)


def misspelled_tests(module: Module) -> Iterator[tuple[Any, str]]:
    """(function, the misspelled prefix) for each that was meant as a test by all signs."""
    known: list[tuple[Any, str]] = module.fact(_misspelled_tests)
    yield from known


def _misspelled_tests(module: Module) -> list[tuple[Any, str]]:
    if module.role != "test":
        return []
    found = []
    for scope, patterns, is_certain in _homes(module):
        for node in scope.statements_of_functions():
            slip = slip_of(node.name, patterns) if not node.name.startswith(patterns) else None
            if slip is None or (slip in _WORDS and not is_certain) or not all_neutral(module, node, patches=True):
                continue
            if not holds_check(module.scope_by_node[node]) or is_mentioned_here(module, node):
                continue
            if not is_mentioned_elsewhere(module, node.name):
                found.append((node, slip))
    return found


def _homes(module: Module) -> Iterator[tuple[Scope, tuple[str, ...], bool]]:
    """The scopes in which a runner looks for tests, its patterns, and whether every base is in sight."""
    patterns = module.project.config.python_functions
    if pytest_opens(module):
        yield module.scope, patterns, True
    for item in module.classes:
        if item.is_case or item.collected:
            yield item.scope, ("test",) if item.is_case else patterns, item.lineage.is_resolved


def orphaned_checks(module: Module) -> Iterator[Any]:
    """Each module-level function that asserts something, is no test, fixture or hook, and is mentioned nowhere."""
    if module.role != "test" or not pytest_opens(module) or any(map(module.says, _BY_ANY_NAME)):
        return
    patterns = module.project.config.python_functions
    misspelled = {node for node, _ in misspelled_tests(module)}
    for node in module.scope.statements_of_functions():
        name: str = node.name
        if matches(name, patterns) or name.startswith(("pytest_", "__")) or name in _HOOKS or node in misspelled:
            continue
        if is_called_here(module, node) or _is_described(node):
            continue
        if not all_neutral(module, node) or fixture_decorator(module, node, module.scope) is not None:
            continue
        if not holds_check(module.scope_by_node[node]) or is_mentioned_here(module, node):
            continue
        if not is_mentioned_elsewhere(module, name):
            yield node


def _is_described(node: Any) -> bool:
    """Whether a function is a block of pytest-describe, which runs the functions in it."""
    return node.name.startswith("describe") and any(isinstance(item, FUNCTIONS) for item in node.body)


def checking_fixtures(module: Module) -> Iterator[Any]:
    """Each fixture that is named and written as a test: it checks, and gives nothing that a test asks for."""
    asked: set[str] | None = None
    for fixture in module.fixtures:
        if not fixture.node.name.startswith("test") or not holds_check(fixture.body_scope):
            continue
        if fixture.values:
            # what it hands out may be a function that checks
            if not holds_check(fixture.body_scope, inner_too=False):
                continue
            if asked is None:
                asked = {name for test in module.tests for name in test.fixture_names}
                asked |= {name for other in module.fixtures for name in other.requests}
            if fixture.name in asked:
                continue
        yield fixture
