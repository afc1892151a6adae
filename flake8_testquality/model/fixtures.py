"""Fixtures: what they give, how long they live, what they ask for, and which one a name means."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from flake8_testquality.cached import cached_property
from flake8_testquality.model.marks import indirect_names
from flake8_testquality.model.names import parameters
from flake8_testquality.model.scopes import Scope, flat
from flake8_testquality.model.tests import Mark, Test, TestClass, decorator_marks

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

FixtureScope: TypeAlias = Literal["function", "class", "module", "package", "session", "dynamic"]
SCOPES: tuple[FixtureScope, ...] = ("function", "class", "module", "package", "session")
# decorator -> the plugin that runs it.
DECORATORS = {
    "pytest.fixture": "pytest",
    "pytest.yield_fixture": "pytest",
    "_pytest.fixtures.fixture": "pytest",
    "pytest_asyncio.fixture": "asyncio",
    "pytest_trio.trio_fixture": "trio",
    "pytest_twisted.inlineCallbacks": "twisted",
}
_KNOWN_PLUGINS = frozenset(DECORATORS.values())
# Source: `pytest --fixtures` of pytest 9 and of the well-known plugins.
BUILTIN_SCOPES: dict[str, FixtureScope] = {
    "cache": "function",
    "capfd": "function",
    "capfdbinary": "function",
    "caplog": "function",
    "capsys": "function",
    "capsysbinary": "function",
    "capteesys": "function",
    "doctest_namespace": "session",
    "monkeypatch": "function",
    "pytestconfig": "session",
    "record_property": "function",
    "record_testsuite_property": "session",
    "record_xml_attribute": "function",
    "recwarn": "function",
    "request": "function",
    "subtests": "function",
    "testdir": "function",
    "pytester": "function",
    "tmp_path": "function",
    "tmp_path_factory": "session",
    "tmpdir": "function",
    "tmpdir_factory": "session",
}


class Fixture:
    """A pytest fixture. `node` is its function, `decorator` the fixture decorator."""

    def __init__(self, node: Any, module: Module, scope_of_body: Scope, decorator: ast.expr, plugin: str) -> None:
        self.node: ast.FunctionDef | ast.AsyncFunctionDef = node
        self.module = module
        self.body_scope = scope_of_body
        self.decorator = decorator
        self.plugin = plugin

    def keyword(self, name: str) -> ast.expr | None:
        """The value of a keyword of the fixture decorator."""
        if not isinstance(self.decorator, ast.Call):
            return None
        return next((item.value for item in self.decorator.keywords if item.arg == name), None)

    @property
    def name(self) -> str:
        """The name under which tests ask for it: `name=` if given."""
        given = self.keyword("name")
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            return given.value
        return self.node.name

    @property
    def scope(self) -> FixtureScope:
        """How long it lives; `dynamic` where a callable or a name decides."""
        given = self.keyword("scope")
        if given is None and isinstance(self.decorator, ast.Call) and self.decorator.args:
            given = self.decorator.args[0]
        if given is None:
            return "function"
        if isinstance(given, ast.Constant) and given.value in SCOPES:
            return given.value
        return "dynamic"

    @property
    def is_autouse(self) -> bool:
        """Whether every test in reach gets it unasked."""
        given = self.keyword("autouse")
        return isinstance(given, ast.Constant) and given.value is True

    @property
    def is_async(self) -> bool:
        """Whether it is an `async def`."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @cached_property
    def requests(self) -> list[str]:
        """The fixtures that it asks for by argument."""
        found = [arg.arg for arg in parameters(self.node)]
        return found[1:] if self.body_scope.parent is not None and self.body_scope.parent.is_class else found

    @property
    def body(self) -> list[Any]:
        """The statements of its body."""
        return self.node.body

    @cached_property
    def yields(self) -> list[ast.Yield]:
        """The yields of its own body."""
        return self.body_scope.own(ast.Yield)

    @cached_property
    def teardown(self) -> list[Any]:
        """The statements that run after the yield, and those of finally blocks around it."""
        if not self.yields:
            return []
        line = self.yields[-1].lineno
        return [statement for statement in flat(self.node.body) if getattr(statement, "lineno", 0) > line]

    @cached_property
    def values(self) -> list[ast.expr]:
        """The expressions that it yields or returns to the test."""
        if self.yields:
            return [node.value for node in self.yields if node.value is not None]
        return [node.value for node in self.body_scope.own(ast.Return) if node.value is not None]

    @property
    def is_plain_pytest(self) -> bool:
        """Whether its decorator is pytest's own or known to do no more; another's may read the marks and more."""
        return self.plugin in _KNOWN_PLUGINS

    @property
    def marks(self) -> list[Mark]:
        """pytest marks put on it, which have no effect."""
        return decorator_marks(self.module, self.node, "function", self.body_scope.parent)


