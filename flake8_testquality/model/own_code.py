"""Own code: what functions and classes of a test file can reach; it tells a test's own double from a product."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.classes import PLAIN, lineage
from flake8_testquality.model.headings import is_class_elsewhere
from flake8_testquality.model.names import BUILTINS, bindings
from flake8_testquality.model.origins import STDLIB, SUBJECT, UNKNOWN, Origin
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.stdlib_purity import nature

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Names whose subclass or decorated function only holds what the test put there.
_HARMLESS = (
    "abc.",
    "collections.",
    "dataclasses.",
    "enum.",
    "functools.",
    "types.",
    "typing.",
    "builtins.",
    "contextlib.",
    "json.",
)
# They give back nothing, or what they were given; what the code does meanwhile, the calls of the code tell.
_PAUSES = frozenset({"time.sleep", "asyncio.sleep"})


@attrs.frozen
class Reach:
    """What a piece of the test file's code can bring in: product or unknown code, names of functions around it."""

    origins: Origin
    captured: frozenset[str]
    of_self: frozenset[str]


_NOTHING = Reach(0, frozenset(), frozenset())


def reach(module: Module, node: Any) -> Reach:
    """What the body, decorators and bases of a function or class of this file reach. A loop of calls adds nothing."""
    known: dict[ast.AST, Reach] = module.fact(_reaches)
    found = known.get(node)
    if found is None:
        known[node] = _NOTHING
        scope = module.scope_by_node.get(node)
        found = _reach_of(module, node, scope) if scope is not None else Reach(UNKNOWN, frozenset(), frozenset())
        known[node] = found
    return found


def _reaches(module: Module) -> dict[ast.AST, Reach]:
    return {}


def _reach_of(module: Module, node: Any, scope: Scope) -> Reach:
    inner = set(scope.within())
    origins: Origin = _of_bases(module, node) if isinstance(node, ast.ClassDef) else 0
    captured: set[str] = set()
    of_self: set[str] = set()
    pauses = {
        item.value
        for where in inner
        for item in where.own(ast.Attribute)
        if item.attr == "sleep" and module.resolve(item, where) in _PAUSES
    }
    names = [(name, where) for where in inner for name in where.own(ast.Name) if name not in pauses]
    outside = scope.parent or module.scope
    heads = [*node.decorator_list, *getattr(node, "bases", ())]
    names += [(part, outside) for item in heads for part in descend(item) if isinstance(part, ast.Name)]
    for name, where in names:
        origins |= _of_name(module, name.id, where, inner, captured)
    for where in inner:
        for statement in where.statements.get(ast.Nonlocal, ()):
            captured.update(statement.names)
        if ast.Global in where.statements:
            origins |= UNKNOWN
        for attribute in where.own(ast.Attribute):
            if isinstance(attribute.value, ast.Name) and attribute.value.id in ("self", "cls"):
                of_self.add(attribute.attr)
        if ast.Import in where.statements or ast.ImportFrom in where.statements:
            targets = [place.target for places in module.bindings(where).values() for place in places if place.target]
            origins |= _worst(module, targets)
    return Reach(origins, frozenset(captured), frozenset(of_self))


def of_annotations(module: Module, node: Any) -> Origin:
    """What the annotations of a function bring in where somebody asks for them."""
    args = node.args
    taken = (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg)
    written = [*(item.annotation for item in taken if item is not None), node.returns]
    where = module.scope_by_node[node].parent or module.scope
    origins: Origin = 0
    for part in (part for item in written if item is not None for part in descend(item)):
        if isinstance(part, ast.Name):
            origins |= _of_name(module, part.id, where, set(), set())
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            # a name in quotes is looked up by whoever asks
            origins |= UNKNOWN
    return origins


def _of_bases(module: Module, node: ast.ClassDef) -> Origin:
    if node.keywords and any(item.arg != "metaclass" or not isinstance(item.value, ast.Name) for item in node.keywords):
        return UNKNOWN
    named = [module.resolve(base) for base in node.bases if isinstance(base, ast.Name | ast.Attribute)]
    if any(dotted is not None and is_class_elsewhere(module, dotted) for dotted in named):
        return SUBJECT
    line = lineage(module, node)
    if any(home is not module for home, _ in line.classes):
        return SUBJECT
    found = 0
    for base in line.out_of_sight:
        if base in PLAIN or base.startswith(_HARMLESS):
            continue
        found |= SUBJECT if base and nature(base) == "product" else UNKNOWN
    return found


