"""Shortcuts of provenance: looking backwards from an assertion, which spares most tests the full pass."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.cached import cached_property
from flake8_testquality.model.given_away import CHAIN, find_given_away
from flake8_testquality.model.held_words import acts, held_words, writes
from flake8_testquality.model.names import BUILTINS, Binding, last_name, root_name, target_names
from flake8_testquality.model.origins import PRODUCT
from flake8_testquality.model.own_code import Reach, is_product, product_imports, reach
from flake8_testquality.model.parts import RECORDS
from flake8_testquality.model.product_members import is_product_fixture, of_self
from flake8_testquality.model.scopes import DEFINITIONS, Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# What binds the exception, warnings or records of its block.
_CATCHERS = frozenset(
    [
        "raises",
        "warns",
        "assertRaises",
        "assertRaisesRegex",
        "assertRaisesMessage",
        "assertWarns",
        "assertWarnsRegex",
        "assertLogs",
        "catch_warnings",
    ]
)
# Built-ins that hand on their first argument.
_HANDED_ON = frozenset(
    {"len", "str", "list", "set", "sorted", "dict", "tuple", "repr", "isinstance", "bool", "int", "type"}
)
# Decorators of these leave what they decorate a function of the test.
_LEAVING = ("pytest.", "functools.", "unittest.", "contextlib.", "builtins.", "abc.", "typing.")
MAX_DEPTH = 5


class Ground:
    """What the names that one test reads lead to."""

    def __init__(self, test: Test) -> None:
        self.test = test
        self.module = test.module
        self.known: dict[tuple[Scope, str], bool] = {}
        self.scope = test.scope
        self.places = test.module.bindings(test.scope)
        self.top: dict[str, bool] = test.module.fact(_top_names)
        self.products = test.module.fact(product_imports)
        self.held = held_words(test)

    @cached_property
    def calls_product(self) -> bool:
        """Whether the test itself calls something of the product."""
        # what a mock recorded brings in the product only if some other call does
        self.__dict__["calls_product"] = False
        scope = self.test.scope
        calls = scope.calls[:40]
        return any(self.leads_straight_out(call.func) for call in calls) or any(
            self.leads_out(call.func, scope, 0) for call in calls
        )

    @cached_property
    def given_away(self) -> set[str]:
        """The local names that a call of the product is given."""
        return find_given_away(self) if self.calls_product else set()

    def leads_straight_out(self, node: Any) -> bool:
        """Whether a chain leads over at most three names of the test to an import or fixture of the product.

        The common case of `leads_out`, without its bookkeeping.
        """
        places, held = self.places, self.held
        for _ in range(4):
            member = ""
            while True:
                cls = node.__class__
                if cls is ast.Attribute:
                    member = node.attr
                    if member in held:
                        return self._was_in_product_hands(node)
                    node = node.value
                elif cls is ast.Call:
                    func = node.func
                    hands_on = func.__class__ is ast.Name and func.id in _HANDED_ON and node.args
                    node = node.args[0] if hands_on else func
                elif cls is ast.Subscript or cls is ast.Await:
                    node = node.value
                else:
                    break
            if cls is not ast.Name:
                return False
            found = places.get(node.id)
            if found is None:
                return node.id in self.products
            place = found[0]
            if place.value is None:
                if place.kind != "parameter":
                    return False
                if node.id == "self":
                    return of_self(self, member, 0)
                return is_product_fixture(self, node.id, self.scope)
            node = place.value
        return False

    def _was_in_product_hands(self, node: ast.Attribute) -> bool:
        """Whether the object of the product on which an attribute is read did something after it was last written on.

        Its own method may have changed what the test had put there.
        """
        root = root_name(node)
        if root is None or root in ("self", "cls") or root not in self.places:
            return False
        after = max((line for line in self._writes.get(root, ()) if line <= node.lineno), default=0)
        if not any(after < line < node.lineno for line in self._acts.get(root, ())):
            return False
        return self._find(root, self.scope, 1)

    @cached_property
    def _acts(self) -> dict[str, list[int]]:
        return acts(self.scope, self.held)

    @cached_property
    def _writes(self) -> dict[str, list[int]]:
        return writes(self.scope)

    def block_leads_out(self, body: list[Any], scope: Scope, depth: int = 0) -> bool:
        """Whether a statement of a block is or assigns something of the product."""
        for node in body[:4]:
            cls = node.__class__
            if cls in (ast.Expr, ast.Assign, ast.AugAssign) and self.leads_out(node.value, scope, 0):
                return True
            if cls is ast.Assign and any(
                target.__class__ is not ast.Name and self.leads_out(target, scope, 0) for target in node.targets
            ):
                return True
            # `del client` lets go of the object, which may then close itself
            if cls is ast.Delete and any(self.leads_out(target, scope, 0) for target in node.targets):
                return True
            heads: list[Any] = []
            if cls in (ast.For, ast.AsyncFor):
                heads = [node.iter]
            elif cls in (ast.With, ast.AsyncWith):
                heads = [item.context_expr for item in node.items]
            if any(self.leads_out(head, scope, 1) for head in heads):
                return True
            if heads and depth < MAX_DEPTH and self.block_leads_out(node.body[:2], scope, depth + 1):
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
            if cls in CHAIN:
                if cls is ast.Attribute:
                    if not member and not arguments and node.attr in RECORDS:
                        return self.calls_product
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
            return of_self(self, member, depth)
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
        kind = found[1][0].kind if found[1] else ""
        # A helper of the file's own is presumed to make something of what it is given.
        return kind == "function" or (kind == "import" and "mock" not in found[1][0].target)

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
                return any(self._comes_from_product(place, name, scope, depth) for place in places)
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
            return is_product_fixture(self, name, scope)
        node: Any = place.node
        cls = node.__class__
        if cls in (ast.With, ast.AsyncWith):
            items = [item for item in node.items if item.optional_vars and name in target_names(item.optional_vars)]
            if not items:
                return False
            if (last_name(getattr(items[0].context_expr, "func", None)) or "") in _CATCHERS:
                return self.block_leads_out(node.body, scope)
            return self.leads_out(items[0].context_expr, scope, depth + 1)
        if cls in (ast.For, ast.AsyncFor):
            return self.leads_out(node.iter, scope, depth + 1)
        if cls in DEFINITIONS:
            if any(self._makes_product(item, scope, depth) for item in node.decorator_list):
                return True
            found = reach(self.module, node)
            # the self of a function of its own, and of a class, is not the test's
            is_of_test = not found.captured.isdisjoint(("self", "cls"))
            return bool(found.origins & PRODUCT) or self.any_leads_out(found, scope, depth, is_of_test=is_of_test)
        return cls in (ast.Assign, ast.AugAssign) and self.leads_out(node.value, scope, depth + 1)

    def _makes_product(self, decorator: ast.expr, scope: Scope, depth: int) -> bool:
        """Whether a decorator of the product makes something of its own out of a function of the test."""
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        if (self.module.names.resolve(target, scope) or "").startswith(_LEAVING):
            return False
        return depth <= MAX_DEPTH and self.leads_out(target, scope, depth + 1)

    def any_leads_out(self, found: Reach, scope: Scope, depth: int, *, is_of_test: bool = True) -> bool:
        """Whether a function that reaches no product by itself captures or reads something that leads there."""
        if depth > MAX_DEPTH:
            return False
        captured = (name for name in sorted(found.captured) if name not in ("self", "cls"))
        if any(self._find(name, scope, depth + 1) for name in captured):
            return True
        return is_of_test and any(of_self(self, name, depth + 1) for name in sorted(found.of_self))


def _top_names(module: Module) -> dict[str, bool]:
    return {}
