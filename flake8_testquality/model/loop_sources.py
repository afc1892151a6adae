"""Loop sources: whether what a loop goes over is written out in the test, stands ready, or is an answer."""

from __future__ import annotations

import ast

from flake8_testquality.model.branches import READERS
from flake8_testquality.model.names import Binding, is_self, last_name, root_name, target_names
from flake8_testquality.model.received import given_at
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.tests import Test

_VIEWS = frozenset({"items", "keys", "values"})
_LISTERS = frozenset({"listdir", "scandir", "glob", "iglob", "rglob", "iterdir"})
_WRAPPERS = frozenset({"enumerate", "sorted", "reversed", "list", "tuple", "set"})
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# What pytest's fixtures of these names hold the code under test has written.
_CAPTURES = frozenset({"caplog", "capsys", "capfd", "recwarn"})
_DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.Dict)
_MAX_STEPS = 5


def is_input(test: Test, iterable: ast.expr, line: int, steps: int = 0) -> bool:
    """Whether what a loop on a line goes over is written out in the test."""
    if steps > _MAX_STEPS:
        return False
    while isinstance(iterable, ast.Call):
        func, args, word = iterable.func, iterable.args, last_name(iterable.func)
        if word in _VIEWS and isinstance(func, ast.Attribute):
            iterable = func.value
        elif word in _WRAPPERS and args:
            iterable = args[0]
        elif word == "zip":
            return bool(args) and all(is_input(test, item, line, steps + 1) for item in args)
        elif word == "split" and isinstance(func, ast.Attribute):
            return isinstance(func.value, ast.Constant) and isinstance(func.value.value, str)
        elif word == "dict" and iterable.keywords and not args:
            return all(_is_literal(item.value) for item in iterable.keywords)
        else:
            return word in ("range", "product")
    if isinstance(iterable, ast.Subscript) and isinstance(iterable.slice, ast.Slice):
        return is_input(test, iterable.value, line, steps + 1)
    if isinstance(iterable, ast.Attribute) and test.cls is not None and is_self(iterable.value):
        places = test.module.bindings(test.cls.scope).get(iterable.attr, [])
        if places:
            return any(place.value is not None and _is_given(test, place.value, line, steps) for place in places)
        return _is_handed_over(test, iterable)
    if isinstance(iterable, ast.Name):
        module = test.module
        if iterable.id in test.fixture_names and _is_handed_over(test, iterable):
            return True
        found = module.bindings(test.scope).get(iterable.id) or module.bindings(module.scope).get(iterable.id, [])
        return any(
            place.value is not None and place.kind == "assignment" and _is_given(test, place.value, line, steps)
            for place in _latest(found, line)
        )
    return _is_given(test, iterable, line, steps)


def _is_handed_over(test: Test, node: ast.expr) -> bool:
    """Whether a set-up or a fixture in sight has written out, in literals alone, what a test goes over."""
    given = [value for _, _, value in given_at(test.module, node, test.scope)]
    return bool(given) and all(isinstance(value, _DISPLAYS) and _is_literal(value) for value in given)


def _is_literal(value: ast.expr) -> bool:
    """Whether a value is a constant, or a display that is not empty and holds nothing else."""
    if isinstance(value, ast.Dict):
        return bool(value.keys) and all(_is_literal(item) for item in [*value.keys, *value.values] if item is not None)
    if isinstance(value, ast.List | ast.Tuple | ast.Set):
        return bool(value.elts) and all(_is_literal(item) for item in value.elts)
    return isinstance(value, ast.Constant)


def _latest(places: list[Binding], line: int) -> list[Binding]:
    """Of the places that give a name a value, the last one above a line; all where none is above."""
    above = [place for place in places if getattr(place.node, "lineno", line) < line]
    return above[-1:] or places


