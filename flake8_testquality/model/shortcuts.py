"""Shortcuts of provenance: the cheap answers that spare most tests the full pass."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import Binding
from flake8_testquality.model.origins import CLOCK, ELAPSED, RANDOM, TIMER, UNORDERED, Origin
from flake8_testquality.model.own_code import is_product
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.stdlib_purity import EXCEPTIONS, TOOLS

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_CLOCKS = tuple(name for name, kind in {**EXCEPTIONS, **TOOLS}.items() if kind == "clock")
_TIMERS = tuple(name for name, kind in EXCEPTIONS.items() if kind == "timer")
_CHANCES = ("random.*", "secrets.*", "numpy.random.*", "uuid.uuid1", "uuid.uuid4", "faker.*", "os.urandom")
_LISTINGS = (*(name for name, kind in EXCEPTIONS.items() if kind in ("listing", "set")),)
_LISTERS = frozenset({"iterdir", "rglob", "glob"})
_CHAIN = frozenset({ast.Attribute, ast.Subscript, ast.Await, ast.Starred})


def has_source(test: Test, flags: Origin) -> bool:
    """Whether a test, or code around it that may feed it, contains a source of one of these flags."""
    inside = outside = False
    own = None
    wanted: tuple[tuple[Origin, Any], ...] = (
        (CLOCK | ELAPSED, _clock_scopes), (TIMER | ELAPSED, _timer_scopes), (RANDOM, _chance_scopes),
        (UNORDERED, _listing_scopes),
    )  # fmt: skip
    for kind, scopes in wanted:
        if flags & kind:
            found = test.module.fact(scopes)
            if found:
                own = own or set(test.scope.within())
                inside = inside or not found.isdisjoint(own)
                outside = outside or bool(found - test.module.fact(_test_scopes))
    return inside or outside


def _test_scopes(module: Module) -> set[Scope]:
    return {scope for test in module.tests for scope in test.scope.within()}


def _clock_scopes(module: Module) -> set[Scope]:
    return {call.scope for call in module.calls_to(_CLOCKS)}


def _timer_scopes(module: Module) -> set[Scope]:
    return {call.scope for call in module.calls_to(_TIMERS)}


def _chance_scopes(module: Module) -> set[Scope]:
    return {call.scope for call in module.calls_to(_CHANCES)}


def _listing_scopes(module: Module) -> set[Scope]:
    found = {call.scope for call in module.calls_to(_LISTINGS)}
    for scope in module.scopes:
        if any(call.func.__class__ is ast.Attribute and call.func.attr in _LISTERS for call in scope.calls):  # type: ignore[attr-defined]
            found.add(scope)
        elif scope.is_function and any(node.value.__class__ in (ast.Set, ast.SetComp) for node in scope.own(ast.Assign)):
            found.add(scope)
    return found


# ------------------------------------------------------------------ surely the product's


def surely_product(assertion: Assertion) -> bool:
    """Whether one look shows that an operand holds something that came out of the product or of a fixture out of sight."""
    test = assertion.test
    if assertion.kind == "helper":
        return True
    facts = test.fact(_Ground)
    return any(facts.is_product(operand, 0) for operand in assertion.operands)


class _Ground:
    """What the names of one test lead to, looked up backwards from an assertion."""

    def __init__(self, test: Test) -> None:
        self.test = test
        self.module = test.module
        self.places = test.module.bindings(test.scope)
        self.known: dict[str, bool] = {}
        self.patches = bool(test.module.patches) or "mocker" in self.places or "monkeypatch" in self.places
        self.written = test.module.fact(_written_attributes)

    def is_product(self, node: Any, depth: int) -> bool:
        """Whether an expression surely brings in the product."""
        cls = node.__class__
        called = False
        while cls is not ast.Name:
            if cls in _CHAIN:
                if cls is ast.Attribute and node.attr in self.written and not called:
                    return False
                node = node.value
            elif cls is ast.Call:
                func = node.func
                if func.__class__ is ast.Name and func.id in _WRAPPERS and len(node.args) >= 1:
                    node = node.args[0]
                else:
                    called = True
                    node = func
            else:
                return self._inner(node, depth)
            cls = node.__class__
        return self.is_product_name(node.id, depth, called)

    def _inner(self, node: Any, depth: int) -> bool:
        if depth > 3:
            return False
        if isinstance(node, ast.Compare):
            return self.is_product(node.left, depth + 1) or self.is_product(node.comparators[0], depth + 1)
        if isinstance(node, ast.BinOp):
            return self.is_product(node.left, depth + 1) or self.is_product(node.right, depth + 1)
        if isinstance(node, ast.List | ast.Tuple):
            return any(self.is_product(item, depth + 1) for item in node.elts[:4])
        if isinstance(node, ast.UnaryOp):
            return self.is_product(node.operand, depth + 1)
        if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp):
            return self.is_product(node.generators[0].iter, depth + 1)
        return False

    def is_product_name(self, name: str, depth: int, called: bool) -> bool:
        """Whether what a name holds surely came out of the product."""
        key = f"{name}()" if called else name
        found = self.known.get(key)
        if found is None:
            self.known[key] = False
            found = self.known[key] = self._look_up(name, depth, called)
        return found

    def _look_up(self, name: str, depth: int, called: bool) -> bool:
        places = self.places.get(name)
        if places is None:
            return not self.patches and name in self.module.fact(_product_imports)
        if depth > 3:
            return False
        return all(self._comes_from_product(place, depth) for place in places)

    def _comes_from_product(self, place: Binding, depth: int) -> bool:
        if place.kind == "parameter":
            return not self.test.node.decorator_list and self.test.runner == "pytest" and place.node.arg != "self" and (  # type: ignore[attr-defined]
                place.node.arg not in self.module.fact(_fixtures_in_sight)  # type: ignore[attr-defined]
            )
        if place.kind == "import":
            return not self.patches and is_product(self.module, place.target)
        if place.value is not None:
            return self.is_product(place.value, depth + 1)
        node = place.node
        if isinstance(node, ast.With | ast.AsyncWith) and len(node.items) == 1:
            return self.is_product(node.items[0].context_expr, depth + 1)
        if isinstance(node, ast.For | ast.AsyncFor):
            return self.is_product(node.iter, depth + 1)
        if isinstance(node, ast.Assign):
            return self.is_product(node.value, depth + 1)
        return False


_WRAPPERS = frozenset("len list set tuple sorted str repr int float bool dict type sum min max any all next iter".split())


def _product_imports(module: Module) -> set[str]:
    top = module.bindings(module.scope)
    return {
        name for name, places in top.items()
        if all(place.kind == "import" and is_product(module, place.target) for place in places)
    }


def _fixtures_in_sight(module: Module) -> set[str]:
    builtin = {"caplog", "capsys", "capfd", "tmp_path", "tmpdir", "monkeypatch", "mocker", "recwarn", "request"}
    found = {fixture.name for home in (module, *module.conftests) for fixture in home.fixtures}
    return found | builtin | {fixture.name for item in module.test_classes for fixture in item.module.fixtures}


def _written_attributes(module: Module) -> set[str]:
    """The attributes that tests set by hand: what is read back under such a name needs the full pass."""
    found: set[str] = set()
    for scope in module.scopes:
        if scope.is_function:
            for node in scope.statements.get(ast.Assign, ()):
                for target in node.targets:
                    if target.__class__ is ast.Attribute:
                        found.add(target.attr)
    return found