def fixture_decorator(module: Module, node: Any, scope: Scope | None) -> tuple[ast.expr, str] | None:
    """The fixture decorator of a function and the plugin that runs it; None for no fixture."""
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = module.resolve(target, scope)
        if name in DECORATORS:
            return decorator, DECORATORS[name]
        if name is not None and name.rpartition(".")[2] in ("fixture", "async_fixture") and ".mark." not in name:
            return decorator, name.partition(".")[0]
    return None


def fixtures_of(module: Module) -> list[Fixture]:
    """Every pytest fixture that a file defines, at module level or in a class."""
    found: list[Fixture] = []
    if not module.says("fixture"):
        return found
    for scope in module.scopes:
        if scope.is_function and getattr(scope.node, "decorator_list", None):
            decorated = fixture_decorator(module, scope.node, scope.parent)
            if decorated is not None:
                found.append(Fixture(scope.node, module, scope, *decorated))
    return found


def lookup(module: Module, name: str, cls: TestClass | None = None) -> Fixture | None:
    """The fixture that a name means to a test of a class (or to a function): class, module, conftest chain.

    None for built-in, plugin's and unknown ones.
    """
    return next(candidates(module, name, cls), None)


def candidates(module: Module, name: str, cls: TestClass | None = None) -> Iterator[Fixture]:
    """Every fixture of a name in reach, the one that wins first; an overriding one asks for the next."""
    if cls is not None:
        for home, node in cls.lineage.classes:
            for item in reversed(home.fact(_by_name).get(name, [])):
                if item.body_scope.parent is home.scope_by_node[node]:
                    yield item
    for home in (module, *module.conftests):
        for item in reversed(home.fact(_by_name).get(name, [])):
            parent = item.body_scope.parent
            if parent is not None and not parent.is_class:
                yield item
    for dotted in module.names.imported.get(name, ()):
        found = module.find(dotted)
        if found is not None and found[1] is not None:
            imported = found[0].fixture_of(found[1])
            if imported is not None:
                yield imported


def may_be_another(module: Module, name: str, found: Fixture | None) -> bool:
    """Whether a file nearer than a fixture's may bring one of its name: by an import, or made without a `def`."""
    homes = (module, *module.conftests)
    if found is not None and found.module not in homes:
        return False
    nearer = homes if found is None else homes[: homes.index(found.module)]
    return any(home.names.stars or _binds_another(home, name, found) for home in nearer)


def _binds_another(home: Module, name: str, found: Fixture | None) -> bool:
    if name not in home.bindings(home.scope) or any(item.node.name == name for item in home.fixtures):
        return False
    imported = [home.find(dotted) for dotted in home.names.imported.get(name, ())]
    return found is None or all(item is None or item[1] is not found.node for item in imported)


def _by_name(module: Module) -> dict[str, list[Fixture]]:
    found: dict[str, list[Fixture]] = {}
    for item in module.fixtures:
        found.setdefault(item.name, []).append(item)
    return found


def autouse(module: Module, cls: TestClass | None = None) -> list[Fixture]:
    """The autouse fixtures in reach of a test: of its class with bases, its module, the conftest chain."""
    bases = cls.lineage.classes if cls else ()
    found = [item for home in (module, *module.conftests) for item in home.fact(_autouse)]
    elsewhere = {home for home, _ in bases if home is not module and home not in module.conftests}
    inherited = [item for home in elsewhere for item in home.fact(_autouse)]
    if not found and not inherited:
        return []
    own = {home.scope_by_node[node] for home, node in bases}
    return [
        item
        for item in [*found, *inherited]
        if item.body_scope.parent in own
        or (item.module not in elsewhere and item.body_scope.parent is not None and not item.body_scope.parent.is_class)
    ]


def _autouse(module: Module) -> list[Fixture]:
    return [item for item in module.fixtures if item.is_autouse]


def closure(test: Test) -> list[Fixture]:
    """Every fixture in sight that a test reaches: asked for, autouse, and those that they ask for."""
    module, cls = test.module, test.cls
    found: list[Fixture] = []
    names = [
        *test.fixture_names,
        *(name for mark in test.marks if mark.name == "parametrize" for name in indirect_names(mark)),
    ]
    pending = [item for name in names if (item := lookup(module, name, cls))] + autouse(module, cls)
    while pending:
        item = pending.pop(0)
        if item in found:
            continue
        found.append(item)
        for name in item.requests:
            asked = next((other for other in candidates(module, name, cls) if other is not item), None)
            if asked is not None:
                pending.append(asked)
    return found