def _is_given(test: Test, value: ast.expr, line: int, steps: int) -> bool:
    """Whether a value is written out, and is no list of answers: `[client.get(), client.list()]`.

    An empty display is filled later, with what came.
    """
    if isinstance(value, ast.List | ast.Tuple | ast.Set):
        return bool(value.elts) and not all(_is_answer(item) for item in value.elts)
    if isinstance(value, COMPREHENSIONS):
        own = {name for part in value.generators for name in target_names(part.target)}
        made = [value.value] if isinstance(value, ast.DictComp) else [value.elt]
        if any(_is_answer(part) and root_name(part) not in own | READERS for node in made for part in descend(node)):
            return False
        return is_input(test, value.generators[0].iter, line, steps + 1)
    if isinstance(value, ast.BinOp):
        return any(is_input(test, side, line, steps + 1) for side in (value.left, value.right))
    if isinstance(value, ast.Call | ast.Name):
        return is_input(test, value, line, steps + 1)
    return isinstance(value, ast.Constant) or (isinstance(value, ast.Dict) and bool(value.keys))


def _is_answer(item: ast.expr) -> bool:
    call = item
    while isinstance(call, ast.Await | ast.Subscript):
        call = call.value
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr[:1].islower()


def is_got(test: Test, name: str) -> bool:
    """Whether a name stands for something that the test got from a call, for a part of that, or gathers such."""
    seen, pending = {name}, {name}
    for _ in range(_MAX_STEPS + 1):
        sources = [_sources(test, each) for each in pending]
        if None in sources:
            return True
        pending = {other for names in sources if names for other in names} - seen
        seen |= pending
    return False


def _sources(test: Test, name: str) -> set[str] | None:
    """The names in what a name is bound to; None if that comes from a call, or is an empty display to gather it."""
    if name in _CAPTURES:
        return None
    found: set[str] = set()
    for place in test.module.bindings(test.scope).get(name, ()):
        value = _value(place)
        if isinstance(value, ast.List | ast.Dict) and not (value.keys if isinstance(value, ast.Dict) else value.elts):
            return None
        if isinstance(value, ast.Constant | ast.List | ast.Tuple | ast.Dict | ast.Set) or value is None:
            continue
        parts = list(descend(value))
        if any(isinstance(part, ast.Call) and root_name(part.func) not in READERS for part in parts):
            return None
        found.update(part.id for part in parts if isinstance(part, ast.Name))
    return found


def _value(place: Binding) -> ast.expr | None:
    """What a place gives a name; of an unpacking and of a loop the whole that the name is a part of."""
    value = place.value or getattr(place.node, "value", None) or getattr(place.node, "iter", None)
    return value.value if isinstance(value, ast.Await) else value


def is_answer(test: Test, iterable: ast.expr) -> bool:
    """Whether what a loop goes over came from a call of the test."""
    return any(
        (isinstance(part, ast.Name) and is_got(test, part.id))
        or (isinstance(part, ast.Call) and root_name(part.func) not in READERS | {"self", "cls"})
        for part in descend(iterable)
    )


def stands_ready(test: Test, iterable: ast.expr) -> bool:
    """Whether a loop goes through what is there without the code's doing: files, a constant, an imported enum."""
    while isinstance(iterable, ast.Call) and iterable.args and last_name(iterable.func) in _WRAPPERS:
        iterable = iterable.args[0]
    if isinstance(iterable, ast.Call):
        return last_name(iterable.func) in _LISTERS
    if not isinstance(iterable, ast.Name | ast.Attribute):
        return False
    word = last_name(iterable) or ""
    if word.isupper():
        return True
    dotted = test.module.resolve(iterable, test.scope)
    return dotted is not None and (word[:1].isupper() or dotted.startswith("string."))


def pairs_inputs(test: Test, iterable: ast.expr, line: int) -> bool:
    """Whether a loop goes through answers and, beside them, what is written out in the test."""
    is_zip = isinstance(iterable, ast.Call) and last_name(iterable.func) == "zip"
    return is_zip and any(is_input(test, item, line) for item in iterable.args)  # type: ignore[attr-defined]
