"""Weakness: claims that hold for nearly any result: it is true, it is not None, it is not empty."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from flake8_testquality.model.names import called_name, last_name, root_name
from flake8_testquality.model.predicates import is_command, is_predicate, names_thing, produces_thing
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

Kind: TypeAlias = Literal["truthy", "not None", "non-empty"]
_SIZES = {(">", 0), (">=", 1), ("!=", 0)}
_MIRRORED = {">": "<", ">=": "<=", "!=": "!=", "<": ">", "<=": ">="}
# Where being there at all is the answer: a pattern that matches, an element of a page, a row, a recorded call.
_LOOKUPS = (
    "match", "search", "fullmatch", "find", "select", "xpath", "css", "cssselect", "locator", "query", "lookup", "seek",
    "get_by", "find_by", "first", "one", "call_args", "exception", "weakref", "ref", "closest", "wait_for", "poll",
    "matcher", "regex", "pattern", "group",
)  # fmt: skip


@attrs.frozen(eq=False, repr=False)
class Weakness:
    """What a claim says of `value`, and no more."""

    kind: Kind
    value: ast.expr


def weakness(claim: Assertion) -> Weakness | None:
    """What an assertion says if that is only being true, not None or not empty; None if it says more."""
    operands = claim.operands
    if claim.kind not in ("assert", "unittest") or not operands:
        return None
    first = operands[0]
    if claim.relation == "true":
        inner = _inside(first, "len", "list", "tuple", "set")
        if inner is not None:
            return Weakness("non-empty", inner)
        return Weakness("truthy", _inside(first, "bool") or first)
    if claim.relation == "is not none":
        return Weakness("not None", first)
    if len(operands) != 2:
        return None
    second = operands[1]
    for value, other, relation in ((first, second, claim.relation), (second, first, _MIRRORED.get(claim.relation, ""))):
        if claim.relation in ("is not", "!=") and isinstance(other, ast.Constant) and other.value is None:
            return Weakness("not None", value)
        sized = _inside(value, "len") or _counted(value)
        if sized is not None and isinstance(other, ast.Constant) and (relation, other.value) in _SIZES:
            return Weakness("non-empty", sized)
        if relation == "!=" and _is_empty(other):
            return Weakness("non-empty", value)
    return None


def _inside(node: ast.expr, *names: str) -> ast.expr | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and len(node.args) == 1:
        return node.args[0]
    return None


def _counted(node: ast.expr) -> ast.expr | None:
    """The rows that `rows.count()` counts; a count of something is another question."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "count":
        return None if node.args or node.keywords else node.func.value
    return None


def _is_empty(node: ast.expr) -> bool:
    if isinstance(node, ast.List | ast.Tuple):
        return not node.elts
    if isinstance(node, ast.Dict):
        return not node.keys
    return isinstance(node, ast.Constant) and node.value in ("", b"") and isinstance(node.value, str | bytes)


def source_of(node: ast.expr, module: Module, scope: Scope, depth: int = 0) -> ast.expr:
    """The expression that gives a value: a name's one assignment is followed, an await looked through."""
    if isinstance(node, ast.Await):
        return source_of(node.value, module, scope, depth)
    if isinstance(node, ast.Name) and depth < 4:
        found = module.names.lookup(node.id, scope)
        value = found[1][0].value if found and len(found[1]) == 1 else None
        if value is not None and found is not None:
            return source_of(value, module, found[0], depth + 1)
    return node


def is_lookup(node: ast.expr, module: Module, scope: Scope, *, of_many: bool = False) -> bool:
    """Whether finding anything at all is what a value's making answers: a match, an element, a row.

    `of_many` asks it of a list: `page.select("a")` looks for elements, `find_orders()` gives the orders that there are.
    """
    value = source_of(node, module, scope)
    if isinstance(value, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        return any(part.ifs for part in value.generators)
    while isinstance(value, ast.Attribute | ast.Subscript | ast.Call):
        word = (called_name(value) or "").lower()
        if of_many:
            if word in _LOOKUPS and not (isinstance(value, ast.Call) and isinstance(value.func, ast.Name)):
                return True
        elif any(word == item or word.startswith(item + "_") or word.endswith("_" + item) for item in _LOOKUPS):
            return True
        value = value.func.value if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) else (
            value.value if isinstance(value, ast.Attribute | ast.Subscript) else node
        )
        if value is node:
            break
    return False


def is_boolean_made(made: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether an expression gives a yes or no: a comparison, a predicate, a function of the file that returns bool."""
    if isinstance(made, ast.Compare | ast.BoolOp | ast.UnaryOp):
        return True
    if isinstance(made, ast.Constant):
        return isinstance(made.value, bool)
    if isinstance(made, ast.Attribute):
        return is_predicate(made.attr)
    if not isinstance(made, ast.Call):
        return False
    return is_predicate(last_name(made.func) or "") or _returns_bool(made, module, scope) is True


def _returns_bool(call: ast.Call, module: Module, scope: Scope) -> bool | None:
    """Whether the annotation of a function of the file says bool; None if there is none."""
    function = module.definition(call.func, scope)
    if isinstance(function, ast.ClassDef):
        return False
    returns = getattr(function, "returns", None)
    return None if returns is None else names_bool(returns)


def names_bool(annotation: ast.expr) -> bool:
    """Whether an annotation has the word bool in it."""
    return any(
        "bool" in str(part.value if isinstance(part, ast.Constant) else last_name(part)) for part in descend(annotation)
    )


def is_thing(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether a value is shown to be a thing with a value of its own, and no boolean, by its name or its making."""
    if isinstance(node, ast.Await):
        node = node.value
    if isinstance(node, ast.Attribute):
        return names_thing(node.attr)
    if isinstance(node, ast.Subscript):
        key = node.slice
        return isinstance(key, ast.Constant) and isinstance(key.value, str) and names_thing(key.value)
    if isinstance(node, ast.Name):
        if is_predicate(node.id):
            return False
        made = source_of(node, module, scope)
        if isinstance(made, ast.Call):
            return _makes_thing(made, module, scope, True)
        if made is node and names_thing(node.id):
            return _is_unpacked(node, module, scope)
        return made is not node and is_thing(made, module, scope)
    return isinstance(node, ast.Call) and _makes_thing(node, module, scope, False)


def _is_unpacked(node: ast.Name, module: Module, scope: Scope) -> bool:
    """Whether a name holds one of the things that a call gave: `status, body = fetch()`."""
    found = module.names.lookup(node.id, scope)
    places = [place.node for place in found[1]] if found is not None else []
    return len(places) == 1 and isinstance(places[0], ast.Assign) and isinstance(places[0].value, ast.Call)


def _makes_thing(call: ast.Call, module: Module, scope: Scope, named: bool) -> bool:
    word = last_name(call.func) or ""
    dotted = module.resolve(call.func, scope)
    if is_predicate(word) or (dotted or "").startswith(("requests.", "builtins.bool", "builtins.any", "builtins.all")):
        return False
    answer = _returns_bool(call, module, scope)
    if answer is not None:
        return not answer
    is_thing_of = isinstance(call.func, ast.Attribute) and names_thing(word) and not is_command(word)
    return named or produces_thing(word) or is_thing_of


def root_is(node: ast.expr, names: set[str]) -> bool:
    """Whether an expression begins with one of these names, or is a call that is given one."""
    if root_name(node) in names:
        return True
    return any(isinstance(part, ast.Name) and part.id in names for part in descend(node))