def _of_name(module: Module, name: str, where: Scope, inner: set[Scope], captured: set[str]) -> Origin:
    found = module.names.lookup(name, where)
    if found is None:
        if name in BUILTINS:
            kind = nature(f"builtins.{name}")
            return UNKNOWN if kind in ("reach",) and name != "super" else 0
        return UNKNOWN
    home, places = found
    if home in inner:
        return 0
    if home is not module.scope:
        captured.add(name)
        return 0
    origins = 0
    for place in places:
        if place.kind == "import":
            origins |= _worst(module, [place.target])
        elif place.kind in ("function", "class"):
            origins |= reach(module, place.node).origins
        elif place.value is not None:
            origins |= _of_value(module, place.value)
        else:
            origins |= UNKNOWN
    return origins


def _of_value(module: Module, value: ast.expr) -> Origin:
    """What a module-level value can be: a constant or a call and container of constants is the test's own."""
    origins = 0
    for part in descend(value):
        if isinstance(part, ast.Attribute):
            dotted = module.resolve(part, module.scope)
            origins |= UNKNOWN if dotted is not None and nature(dotted) in ("reach", "outside") else 0
        if isinstance(part, ast.Name):
            if part.id in BUILTINS and not bindings(module.scope, module.package).get(part.id):
                continue
            targets = module.names.imported.get(part.id)
            origins |= _worst(module, targets) if targets else UNKNOWN
    return origins


def _worst(module: Module, targets: list[str]) -> Origin:
    origins = 0
    for target in targets:
        if target in _PAUSES:
            continue
        kind = "product" if is_product(module, target) else nature(target)
        is_open = kind in ("reach", "outside") or target.startswith(("unittest.mock.patch", "mock.patch"))
        origins |= SUBJECT if kind == "product" else UNKNOWN if is_open else 0
    return origins


def is_product(module: Module, dotted: str) -> bool:
    """Whether a dotted name is first- or third-party code; a first-party module that hides a standard one is."""
    if nature(dotted) == "product":
        return True
    known: dict[str, bool] = module.fact(_shadowing)
    head = dotted.partition(".")[0]
    if head in ("builtins", "unittest"):
        return False
    found = known.get(head)
    if found is None:
        found = known[head] = module.project.is_first_party(head, module.path)
    return found


def origin_of_import(module: Module, dotted: str) -> Origin:
    """Where what an import names comes from."""
    known: dict[str, Origin] = module.fact(_import_origins)
    found = known.get(dotted)
    if found is None:
        found = SUBJECT if is_product(module, dotted) else STDLIB
        if found == STDLIB and "." in dotted and nature(dotted) in ("outside", "reach"):
            found |= UNKNOWN
        known[dotted] = found
    return found


def _import_origins(module: Module) -> dict[str, Origin]:
    return {}


def _shadowing(module: Module) -> dict[str, bool]:
    return {}


def product_imports(module: Module) -> set[str]:
    """The names that the file imports from the product at its top; a fact."""
    return {
        name
        for name, places in module.bindings(module.scope).items()
        if places[0].kind == "import" and is_product(module, places[0].target)
    }


def is_plain(home: Module, node: ast.ClassDef, attribute: str) -> bool:
    """Whether setting an attribute on an instance of a class only stores it, as far as the class in sight can say.

    Every base is in sight; nothing in them declares the name, decorates the class or intercepts attributes. What is
    set on an instance under the name of a method stands before it.
    """
    line = lineage(home, node)
    if any(base not in PLAIN or base.startswith("typing.NamedTuple") for base in line.out_of_sight):
        return False
    for module, cls in line.classes:
        names = module.bindings(module.scope_by_node[cls])
        is_declared = any(getattr(place.node, "decorator_list", True) for place in names.get(attribute, ()))
        if cls.keywords or is_declared or not names.keys().isdisjoint(_INTERCEPTORS):
            return False
        if cls.decorator_list and not all(
            (module.resolve(item.func if isinstance(item, ast.Call) else item) or "") == "dataclasses.dataclass"
            and not (isinstance(item, ast.Call) and any(word.arg == "frozen" for word in item.keywords))
            for item in cls.decorator_list
        ):
            return False
    return True


_INTERCEPTORS = frozenset({"__setattr__", "__getattr__", "__getattribute__", "__get__", "__slots__"})
