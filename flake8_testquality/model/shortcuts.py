"""Shortcuts of provenance: looking backwards from an assertion, which spares most tests the full pass."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import fixtures
from flake8_testquality.model.classes import CASES, PLAIN
from flake8_testquality.model.names import BUILTINS, Binding, target_names
from flake8_testquality.model.own_code import is_product, reach
from flake8_testquality.model.origins import PRODUCT
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.supplied import OUTSIDE_FIXTURES

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

_CHAIN = frozenset({ast.Attribute, ast.Subscript, ast.Await, ast.Starred})
_TOOLS = frozenset({"monkeypatch", "mocker", "request", "self", "cls"}) | OUTSIDE_FIXTURES
MAX_DEPTH = 5


def surely_product(assertion: Assertion) -> bool:
    """Whether a look backwards shows that an operand came out of the product or a fixture that carries it.

    Also for what a raises, warns or logs block calls. False says nothing.
    """
    known = assertion.known.get("product")
    if known is None:
        known = assertion.known["product"] = _surely_product(assertion)
    return known


def _surely_product(assertion: Assertion) -> bool:
    if assertion.kind == "helper":
        return True
    ground = assertion.test.fact(_Ground)
    found = ground.answers.get(assertion)
    if found is None:
        found = ground.answers[assertion] = _is_product(ground, assertion)
    return found


def _is_product(ground: _Ground, assertion: Assertion) -> bool:
    if assertion.kind == "mock":
        return ground.calls_product
    scope, leads_out = assertion.scope, ground.leads_out
    for operand in assertion.operands:
        if operand.__class__ is not ast.Constant and leads_out(operand, scope, 0):
            return True
    if assertion.block is not None:
        return ground.block_leads_out(assertion.block, scope)
    if scope is not ground.test.scope:
        return True
    return any(ground.is_given_away(operand) for operand in assertion.operands)


class _Ground:
    """What the names that one test reads lead to."""

    def __init__(self, test: Test) -> None:
        self.test = test
        self.module = test.module
        self.known: dict[tuple[Scope, str], bool] = {}
        self.answers: dict[Assertion, bool] = {}
        self.scope = test.scope
        self.places = test.module.bindings(test.scope)
        self.top: dict[str, bool] = test.module.fact(_top_names)
        self.held = test.module.fact(_replaced_words) | _written(test.scope)
        self.given_away: set[str] | None = None

    @cached_property
    def calls_product(self) -> bool:
        """Whether the test itself calls something of the product."""
        scope = self.test.scope
        return any(self.leads_out(call.func, scope, 0) for call in scope.calls[:40])

    def is_given_away(self, node: Any) -> bool:
        """Whether an expression reads a local name that a call of the product is given, or a function inside the test."""
        while node.__class__ in _CHAIN or node.__class__ is ast.Call:
            if node.__class__ is ast.Call:
                node = node.args[0] if node.func.__class__ is ast.Name and node.args else node.func
            else:
                node = node.value
        if node.__class__ is not ast.Name:
            return False
        if self.given_away is None:
            self.given_away = self._find_given_away()
        return node.id in self.given_away

    def _find_given_away(self) -> set[str]:
        scope = self.test.scope
        if not self.calls_product:
            return set()
        found: set[str] = set()
        for call in scope.calls:
            if not (call.args or call.keywords) or not self.leads_out(call.func, scope, 0):
                continue
            pending: list[Any] = [*call.args, *(item.value for item in call.keywords)]
            while pending:
                node = pending.pop()
                cls = node.__class__
                if cls is ast.Name:
                    found.add(node.id)
                elif cls in _CHAIN:
                    pending.append(node.value)
                elif cls is ast.Call:
                    pending.extend(node.args)
                elif cls in (ast.List, ast.Tuple):
                    pending.extend(node.elts)
                elif cls is ast.Dict:
                    pending.extend(node.values)
        for inner in scope.within():
            if inner is not scope:
                found.update(name.id for name in inner.own(ast.Name))
        return found - self._constants(found) - {"self", "cls"}

    def _constants(self, names: set[str]) -> set[str]:
        """Those names that can only hold constants, which nobody changes."""
        places = self.module.bindings(self.test.scope)
        return {
            name for name in names
            if all(isinstance(place.value, ast.Constant | ast.JoinedStr) for place in places.get(name, ()))
        } if not self.test.scope.children else set()

    def block_leads_out(self, body: list[Any], scope: Scope) -> bool:
        """Whether a statement of a block is or assigns something of the product."""
        for node in body[:4]:
            if isinstance(node, ast.Expr | ast.Assign | ast.AugAssign) and self.leads_out(node.value, scope, 0):
                return True
            if isinstance(node, ast.With | ast.AsyncWith | ast.For | ast.AsyncFor):
                heads = [node.iter] if isinstance(node, ast.For | ast.AsyncFor) else [i.context_expr for i in node.items]
                if any(self.leads_out(head, scope, 1) for head in heads) or self.block_leads_out(node.body[:2], scope):
                    return True
        return False

    def leads_out(self, node: Any, scope: Scope, depth: int) -> bool:
        """Whether an expression surely brings in the product."""
        if depth > MAX_DEPTH:
            return False
        cls = node.__class__
        arguments: list[Any] = []
        member = ""
        while cls is not ast.Name:
            if cls in _CHAIN:
                if cls is ast.Attribute:
                    member = node.attr
                    if member in self.held:
                        return False
                node = node.value
            elif cls is ast.Call:
                arguments = node.args
                node = node.func
            else:
                return self._inner(node, scope, depth + 1)
            cls = node.__class__
        name = node.id
        if name == "self" or name == "cls":
            return self._of_self(member, scope, depth)
        key = (scope, name)
        found = self.known.get(key)
        if found is None:
            self.known[key] = False
            found = self.known[key] = self._find(name, scope, depth)
        if not found and arguments and self._is_transparent(name, scope):
            return any(self.leads_out(item, scope, depth + 1) for item in arguments[:3])
        return found

    def _is_transparent(self, name: str, scope: Scope) -> bool:
        found = self.module.names.lookup(name, scope)
        if found is None:
            return name in BUILTINS
        return bool(found[1]) and found[1][0].kind == "import" and "mock" not in found[1][0].target

    def _inner(self, node: Any, scope: Scope, depth: int) -> bool:
        cls = node.__class__
        if cls is ast.Constant:
            return False
        if cls is ast.Compare:
            parts = [node.left, *node.comparators[:2]]
        elif cls is ast.BinOp:
            parts = [node.right, node.left]
        elif cls in (ast.List, ast.Tuple, ast.Set):
            parts = node.elts[:5]
        elif cls is ast.Dict:
            parts = node.values[:5]
        elif cls is ast.UnaryOp:
            parts = [node.operand]
        elif cls is ast.BoolOp:
            parts = node.values[:3]
        elif cls in (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp):
            parts = [node.generators[0].iter]
        elif cls is ast.IfExp:
            parts = [node.test, node.body, node.orelse]
        elif cls is ast.NamedExpr:
            parts = [node.value]
        elif cls is ast.JoinedStr:
            parts = [item.value for item in node.values if item.__class__ is ast.FormattedValue]
        else:
            parts = []
        return any(self.leads_out(part, scope, depth) for part in parts)

    def _find(self, name: str, scope: Scope, depth: int) -> bool:
        if scope is self.scope:
            places = self.places.get(name)
            if places is not None and places[0].kind != "global":
                for place in places:
                    if self._comes_from_product(place, name, scope, depth):
                        return True
                return False
            if scope.parent is self.module.scope or (scope.parent is not None and scope.parent.is_class):
                known = self.top.get(name)
                if known is None:
                    known = self.top[name] = self._look_up(name, scope, depth)
                return known
        return self._look_up(name, scope, depth)

    def _look_up(self, name: str, scope: Scope, depth: int) -> bool:
        found = self.module.names.lookup(name, scope)
        if found is None:
            return name not in BUILTINS
        where, places = found
        if name in self.held and places and places[0].kind == "import":
            return False
        return any(self._comes_from_product(place, name, where, depth) for place in places)

    def _comes_from_product(self, place: Binding, name: str, scope: Scope, depth: int) -> bool:
        kind = place.kind
        if kind == "import":
            return is_product(self.module, place.target)
        if place.value is not None:
            return self.leads_out(place.value, scope, depth + 1)
        if kind == "parameter":
            return self._is_product_fixture(name, scope)
        node: Any = place.node
        cls = node.__class__
        if cls in (ast.With, ast.AsyncWith):
            items = [item for item in node.items if item.optional_vars and name in target_names(item.optional_vars)]
            return bool(items) and self.leads_out(items[0].context_expr, scope, depth + 1)
        if cls in (ast.For, ast.AsyncFor):
            return self.leads_out(node.iter, scope, depth + 1)
        if cls in (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef):
            return bool(reach(self.module, node).origins & PRODUCT)
        return cls in (ast.Assign, ast.AugAssign) and self.leads_out(node.value, scope, depth + 1)

    def _is_product_fixture(self, name: str, scope: Scope) -> bool:
        test = self.test
        if name in _TOOLS:
            return False
        if scope is test.scope:
            if name not in test.fixture_names:
                return False
        elif self.module.fixture_of(scope.node) is None:
            return False
        known: dict[tuple[str, TestClass | None], bool] = self.module.fact(_fixtures)
        key = (name, test.cls)
        found = known.get(key)
        if found is None:
            known[key] = True
            found = known[key] = _carries_product(self.module, name, test)
        return found

    def _of_self(self, member: str, scope: Scope, depth: int) -> bool:
        cls = self.test.cls
        if cls is None or not member or member.startswith("assert"):
            return False
        known: dict[tuple[ast.AST, str], bool] = self.module.fact(_members)
        key = (cls.node, member)
        found = known.get(key)
        if found is None:
            known[key] = False
            found = known[key] = self._member_leads_out(cls, member, depth)
        return found

    def _member_leads_out(self, cls: TestClass, member: str, depth: int) -> bool:
        line = cls.lineage
        values = [
            (node.value, child)
            for home, owner in line.classes if home is self.module
            for child in home.scope_by_node[owner].children
            for node in child.statements.get(ast.Assign, ())
            for target in node.targets
            if target.__class__ is ast.Attribute and target.attr == member and target.value.__class__ is ast.Name
        ]
        if values:
            return all(self.leads_out(value, child, depth + 1) for value, child in values)
        declared = line.attribute(member)
        if declared is not None and declared[1].kind == "function":
            return bool(reach(declared[0], declared[1].node).origins & PRODUCT)
        return declared is None and any(base not in PLAIN and CASES.get(base) != "unittest" for base in line.out_of_sight)


def _carries_product(module: Module, name: str, test: Test) -> bool:
    """Whether a fixture is out of sight, or what it gives surely comes out of the product."""
    found = fixtures.lookup(module, name, test.cls)
    if found is None or found.keyword("params") is not None:
        return True
    if found.module is not module:
        return bool(found.values) and bool(reach(found.module, found.node).origins & PRODUCT) and len(found.body) > 20
    ground = _Ground(test)
    return bool(found.values) and all(ground.leads_out(value, found.body_scope, 1) for value in found.values)


def _top_names(module: Module) -> dict[str, bool]:
    return {}


def _fixtures(module: Module) -> dict[tuple[str, TestClass | None], bool]:
    return {}


def _members(module: Module) -> dict[tuple[ast.AST, str], bool]:
    return {}


def _written(scope: Scope) -> set[str]:
    """The attributes that a function sets: what is read back under such a name needs the full pass."""
    return {
        target.attr
        for node in scope.statements.get(ast.Assign, ())
        for target in node.targets
        if target.__class__ is ast.Attribute and not (target.value.__class__ is ast.Name and target.value.id == "self")
    }


def _replaced_words(module: Module) -> set[str]:
    """The last words of what the file's patches replace, and the attributes that its set-up sets on other objects."""
    found = {(patch.target or "").rpartition(".")[2] for patch in module.patches}
    found |= {patch.attribute or "" for patch in module.patches}
    for scope in module.scopes:
        node: Any = scope.node
        if scope.is_function and not node.name.startswith("test"):
            found |= _written(scope)
    return found
