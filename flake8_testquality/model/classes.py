"""Classes: their bases as far as they are in sight, and whether one of them is a TestCase."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.names import canonical
from flake8_testquality.model.scopes import FUNCTIONS

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# dotted name -> which family of runner semantics the case class has.
CASES = {
    "unittest.TestCase": "unittest",
    "unittest.IsolatedAsyncioTestCase": "isolated",
    "unittest2.TestCase": "unittest",
    "django.test.SimpleTestCase": "django",
    "django.test.TestCase": "django",
    "django.test.TransactionTestCase": "django",
    "django.test.LiveServerTestCase": "django",
    "django.contrib.staticfiles.testing.StaticLiveServerTestCase": "django",
    "rest_framework.test.APITestCase": "django",
    "rest_framework.test.APISimpleTestCase": "django",
    "rest_framework.test.APITransactionTestCase": "django",
    "rest_framework.test.APILiveServerTestCase": "django",
    "tornado.testing.AsyncTestCase": "tornado",
    "tornado.testing.AsyncHTTPTestCase": "tornado",
    "tornado.testing.AsyncHTTPSTestCase": "tornado",
    "twisted.trial.unittest.TestCase": "twisted",
    "twisted.trial.unittest.SynchronousTestCase": "twisted",
    "testtools.TestCase": "testtools",
    "aiounittest.AsyncTestCase": "other",
    "asynctest.TestCase": "other",
    "asynctest.ClockedTestCase": "other",
    "absl.testing.absltest.TestCase": "unittest",
    "absl.testing.parameterized.TestCase": "other",
    "flask_testing.TestCase": "unittest",
    "aiohttp.test_utils.AioHTTPTestCase": "isolated",
    "numpy.testing.TestCase": "unittest",
    "torch.testing._internal.common_utils.TestCase": "other",
    "wagtail.test.utils.WagtailPageTests": "django",
}
# Bases that tell nothing about collection.
PLAIN = frozenset(
    "builtins.object typing.Generic typing.Protocol typing_extensions.Protocol abc.ABC "
    "typing.NamedTuple enum.Enum builtins.Exception builtins.dict builtins.list builtins.str builtins.int".split()
)
MAX_DEPTH = 3


@attrs.frozen(eq=False)
class Lineage:
    """A class with the bases in sight, the nearest first, and the dotted names of those out of sight.

    `out_of_sight` holds an empty string for a base that is no plain name (a call, a subscript).
    """

    classes: tuple[tuple[Module, ast.ClassDef], ...]
    out_of_sight: tuple[str, ...]

    @property
    def case_family(self) -> str | None:
        """Which family of TestCase it is, None if it is no TestCase as far as can be seen.

        `unknown` for a base out of sight whose name says that it is one.
        """
        known = [CASES[base] for base in self.out_of_sight if base in CASES]
        if known:
            return next((family for family in known if family != "unittest"), known[0])
        for base in self.out_of_sight:
            if _says_test_case(base):
                return "unknown"
        return None

    @property
    def is_resolved(self) -> bool:
        """Whether every base is in sight or known."""
        return all(base in CASES or base in PLAIN for base in self.out_of_sight)

    def method(self, name: str) -> tuple[Module, Any] | None:
        """The function that a method name stands for on this class, looked up from the class to its bases."""
        for module, node in self.classes:
            for item in module.scope_by_node[node].statements_of_functions():
                if item.name == name:
                    return module, item
        return None

    def attribute(self, name: str) -> tuple[Module, Any] | None:
        """The statement that gives a class attribute its value, from the class to its bases."""
        for module, node in self.classes:
            places = module.bindings(module.scope_by_node[node]).get(name)
            if places:
                return module, places[-1]
        return None


def _says_test_case(base: str) -> bool:
    last = base.rpartition(".")[2]
    return last.endswith(("TestCase", "TestCaseMixin", "Testcase")) or (last.endswith("TestBase") and "unittest" in base)


def lineage(module: Module, node: ast.ClassDef) -> Lineage:
    """A class's bases, followed through the file and three first-party modules deep; loops are harmless."""
    known: dict[ast.AST, Lineage] = module.fact(_lineages)
    found = known.get(node)
    if found is None:
        chain: list[tuple[Module, ast.ClassDef]] = []
        outside: list[str] = []
        _follow(module, node, chain, outside, 0)
        found = known[node] = Lineage(tuple(chain), tuple(outside))
    return found


def _lineages(module: Module) -> dict[ast.AST, Lineage]:
    return {}


def _follow(
    module: Module, node: ast.ClassDef, chain: list[tuple[Module, ast.ClassDef]], outside: list[str], depth: int
) -> None:
    if any(known is node for _, known in chain):
        return
    chain.append((module, node))
    if len(chain) > 40:
        return
    for base in node.bases:
        if isinstance(base, ast.Subscript):
            base = base.value
        scope = module.scope_of(node)
        local = module.definition(base, scope) if isinstance(base, ast.Name) else None
        if isinstance(local, ast.ClassDef):
            _follow(module, local, chain, outside, depth)
            continue
        dotted = module.resolve(base, scope)
        if dotted is None:
            outside.append("")
            continue
        if dotted in CASES or dotted in PLAIN or depth >= MAX_DEPTH:
            outside.append(dotted)
            continue
        found = find(module, dotted)
        if found is not None and isinstance(found[1], ast.ClassDef):
            _follow(found[0], found[1], chain, outside, depth + 1)
        else:
            outside.append(found_name(module, dotted))


def find(module: Module, dotted: str, depth: int = 0) -> tuple[Module, Any] | None:
    """The first-party definition of a dotted name, re-exports followed; (module, None) for a module itself."""
    head, _, rest = dotted.rpartition(".")
    if depth > MAX_DEPTH or dotted.startswith((".", "builtins.")):
        return None
    parts = dotted.split(".")
    for split in range(len(parts), 0, -1):
        home = module.project.module(".".join(parts[:split]), module.path)
        if home is None:
            continue
        return _inside(home, parts[split:], depth)
    return None


def _inside(home: Module, parts: list[str], depth: int) -> tuple[Module, Any] | None:
    if not parts:
        return home, None
    places = home.bindings(home.scope).get(parts[0], [])
    if len(places) == 1 and places[0].kind in ("function", "class"):
        node: Any = places[0].node
        for name in parts[1:]:
            inner = home.scope_by_node.get(node)
            found = home.bindings(inner).get(name, []) if inner is not None else []
            if len(found) != 1 or found[0].kind not in ("function", "class"):
                return None
            node = found[0].node
        return home, node
    if places and all(place.kind == "import" for place in places):
        return find(home, ".".join((places[0].target, *parts[1:])), depth + 1)
    return None


def found_name(module: Module, dotted: str) -> str:
    """The name of a thing out of sight after first-party re-exports (`tests.base.TestCase` -> `unittest.TestCase`)."""
    for _ in range(MAX_DEPTH):
        head, _, last = dotted.rpartition(".")
        home = module.project.module(head, module.path) if head and not head.startswith(".") else None
        if home is None:
            return dotted
        places = home.bindings(home.scope).get(last, [])
        if places and all(place.kind == "import" for place in places):
            dotted = canonical(places[0].target)
        elif len(places) == 1 and places[0].value is not None:
            return home.resolve(places[0].value, home.scope) or dotted
        else:
            return dotted
        module = home
    return dotted


def methods(node: ast.ClassDef) -> list[Any]:
    """The functions defined directly in a class body, in order."""
    return [item for item in node.body if item.__class__ in FUNCTIONS]
