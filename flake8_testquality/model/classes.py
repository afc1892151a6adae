"""Classes: their bases as far as they are in sight, and whether one of them is a TestCase."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.mixins import leans_on_more
from flake8_testquality.model.names import Binding, canonical, dotted_text
from flake8_testquality.model.scopes import FUNCTIONS, Scope

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
# Bases that bring neither tests nor a constructor, and known ones that bring a constructor.
PLAIN = frozenset("builtins.object typing.Generic typing_extensions.Generic abc.ABC abc.ABCMeta builtins.type".split())
CONSTRUCTED = frozenset(
    "typing.Protocol typing_extensions.Protocol typing.NamedTuple typing.TypedDict typing_extensions.TypedDict "
    "enum.Enum enum.IntEnum enum.StrEnum enum.Flag enum.IntFlag threading.Thread".split()
)
ABSTRACT = frozenset(
    "abc.abstractmethod abc.abstractproperty abc.abstractclassmethod abc.abstractstaticmethod".split()
)
_ABSTRACT_BASES = frozenset({"abc.ABC", "abc.ABCMeta", "typing.Protocol", "typing_extensions.Protocol"})
MAX_DEPTH = 3
MAX_BASES = 100


@attrs.frozen(eq=False, repr=False)
class Lineage:
    """A class with the bases in sight in the order of attribute lookup, and the dotted names of those out of sight.

    `out_of_sight` holds metaclasses too, and an empty string for what has no name: a call, what a mixin leans on.
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
            if says_test_case(base):
                return "unknown"
        return None

    @property
    def is_resolved(self) -> bool:
        """Whether every base is in sight or known."""
        return all(base in CASES or base in PLAIN or is_constructed(base) for base in self.out_of_sight)

    @property
    def is_abstract(self) -> bool:
        """Whether an abstract method of the bases in sight is left open, so that it cannot be instantiated."""
        if _ABSTRACT_BASES.isdisjoint(self.out_of_sight):
            return False
        open_names: set[str] = set()
        for module, node in reversed(self.classes):
            scope = module.scope_by_node[node]
            open_names -= module.bindings(scope).keys()
            if _ABSTRACT_BASES.isdisjoint(lineage(module, node).out_of_sight):
                continue
            for item in scope.statements_of_functions():
                if any(module.resolve(part, scope) in ABSTRACT for part in item.decorator_list):
                    open_names.add(item.name)
        return bool(open_names)

    def method(self, name: str) -> tuple[Module, Any] | None:
        """The function that a method name stands for on this class, looked up from the class to its bases."""
        for module, node in self.classes:
            scope = module.scope_by_node[node]
            if name not in module.bindings(scope):
                continue
            found = [item for item in scope.statements_of_functions() if item.name == name]
            if found:
                return module, max(found, key=lambda item: item.lineno)
        return None

    def attribute(self, name: str) -> tuple[Module, Any] | None:
        """The statement that gives a class attribute its value, from the class to its bases."""
        for module, node in self.classes:
            places = module.bindings(module.scope_by_node[node]).get(name)
            if places:
                return module, places[-1]
        return None


def is_own_case(module: Module, base: str) -> bool:
    """Whether a TestCase out of sight, by its dotted name, is one that the project itself offers."""
    return base in CASES and not base.startswith("unittest.") and module.project.is_first_party(base, module.path)


def says_test_case(base: str) -> bool:
    """Whether the dotted name of a class out of sight says that it is a TestCase."""
    last = base.rpartition(".")[2]
    named = last.endswith(("TestCase", "TestCaseMixin", "Testcase"))
    return named or (last.endswith("TestBase") and "unittest" in base)


