"""Callees: the functions in sight that a piece of code calls, or hands over by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_testquality.model.classes import Lineage, lineage
from flake8_testquality.model.module_texts import own_definitions, text_around, text_of
from flake8_testquality.model.names import Binding, is_self, last_name
from flake8_testquality.model.roles import role_of
from flake8_testquality.model.scopes import Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_MAX_ALIASES = 2
_CALLABLE = frozenset({"function", "class", "import"})
# Called when an object is made, entered or called.
_IMPLICIT = frozenset(["__init__", "__post_init__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__call__"])
# A class as the code knows it: where it is defined, its node.
Owner: TypeAlias = "tuple[Module, ast.ClassDef] | None"
Unit: TypeAlias = "tuple[Module, Scope, Owner]"


def owner_around(module: Module, scope: Scope) -> Owner:
    """The class around a scope, with the module that holds it."""
    cls = next((item for item in scope.chain() if item.is_class), None)
    return (module, cls.node) if cls is not None else None  # type: ignore[return-value]


def callees(unit: Unit) -> Iterator[Unit]:
    """The functions in sight that a function calls or, in a test's own code, hands over by name."""
    module, scope, owner = unit
    is_product = module.role == "source"
    for inner in scope.within():
        for call in inner.calls:
            yield from targets(module, call.func, inner, owner, called=True)
        if is_product:
            continue
        for call in inner.calls:
            for node in (*call.args, *(item.value for item in call.keywords)):
                for part in references(node):
                    yield from targets(module, part, inner, owner, called=False)


def references(node: ast.expr) -> Iterator[ast.expr]:
    """The names and chains in an expression."""
    for part in descend(node):
        if isinstance(part, ast.Name | ast.Attribute):
            yield part


def targets(
    module: Module, node: ast.expr, scope: Scope, owner: Owner, called: bool, aliases: int = 0
) -> Iterator[Unit]:
    """The functions in sight that an expression leads to when it is called, or handed over."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        if found is not None:
            for place in _leading(module, node.id, found):
                yield from _bound(module, place, found[0], owner, aliases)
        return
    if isinstance(node, ast.Attribute):
        dotted = module.resolve(node, scope)
        if dotted is not None:
            yield from _imported(module, dotted)
        elif is_own_object(node.value):
            above = owner_around(module, scope) if isinstance(node.value, ast.Call) else None
            yield from _methods(module, node.attr, owner or owner_around(module, scope), above, aliases)
        elif isinstance(node.value, ast.Name) and isinstance(module.definition(node.value, scope), ast.ClassDef):
            yield from _methods(module, node.attr, (module, module.definition(node.value, scope)), None, aliases)
        elif called and module.role != "source":
            yield from _methods_named(module, node.attr)
    elif isinstance(node, ast.Call):
        yield from targets(module, node.func, scope, owner, called, aliases)


def is_own_object(node: ast.expr) -> bool:
    """Whether an expression is self, cls or super()."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return is_self(node)


def _leading(module: Module, name: str, found: tuple[Scope, list[Binding]]) -> list[Binding]:
    """What a name is bound to that may be called, asked once a name: it may be bound and read many times."""
    known: dict[tuple[Scope, str], list[Binding]] = module.fact(_leading_places)
    scope, places = found
    kept = known.get((scope, name))
    if kept is None:
        kept = known[scope, name] = [
            place
            for place in places
            if place.kind in _CALLABLE or (place.value is not None and _is_alias(place.value, scope))
        ]
    return kept


def _leading_places(module: Module) -> dict[tuple[Scope, str], list[Binding]]:
    return {}


def _bound(module: Module, place: Binding, scope: Scope, owner: Owner, aliases: int) -> Iterator[Unit]:
    if place.kind == "function":
        yield module, module.scope_by_node[place.node], owner
    elif place.kind == "class":
        yield from _made(module, place.node, local=scope.is_function)
    elif place.kind == "import":
        yield from _imported(module, place.target)
    elif place.value is not None and aliases < _MAX_ALIASES:
        for part in references(place.value):
            yield from targets(module, part, scope, owner, called=False, aliases=aliases + 1)


def _is_alias(value: ast.expr, scope: Scope) -> bool:
    """Whether a name bound to a value may stand for a function: outside functions any value may hold one."""
    if isinstance(value, ast.Name | ast.Attribute | ast.Lambda):
        return True
    return not scope.is_function or (
        isinstance(value, ast.Call) and last_name(value.func) in ("partial", "wraps", "staticmethod")
    )


def _imported(module: Module, dotted: str) -> Iterator[Unit]:
    # what a product's function imports is not followed: its asserts guard the product
    if module.role == "source" or not _may_check(module, dotted):
        return
    found = module.find(dotted)
    if found is None or found[1] is None:
        return
    home, node = found
    if isinstance(node, ast.ClassDef):
        if home.role != "source":
            yield from _made(home, node)
    else:
        yield home, home.scope_by_node[node], owner_around(home, home.scope_by_node[node])


