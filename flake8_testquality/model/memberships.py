"""Memberships: whether the empty text may be missing where it is sought, because that place is no text."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import keyword
from flake8_testquality.model.certainties import DISPLAYS
from flake8_testquality.model.containers import MUTATORS
from flake8_testquality.model.instances import class_of, making_call
from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.returned import fixture_of_argument
from flake8_testquality.model.same_words import same_words

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_BUILDERS = frozenset({"list", "set", "dict", "sorted", "tuple", "frozenset"})
_CONTAINER_METHODS = frozenset(["keys", "values", "items", "split", "splitlines", "readlines", "getlist", "tolist"])
_CONTAINER_WORDS = frozenset(
    [
        "list",
        "set",
        "dict",
        "choices",
        "children",
        "data",
        "mapping",
        "map",
        "queue",
        "stack",
        "array",
        "options",
        "keys",
        "lines",
    ]
)
_FILLED = (*DISPLAYS, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# What an annotation says of a text, or of anything at all.
_TEXTS = frozenset({"str", "bytes", "bytearray", "AnyStr", "LiteralString", "Text", "Any", "object", "None"})
_UNIONS = frozenset({"Optional", "Union", "Annotated", "Final", "ClassVar"})
_STREAMS = frozenset({"Iterator", "Iterable", "Generator", "AsyncIterator", "AsyncIterable", "AsyncGenerator"})
MAX_STEPS = 4


def may_be_no_text(claim: Assertion) -> bool:
    """Whether what a claim `"" in x` looks into is, or may well be, something else than a text."""
    place = claim.operands[1]
    return (
        _looks_like_container(place)
        or any(_is_container(other, place) for item in claim.test.assertions for other in item.claims)
        or any(_changes(call, place) for call in claim.test.scope.calls)
        or is_no_text(place, claim.module, claim.scope)
        or _is_given_container(place, claim.module, claim.scope)
    )


def _is_given_container(place: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether the object was made with a container for the attribute: `Bill(notes=[""]).notes`."""
    call = making_call(module, place.value, scope) if isinstance(place, ast.Attribute) else None
    given = keyword(call, place.attr) if call is not None and isinstance(place, ast.Attribute) else None
    return given is not None and is_no_text(given, module, scope)


def _is_container(claim: Assertion, place: ast.expr) -> bool:
    """Whether another claim says that something is no text: by its type, by what it equals, or by a key in it."""
    operands = claim.operands
    if any(_is_keyed(side, place) for side in operands):
        return True
    if len(operands) != 2 or not any(same_words(side, place) for side in operands):
        return False
    if claim.relation == "isinstance":
        return last_name(operands[1]) not in _TEXTS
    return claim.relation == "==" and any(isinstance(side, _FILLED) for side in operands)


def _changes(call: ast.Call, place: ast.expr) -> bool:
    """Whether a call changes something in place, which no text lets happen."""
    func = call.func
    return isinstance(func, ast.Attribute) and func.attr in MUTATORS and same_words(func.value, place)


def _is_keyed(node: ast.expr, place: ast.expr) -> bool:
    """Whether an expression, or the chain that it ends, looks up a text in something, which no text allows."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        below = node.func if isinstance(node, ast.Call) else node.value
        key = node.slice if isinstance(node, ast.Subscript) else None
        if isinstance(key, ast.Constant) and isinstance(key.value, str | bytes) and same_words(below, place):
            return True
        node = below
    return False


def _looks_like_container(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        word = last_name(node.func) or ""
        return word in _CONTAINER_METHODS | _BUILDERS or word.endswith("s")
    if isinstance(node, ast.Attribute | ast.Name):
        last = (last_name(node) or "").lower().rpartition("_")[2]
        return last in _CONTAINER_WORDS or (last.endswith("s") and not last.endswith("ss"))
    return not isinstance(node, ast.JoinedStr | ast.Constant | ast.BinOp)


def is_no_text(node: ast.expr, module: Module, scope: Scope, steps: int = 0) -> bool:
    """Whether an expression's value is shown to be a container, or an object of a class that is asked itself."""
    if isinstance(node, _FILLED):
        return True
    if steps > MAX_STEPS:
        return False
    if isinstance(node, ast.BoolOp):
        return any(is_no_text(item, module, scope, steps + 1) for item in node.values)
    if isinstance(node, ast.IfExp):
        return any(is_no_text(item, module, scope, steps + 1) for item in (node.body, node.orelse))
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        for place in found[1] if found else ():
            said: Any = getattr(place.node, "annotation", None)
            if said is not None and _names_no_text(said):
                return True
            if place.value is not None and found and is_no_text(place.value, module, found[0], steps + 1):
                return True
            fixture = fixture_of_argument(module, found[0], node.id) if found and place.kind == "parameter" else None
            if fixture is not None and _gives_no_text(fixture, steps):
                return True
    call = making_call(module, node, scope)
    return call is not None and _makes_object(call, module, scope)


def _makes_object(call: ast.Call, module: Module, scope: Scope) -> bool:
    """Whether a call builds a container or, by its capital, makes an object of a class that is no text itself."""
    word = called_name(call) or ""
    if word in _BUILDERS:
        return True
    if not word.lstrip("_")[:1].isupper():
        return False
    cls = class_of(module, call, scope)
    if cls is None:
        return True
    home, node = cls
    line = next((item.lineage for item in home.classes if item.node is node), None)
    return line is None or _TEXTS.isdisjoint(base.rpartition(".")[2] for base in line.out_of_sight)


def _gives_no_text(fixture: Fixture, steps: int) -> bool:
    """Whether a fixture says, by its annotation or by what it gives, that its value is no text."""
    said = fixture.node.returns
    if isinstance(said, ast.Subscript) and last_name(said.value) in _STREAMS and fixture.yields:
        said = said.slice.elts[0] if isinstance(said.slice, ast.Tuple) and said.slice.elts else said.slice
    if said is not None:
        return _names_no_text(said)
    return any(is_no_text(value, fixture.module, fixture.body_scope, steps + 1) for value in fixture.values)


def _names_no_text(said: ast.expr, depth: int = 0) -> bool:
    """Whether an annotation leaves no room for a text."""
    if isinstance(said, ast.Constant) and isinstance(said.value, str):
        try:
            said = ast.parse(said.value.strip(), mode="eval").body
        except (SyntaxError, ValueError):
            return False
    if depth > MAX_STEPS:
        return False
    if isinstance(said, ast.BinOp):
        return all(_names_no_text(side, depth + 1) or _is_none(side) for side in (said.left, said.right))
    if isinstance(said, ast.Subscript) and last_name(said.value) in _UNIONS:
        parts = said.slice.elts if isinstance(said.slice, ast.Tuple) else [said.slice]
        return all(_names_no_text(part, depth + 1) or _is_none(part) for part in parts)
    name = last_name(said.value if isinstance(said, ast.Subscript) else said)
    return name is not None and name not in _TEXTS


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