def lineage(module: Module, node: ast.ClassDef) -> Lineage:
    """A class's bases, followed through the file and three first-party modules deep; loops are harmless."""
    known: dict[ast.AST, Lineage] = module.fact(_lineages)
    found = known.get(node)
    if found is None and not node.bases and not node.keywords:
        alone = ((module, node),)
        found = known[node] = Lineage(alone, ("",) if leans_on_more(alone) else ())
    elif found is None:
        chain: list[tuple[Module, ast.ClassDef]] = []
        outside: list[str] = []
        _follow(module, node, chain, outside, (), 0)
        # Of a base that is reached twice the last place counts, as in Python's order of a diamond.
        places = {base: number for number, (_, base) in enumerate(chain)}
        order = tuple(item for number, item in enumerate(chain) if places[item[1]] == number)
        if all(base in PLAIN for base in outside) and leans_on_more(order):
            outside.append("")
        found = known[node] = Lineage(order, tuple(outside))
    return found


def _lineages(module: Module) -> dict[ast.AST, Lineage]:
    return {}


def _follow(
    module: Module,
    node: ast.ClassDef,
    chain: list[tuple[Module, ast.ClassDef]],
    outside: list[str],
    below: tuple[ast.ClassDef, ...],
    depth: int,
) -> None:
    if node in below:
        return
    chain.append((module, node))
    if len(chain) > MAX_BASES or len(below) > MAX_BASES:
        outside.append("")
        return
    below = (*below, node)
    scope = module.scope_by_node[node].parent or module.scope
    for keyword in node.keywords:
        if keyword.arg in ("metaclass", None):
            outside.append(module.resolve(keyword.value, scope) or "")
    for base in node.bases:
        if isinstance(base, ast.Subscript):
            base = base.value
        meant, is_sure = _meant_here(module, base, scope, node) if isinstance(base, ast.Name) else (None, True)
        if not is_sure:
            outside.append("")
        if meant is not None and isinstance(meant.node, ast.ClassDef):
            _follow(module, meant.node, chain, outside, below, depth)
            continue
        dotted = canonical(meant.target) if meant is not None and meant.target else module.resolve(base, scope)
        if dotted is None or (dotted.startswith("builtins.") and module.names.stars):
            dotted = _through_star(module, base, scope)
        if not dotted or is_known(dotted) or depth >= MAX_DEPTH:
            outside.append(dotted or "")
            continue
        found = find(module, dotted)
        if found is not None and isinstance(found[1], ast.ClassDef):
            _follow(found[0], found[1], chain, outside, below, depth + 1)
        else:
            outside.append(found_name(module, dotted))


def _meant_here(
    module: Module, base: ast.Name, scope: Scope, node: ast.ClassDef
) -> tuple[Binding | None, bool]:
    """The binding that a base's name has where a class is defined, and whether that is sure.

    Its only one, or the last one above the class; of several classes under conditions the last stands for all.
    """
    found = module.names.lookup(base.id, scope)
    if found is None or not found[1]:
        return None, True
    home, places = found
    if len(places) == 1:
        return (places[0] if places[0].kind == "class" else None), True
    above = [place for place in places if getattr(place.node, "lineno", 0) < node.lineno] if home is scope else []
    if above and module.block_parent(above[-1].node) in (home.node, module.block_parent(node)):
        return above[-1], True
    is_class = bool(above) and all(place.kind == "class" for place in above)
    return (above[-1] if is_class else None), not is_class


def is_known(dotted: str) -> bool:
    """Whether a base by this name is known from outside: a TestCase, or one that brings no tests."""
    return dotted in CASES or dotted in PLAIN or is_constructed(dotted)


def is_constructed(dotted: str) -> bool:
    """Whether a known base by this name brings a constructor: an exception, a container, an enumeration."""
    return dotted in CONSTRUCTED or (dotted.startswith("builtins.") and dotted not in PLAIN)


def _through_star(module: Module, base: ast.expr, scope: Scope) -> str | None:
    """What a base named only by `from x import *` is; as written where that cannot be told."""
    text = dotted_text(base)
    if text is None or module.names.lookup(text.partition(".")[0], scope) is not None:
        return None
    for star in module.names.stars:
        dotted = canonical(f"{star}.{text}")
        if dotted in CASES or find(module, dotted) is not None:
            return dotted
    return text if module.names.stars else module.resolve(base, scope)


def find(module: Module, dotted: str, depth: int = 0) -> tuple[Module, Any] | None:
    """The first-party definition of a dotted name, re-exports followed; (module, None) for a module itself."""
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
