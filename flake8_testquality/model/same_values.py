"""Same values: comparisons of a thing with itself, by its words or by provenance."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.beginnings import begin_apart, written_on
from flake8_testquality.model.equality import ORDER, is_about_equality, runs_own_operator
from flake8_testquality.model.mock_paths import assigned
from flake8_testquality.model.names import dotted_text, is_self, last_name, root_name
from flake8_testquality.model.origins import Value
from flake8_testquality.model.provenance import record
from flake8_testquality.model.received import given_at
from flake8_testquality.model.references import hands_over_file, hands_over_names
from flake8_testquality.model.rereading import asks_for_another, is_computed
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.top_names import rebound_names
from flake8_testquality.model.unset_attributes import set_by_methods

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.names import Binding

RELATIONS = frozenset({"==", "is", "<=", ">=", "almost", "same elements"})
_CHAINS = (ast.Name, ast.Attribute, ast.Subscript)
_DISPLAYS = (ast.List, ast.Tuple, ast.Dict)


def compares_same_value(assertion: Assertion) -> bool:
    """Whether both sides of an assertion are one value: the same words without a call, or two names of one thing."""
    if assertion.relation not in RELATIONS or len(assertion.operands) != 2:
        return False
    found = assertion.known.get("same value")
    if found is None:
        first, second = assertion.operands
        if same_words(first, second):
            # `x.part is x.part` asks whether the part is kept.
            same = assertion.relation != "is" or _is_stored(first, assertion)
            same = same and not asks_for_another(assertion, first)
        else:
            same = (
                _may_be_aliases(first, second, assertion)
                and not any(_is_rebound_elsewhere(assertion, root_name(side)) for side in (first, second))
                and not begin_apart(first, second, assertion)
                and _are_one(assertion, first, second)
                and not hands_over_names(assertion.test)
                and not any(hands_over_file(assertion.test, root_name(side)) for side in (first, second))
            )
        more = ORDER if assertion.relation in ("<=", ">=") else frozenset()
        found = assertion.known["same value"] = (
            same
            and not any(is_about_equality(assertion.test, side, more) for side in (first, second))
            and not is_computed(assertion, first)
            and not runs_own_operator(assertion, first)
        )
    return found


def _is_stored(node: ast.expr, assertion: Assertion) -> bool:
    """Whether a name, or what a method of the test's class has put on its instance, is read."""
    if not isinstance(node, ast.Attribute) or assertion.test.cls is None:
        return isinstance(node, ast.Name | ast.Constant)
    is_own = isinstance(node.value, ast.Name) and node.value.id == "self"
    return is_own and node.attr in set_by_methods(assertion.test.cls)


def _may_be_aliases(first: ast.expr, second: ast.expr, assertion: Assertion) -> bool:
    """Whether two chains could be two names of one thing: one of their roots was bound to a name, part or element."""
    if not _is_chain(first) or not _is_chain(second):
        return False
    names = assertion.module.bindings(assertion.scope)
    for side, other in ((first, second), (second, first)):
        root = root_name(side)
        if root not in names and root in assertion.scope.expression_names:
            return True
        for place in names.get(root, ()) if root and root != "self" else ():
            value = place.value
            if isinstance(place.node, ast.Assign) and len(place.node.targets) > 1:
                return True
            if value is None and isinstance(place.node, ast.Assign):
                value = place.node.value
                if isinstance(value, ast.Tuple | ast.List):
                    return True
            if isinstance(value, _CHAINS):
                return True
            if isinstance(value, _DISPLAYS) and _holds(value, root_name(other)):
                return True
            if (
                isinstance(value, ast.Call)
                and isinstance(value.func, ast.Attribute)
                and value.func.attr in ("get", "pop")
            ):
                return True
    if any(_is_kept_part(side, names, assertion) or _is_put_on(side, assertion) for side in (first, second)):
        return True
    if root_name(first) != "self" or root_name(second) != "self":
        return False
    return _is_kept_alias(first, assertion) or _is_kept_alias(second, assertion)


def _is_kept_alias(node: ast.expr, assertion: Assertion) -> bool:
    """Whether an attribute of self holds what has another name already: `self.owner = self.cart` in a set-up."""
    while isinstance(node, ast.Attribute) and not is_self(node.value):
        node = node.value
    return any(isinstance(value, _CHAINS) for _, _, value in given_at(assertion.module, node, assertion.scope))


def _is_rebound_elsewhere(assertion: Assertion, name: str | None) -> bool:
    """Whether a name is one of the file's that a function rebinds: any call in between may have run that function."""
    if name is None or name not in assertion.module.fact(rebound_names):
        return False
    found = assertion.module.names.lookup(name, assertion.scope)
    return found is not None and found[0] is assertion.module.scope


def _is_chain(node: ast.expr) -> bool:
    return isinstance(node, _CHAINS) or _is_lookup(node)


def _is_lookup(node: ast.expr) -> bool:
    """Whether an expression reads a part by its key: `scope["user"]`, `scope.get("user")`."""
    if isinstance(node, ast.Call):
        is_get = isinstance(node.func, ast.Attribute) and node.func.attr == "get" and not node.keywords
        return is_get and len(node.args) == 1 and isinstance(node.args[0], ast.Constant)
    return isinstance(node, ast.Subscript)


def _is_kept_part(node: ast.expr, names: Mapping[str, Sequence[Binding]], assertion: Assertion) -> bool:
    """Whether an expression reads a part of a container that the test has written, or put on an object."""
    while isinstance(node, ast.Attribute):
        node = node.value
    if not _is_lookup(node):
        return False
    root = root_name(node)
    if root == "self" and isinstance(node, ast.Subscript):
        return True
    made = (place.value for place in names.get(root or "", ()))
    return root in assertion.test.fact(written_on) or any(
        isinstance(value, _DISPLAYS) or (isinstance(value, ast.Call) and last_name(value.func) == "dict")
        for value in made
    )


def _is_put_on(node: ast.expr, assertion: Assertion) -> bool:
    """Whether an expression begins with what was put on an object before: `cart.owner` of `cart.owner.name`."""
    placed = assigned(assertion.module, assertion.scope) if isinstance(node, ast.Attribute) else {}
    while placed and isinstance(node, ast.Attribute):
        values = placed.get(dotted_text(node) or "", ())
        if any(value is not None and value.lineno < assertion.statement.lineno for value in values):  # type: ignore[attr-defined]
            return True
        node = node.value
    return False


def _holds(display: ast.List | ast.Tuple | ast.Dict, name: str | None) -> bool:
    """Whether a name is an element of a container as it is written."""
    items = display.values if isinstance(display, ast.Dict) else display.elts
    return any(isinstance(item, ast.Name) and item.id == name for item in items)


def _are_one(assertion: Assertion, first: ast.expr, second: ast.expr) -> bool:
    found = record(assertion).values
    return len(found) == 2 and one_value(first, found[0], second, found[1])


def one_value(first: Any, left: Value, second: Any, right: Value) -> bool:
    """Whether two expressions read one place of one object."""
    for _ in range(12):
        if left is right:
            return True
        if first.__class__ is not second.__class__ or (left.node, right.node) != (first, second):
            return False
        if not (left.bases and right.bases):
            return False
        if isinstance(first, ast.Attribute):
            if first.attr != second.attr:
                return False
        elif not (isinstance(first, ast.Subscript) and same_words(first.slice, second.slice)):
            return False
        first, second, left, right = first.value, second.value, left.bases[0], right.bases[0]
    return False
