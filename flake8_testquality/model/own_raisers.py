"""Own raisers: stand-ins of a test file that raise an exception by hand, for a test to see what becomes of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixtures import closure
from flake8_testquality.model.names import called_name
from flake8_testquality.model.supplied import SET_UPS

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_WORD = re.compile(r"\w+")


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
    """The names of the functions and classes, by the class that is raised in them; those of tests left out; a fact."""
    found: dict[str, set[str]] = {}
    tested = {cls.node for cls in module.test_classes}
    for scope in module.scopes:
        for node in scope.statements.get(ast.Raise, ()):
            word = called_name(node.exc) or ""
            around = [inner.node for inner in scope.chain() if inner.is_function or inner.is_class]
            if any(module.test_of(item) is not None for item in around):
                continue
            found.setdefault(word, set()).update(getattr(item, "name", "") for item in around if item not in tested)
    return found
