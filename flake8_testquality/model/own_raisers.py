"""Own raisers: stand-ins of a test file that raise an exception by hand, for a test to see what becomes of it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixtures import closure
from flake8_testquality.model.names import called_name
from flake8_testquality.model.supplied import SET_UPS
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

# A name that is no attribute, or one of self with it.
_WORD = regex(r"(?<![\w.])(?:self\.)?\w+")


def uses_raiser(test: Test, names: Iterable[str]) -> bool:
    """Whether a test, its set-up or a fixture of it names a function or class that raises one of these classes."""
    return any(
        not raisers.isdisjoint(_WORD.findall(text))
        for module, text in _texts(test)
        if (raisers := {word for name in names for word in module.fact(_raisers).get(name, ())})
    )


def _texts(test: Test) -> Iterator[tuple[Module, str]]:
    """What a test is written in: itself, the set-up of its class and the fixtures that it reaches, with their files."""
    yield test.module, test.text
    found = [test.cls.lineage.method(name) for name in SET_UPS] if test.cls is not None else []
    homes = [(home, node) for home, node in filter(None, found)]
    homes += [(item.module, item.node) for item in closure(test)]
    for home, node in homes:
        yield home, home.source.segment(node)


def _raisers(module: Module) -> dict[str, set[str]]:
    """How a test would name the functions and classes, by the class that is raised in them; tests left out; a fact."""
    found: dict[str, set[str]] = {}
    for scope in module.scopes:
        for node in scope.statements.get(ast.Raise, ()):
            around = [inner for inner in scope.chain() if inner.is_function or inner.is_class]
            if not any(module.test_of(inner.node) is not None for inner in around):
                found.setdefault(called_name(node.exc) or "", set()).update(_named(module, around))
    return found


def _named(module: Module, scopes: list[Scope]) -> Iterator[str]:
    """The names of functions and classes; a method goes by its class, in a class of tests by `self.` and its name."""
    tested = {cls.node for cls in module.test_classes}
    for scope in scopes:
        name = getattr(scope.node, "name", "")
        owner = scope.parent if scope.is_function and scope.parent is not None and scope.parent.is_class else None
        if owner is None and scope.node not in tested:
            yield name
        elif owner is not None and owner.node in tested:
            yield f"self.{name}"
