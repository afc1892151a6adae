"""Module: one file, walked once; every other fact about it is derived when first asked for."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from flake8_testquality.cached import cached_property
from flake8_testquality.model import classes, collection, fixtures, mocks, roles, speech
from flake8_testquality.model.call_index import CallIndex
from flake8_testquality.model.calls import Call, argument, keyword
from flake8_testquality.model.names import Binding, Names, bindings, definition
from flake8_testquality.model.positions import Positions
from flake8_testquality.model.project import NO_PROJECT, Project
from flake8_testquality.model.scopes import FUNCTIONS, Scope, build, descend
from flake8_testquality.settings import DEFAULTS, Settings
from flake8_testquality.source import Comment, Source

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.mocks import Mock, Patch
    from flake8_testquality.model.tests import Test, TestClass
    from flake8_testquality.rule import Option

T = TypeVar("T")
N = TypeVar("N", bound=ast.AST)
_UNKNOWN = object()


class Module:
    """A file as a test linter sees it.

    `project` gives the sight beyond the file; `settings` the options in force. The tree is never written on.
    """

    def __init__(self, source: Source, project: Project = NO_PROJECT, settings: Settings = DEFAULTS) -> None:
        self.source = source
        self.project = project
        self.settings = settings
        self.scope, parents, order = build(source.tree)
        self._positions = Positions(source.tree, parents, order)
        self._facts: dict[Any, Any] = {}
        self._words: dict[str, bool] = {}
        self._saying: dict[tuple[str, ...], list[Test]] = {}

    def release(self) -> None:
        """Let go of all that is known of the file, so that it is freed at once; nothing of it may be used afterwards.

        Its parts refer to one another in circles, which only the garbage collector would find.
        """
        for test in self.__dict__.get("tests", ()):
            vars(test).clear()
        for scope in list(self.scope.within()):
            vars(scope).clear()
        vars(self).clear()

    # ------------------------------------------------------------------ the file

    @property
    def path(self) -> str:
        """The file's name as the user gave it."""
        return self.source.path

    @property
    def tree(self) -> ast.Module:
        """The tree, to be read only."""
        return self.source.tree

    @cached_property
    def dotted_name(self) -> str:
        """The name under which the file can be imported, or the empty string outside a project."""
        return self.project.dotted_name(self.path)

    @cached_property
    def package(self) -> str:
        """The dotted name of the package that holds the file; empty at top level or outside a project."""
        if not self.dotted_name:
            return ""
        is_package = self.path.endswith("__init__.py")
        return self.dotted_name if is_package else self.dotted_name.rpartition(".")[0]

    @cached_property
    def _folder(self) -> str:
        return os.path.dirname(self.path)

    @cached_property
    def role(self) -> roles.Role:
        """Whether the file is a test module, a conftest, a helper of tests, or ordinary source."""
        return roles.role_of(self.source.path, self.project, self.source.text)

    def text(self, node: ast.AST, limit: int = 40) -> str:
        """The source text of a node on one line, for a message."""
        return self.source.short(node, limit)  # type: ignore[arg-type]

    def option(self, option: Option) -> Any:
        """The value in force of a rule's option, of the type of its default."""
        return self.settings.value(option)

    def fact(self, derive: Callable[[Module], T]) -> T:
        """`derive(self)`, computed once: how a fact in model/ is shared by the rules that need it."""
        known: Any = self._facts.get(derive, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._facts[derive] = derive(self)
        return known  # type: ignore[no-any-return]

    def says(self, word: str) -> bool:
        """Whether the text of the file holds some characters: a cheap first question, answered once for each word."""
        known = self._words.get(word)
        if known is None:
            # where there is no `skip` there is no `skipTest`
            is_absent = self._words.get(word[:4]) is False
            known = self._words[word] = not is_absent and word in self.source.text
        return known

    @property
    def comments(self) -> list[Comment]:
        """Every comment of the file, in order."""
        return self.source.comments

    # ------------------------------------------------------------------ nodes

    @cached_property
    def scopes(self) -> list[Scope]:
        """Every scope, the module's first, in source order."""
        return list(self.scope.within())

    @cached_property
    def scope_by_node(self) -> dict[ast.AST, Scope]:
        """The scope that a module, class or function opens."""
        return {scope.node: scope for scope in self.scopes}

    def statements(self, kind: type[N]) -> list[N]:
        """All statements (handlers and cases too) of one exact type in the file, in source order scope by scope."""
        return [node for scope in self.scopes for node in scope.statements.get(kind, ())]

    def nodes(self, kind: type[N]) -> list[N]:
        """All nodes of one exact type in the file."""
        return self.scope.nodes(kind)

    def statement_of(self, node: ast.AST) -> ast.AST:
        """The statement, handler or case around a node; for a part of a decorator the definition it decorates."""
        return self._positions.statement_of(node)

    def statements_on(self, line: int) -> list[Any]:
        """The statements of which some part may stand on a line, blocks inside them apart."""
        return self._positions.on_line(line)

    def block_parent(self, statement: ast.AST) -> ast.AST | None:
        """The statement (or the module) whose block holds a statement; cheap."""
        return self._positions.statement_parents.get(statement)

    def enclosing(self, statement: ast.AST) -> Iterator[ast.AST]:
        """The statements around a statement, from the inside out, up to and with the nearest function or class."""
        return self._positions.enclosing(statement)

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node right above any node. The first question about a statement costs a walk of it: ask it late."""
        return self._positions.parent(node)

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes above a node, from the inside out, the module last."""
        above = self.parent(node)
        while above is not None:
            yield above
            above = self.parent(above)

    def scope_of(self, node: ast.AST) -> Scope:
        """The scope in which a node is evaluated (a definition: the one that it binds its name in)."""
        current = self.block_parent(self.statement_of(node))
        while current is not None and current not in self.scope_by_node:
            current = self.block_parent(current)
        return self.scope_by_node[current] if current is not None else self.scope

    # ------------------------------------------------------------------ names and calls

    @cached_property
    def names(self) -> Names:
        """The file's imports and bindings."""
        return Names(self)

    def resolve(self, node: ast.AST | None, scope: Scope | None = None) -> str | None:
        """The canonical dotted name of what a name or chain stands for, or None for what is no import or builtin."""
        if node is None:
            return None
        return self.names.resolve(node, scope or self.scope_of(node))

    def bindings(self, scope: Scope) -> dict[str, list[Binding]]:
        """Every name that a scope binds, with each place that does."""
        return bindings(scope, self.package)

    def definition(self, node: ast.AST, scope: Scope | None = None) -> Any:
        """The function or class of this file that a plain name stands for, or None."""
        if not isinstance(node, ast.Name):
            return None
        found = self.names.lookup(node.id, scope or self.scope_of(node))
        return definition(found[1]) if found else None

    def top_level(self, name: str) -> Any:
        """The one function or class that the module binds under a name, or None."""
        return definition(self.bindings(self.scope).get(name, []))

    def find(self, dotted: str) -> tuple[Module, Any] | None:
        """The first-party function or class (or module: None as node) of a dotted name, re-exports followed.

        Returns the module that defines it and its node; None when it is out of sight.
        """
        return self.project.once(("definition", dotted, self._folder), lambda: classes.find(self, dotted))

    @cached_property
    def calls(self) -> CallIndex:
        """The calls of the file, by word and by canonical name."""
        return CallIndex(self)

    def calls_to(self, names: Iterable[str]) -> list[Call]:
        """The calls of any of these canonical names, in source order; a name may be a pattern like `random.*`."""
        return self.calls.to(names)

    # ------------------------------------------------------------------ nouns

    @cached_property
    def test_classes(self) -> list[TestClass]:
        """Every class that the runner collects tests from."""
        return [item for item in self.classes if item.collected]

    @cached_property
    def classes(self) -> list[TestClass]:
        """Every class of the file outside functions, with what the runner makes of it."""
        return collection.classes_of(self)

    @cached_property
    def tests(self) -> list[Test]:
        """Every test that the runner collects, in source order."""
        return collection.tests_of(self)

    def tests_that_say(self, words: tuple[str, ...]) -> list[Test]:
        """The tests in whose text, decorators included, one of these words stands; cheap where the file has none."""
        found = self._saying.get(words)
        if found is None:
            found = self._saying[words] = speech.tests_that_say(self, words)
        return found

    @cached_property
    def _tests_by_node(self) -> dict[ast.AST, Test]:
        return {test.node: test for test in self.tests}

    def test_of(self, node: ast.AST) -> Test | None:
        """The test that a function node is."""
        return self._tests_by_node.get(node)

    def test_around(self, scope: Scope) -> Test | None:
        """The test whose body holds a scope, if any."""
        return next((self._tests_by_node[s.node] for s in scope.chain() if s.node in self._tests_by_node), None)

    @cached_property
    def fixtures(self) -> list[Fixture]:
        """Every pytest fixture that the file defines."""
        return fixtures.fixtures_of(self)

    @cached_property
    def _fixtures_by_node(self) -> dict[ast.AST, Fixture]:
        return {fixture.node: fixture for fixture in self.fixtures}

    def fixture_of(self, node: ast.AST) -> Fixture | None:
        """The fixture that a function node is."""
        return self._fixtures_by_node.get(node)

    def fixture_around(self, scope: Scope) -> Fixture | None:
        """The fixture whose body holds a scope, if any."""
        known = self._fixtures_by_node
        return next((known[s.node] for s in scope.chain() if s.node in known), None)

    @cached_property
    def assertions(self) -> list[Assertion]:
        """Every assertion in the file's tests, in source order."""
        return [assertion for test in self.tests for assertion in test.assertions]

    @cached_property
    def mocks(self) -> list[Mock]:
        """Every mock object that the file makes."""
        return mocks.mocks_of(self)

    @cached_property
    def patches(self) -> list[Patch]:
        """Every replacement of an attribute: patch in all its forms, mocker, monkeypatch."""
        return mocks.patches_of(self)

    @cached_property
    def conftests(self) -> tuple[Module, ...]:
        """The conftest files that apply to this one, the nearest first."""
        return self.project.conftests(self.path)


__all__ = ["FUNCTIONS", "Call", "Module", "argument", "descend", "keyword"]