def _may_check(module: Module, dotted: str) -> bool:
    """Whether a glance at a first-party module leaves it open that something in it checks: a product must assert."""
    known: dict[str, bool] = module.fact(_glances)
    head = dotted.rpartition(".")[0]
    if dotted not in known:
        around = text_around(module, dotted) if head and not dotted.startswith("builtins.") else None
        path = module.project.path_of(head, module.path) if around is not None else None
        known[dotted] = around is not None and (
            "assert" in around[0]
            or "pytest" in around[0]
            or path is None
            or around[1] not in own_definitions(around[0])
            or role_of(str(path), module.project, around[0]) != "source"
        )
    return known[dotted]


def _glances(module: Module) -> dict[str, bool]:
    return {}


def _made(module: Module, node: Any, *, local: bool = False) -> Iterator[Unit]:
    """What runs when an object is made, entered or called; every method of a class that the test itself hands over."""
    for home, base in lineage(module, node).classes:
        if home.role == "source":
            continue
        for child in home.scope_by_node[base].children:
            if child.is_function and (child.node.name in _IMPLICIT or (local and base is node)):  # type: ignore[union-attr]
                yield home, child, (module, node)


def _methods(module: Module, name: str, owner: Owner, above: Owner, aliases: int) -> Iterator[Unit]:
    """The method that a name means to an object of a class; looked for above a class of its lineage for super().

    Of what an attribute holds, the attributes that it reads are not followed again.
    """
    if owner is None:
        return
    line = lineage(*owner)
    found = line.method(name) if above is None else method_above(line, name, above[1])
    if found is not None:
        yield found[0], found[0].scope_by_node[found[1]], owner
        return
    if aliases > _MAX_ALIASES:
        return
    given = line.attribute(name)
    if given is not None and given[1].value is not None:
        home = given[0]
        where = home.scope_of(given[1].node)
        for part in references(given[1].value):
            # in `show = staticmethod(show)` the second is the name outside the class
            outer = where.parent if isinstance(part, ast.Name) and part.id == name else None
            yield from targets(home, part, outer or where, owner, called=False, aliases=_MAX_ALIASES + 1)
        return
    for home, node in line.classes:
        for scope, value in home.fact(values_by_attribute).get((node, name), ()):
            for part in references(value):
                yield from targets(home, part, scope, owner, called=False, aliases=_MAX_ALIASES + 1)
    if module.role != "source":
        yield from _methods_named(module, name)


def values_by_attribute(module: Module) -> dict[tuple[ast.AST, str], list[tuple[Scope, ast.expr]]]:
    """What the methods of each class put on self or cls, by class and name."""
    found: dict[tuple[ast.AST, str], list[tuple[Scope, ast.expr]]] = {}
    for cls in module.scopes:
        for scope in cls.children if cls.is_class else ():
            for statement in scope.statements.get(ast.Assign, ()):
                for target in statement.targets:
                    if isinstance(target, ast.Attribute) and is_own_object(target.value):
                        found.setdefault((cls.node, target.attr), []).append((scope, statement.value))
    return found


def method_above(line: Lineage, name: str, below: ast.ClassDef) -> tuple[Module, Any] | None:
    """The method that super() means in a class of a lineage."""
    nodes = [node for _, node in line.classes]
    start = nodes.index(below) + 1 if below in nodes else 1
    return Lineage(line.classes[start:], ()).method(name)


def _methods_named(module: Module, name: str) -> Iterator[Unit]:
    """The methods of a name in the classes of the tests' own code that the file can see."""
    for home in (module, *module.fact(_companions)):
        for scope in home.fact(_method_scopes).get(name, ()):
            yield home, scope, owner_around(home, scope)


def _method_scopes(module: Module) -> dict[str, list[Scope]]:
    found: dict[str, list[Scope]] = {}
    for scope in module.scopes:
        if scope.is_function and scope.parent is not None and scope.parent.is_class:
            found.setdefault(scope.node.name, []).append(scope)  # type: ignore[union-attr]
    return found


def _companions(module: Module) -> list[Module]:
    """The conftests and the modules of the tests' own code that a file imports from; the product is not even read."""
    found = list(module.conftests)
    for dotted in sorted({target for targets in module.names.imported.values() for target in targets}):
        for name in (dotted, dotted.rpartition(".")[0]):
            path = module.project.path_of(name, module.path) if name else None
            if path is not None and role_of(str(path), module.project, text_of(module, name)) != "source":
                home = module.project.module(name, module.path)
                if home is not None and home not in found:
                    found.append(home)
                break
    return found
