"""Unset attributes: what a test reads of its own instance although nothing in sight can have put it there."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model import fixtures
from flake8_testquality.model.names import is_self
from flake8_testquality.model.origins import OUTSIDE, STDLIB, UNKNOWN, Value
from flake8_testquality.model.references import is_subclassed_elsewhere
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test, TestClass

# Source: the documentation of Django's, aiohttp's and Flask's test cases.
_GIVEN = frozenset({"client", "async_client", "client_class", "app", "settings", "live_server_url", "loop", "request"})
_WITH_TARGET = frozenset({ast.AugAssign, ast.AnnAssign, ast.For, ast.AsyncFor})
_LOGS = frozenset({"log", "logger"})


def unset_attribute(flow: Flow, name: str, node: ast.AST) -> Value | None:
    """The value of such an attribute: it keeps what the test puts on it, and all else about it is unknown."""
    if not is_set_nowhere(flow.test, name):
        return None
    is_log = name.strip("_") in _LOGS
    value = Value(STDLIB | OUTSIDE, node, "logger") if is_log else Value(UNKNOWN, node, "instance")
    flow.instance.keep((".", name), value)
    return value


def is_set_nowhere(test: Test, name: str) -> bool:
    """Whether an attribute of the test's instance is set by no statement: every base is in sight, nobody has it."""
    cls = test.cls
    if cls is None or cls.node.decorator_list or name in _GIVEN or cls.node in test.module.fact(subclassed):
        return False
    line = cls.lineage
    if not line.is_resolved or line.attribute(name) is not None or line.method("__getattr__") is not None:
        return False
    if name in set_by_methods(cls) or any(None in _stored(home, owner) for home, owner in line.classes):
        return False
    if any("request" in item.requests for item in fixtures.closure(test)):
        return False
    return not is_subclassed_elsewhere(test.module, cls.node.name)


def set_by_methods(cls: TestClass) -> set[str | None]:
    """The attributes that the methods of a class and of its bases in sight set on their instance or class."""
    return {name for home, owner in cls.lineage.classes for name in _stored(home, owner)}


def subclassed(module: Module) -> set[ast.AST]:
    """The classes of a file that others of it derive from."""
    return {
        base
        for item in module.classes
        for node in item.node.bases
        if (base := module.definition(node, item.scope.parent)) is not None
    }


def is_inherited_by_more(test: Test) -> bool:
    """Whether several classes of the file take a test from the same base, each with attributes of its own; a fact."""
    scope = test.scope.parent
    if test.cls is None or scope is None or scope.node is test.cls.node:
        return False
    return test.module.fact(_heirs)[scope.node] > 1


def _heirs(module: Module) -> Counter[ast.AST]:
    """How many classes of the file derive from each."""
    return Counter(node for item in module.classes for _, node in item.lineage.classes if node is not item.node)


def _stored(module: Module, cls: ast.ClassDef) -> set[str | None]:
    """What the methods of a class set; None among it for an instance that is handed to somebody."""
    known: dict[ast.AST, set[str | None]] = module.fact(_known)
    found = known.get(cls)
    if found is None:
        found = known[cls] = set()
        for scope in module.scope_by_node[cls].within():
            parts = (part for target in _targets(scope) for part in descend(target))
            found.update(part.attr for part in parts if isinstance(part, ast.Attribute) and _is_set(part))
            for call in scope.calls:
                given = (*call.args, *(word.value for word in call.keywords))
                if any(is_self(item) for item in given):
                    found.add(None)
    return found


def _targets(scope: Scope) -> Iterator[ast.expr]:
    """What a scope's statements bind, set or delete, in no order; a comprehension's targets are left out."""
    for cls, statements in scope.statements.items():
        if cls is ast.Assign or cls is ast.Delete:
            for statement in statements:
                yield from statement.targets
        elif cls in _WITH_TARGET:
            yield from (statement.target for statement in statements)
        elif cls is ast.With or cls is ast.AsyncWith:
            for statement in statements:
                yield from (item.optional_vars for item in statement.items if item.optional_vars is not None)


def _is_set(node: ast.Attribute) -> bool:
    return not isinstance(node.ctx, ast.Load)


def _known(module: Module) -> dict[ast.AST, set[str | None]]:
    return {}
