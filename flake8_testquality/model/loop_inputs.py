"""Loop inputs: does a loop go over what is handed to the code under test, rather than over what that code gave?"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.control import is_given
from flake8_testquality.model.fresh_objects import gives_held
from flake8_testquality.model.names import Binding, dotted_text, last_name, root_name
from flake8_testquality.model.scopes import descend, expression_children, flat, target_names
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

# What hands on the elements that it is given.
_WRAPPERS = frozenset(["enumerate", "sorted", "reversed", "list", "tuple", "set", "frozenset", "iter", "islice"])
_BUILDERS = _WRAPPERS | {"zip", "dict", "str", "int", "float", "bytes", "range", "len", "next", "repr"}
_COUNTS = frozenset(["enumerate", "range", "len", "sorted", "reversed", "list"])
_VIEWS = frozenset(["items", "values", "keys"])
_TRUTH = frozenset(["assertTrue", "assertFalse", "assert_", "bool"])
# Of the standard library, what makes of an object another that a test looks at.
_COPIERS = frozenset(["pickle", "copy"])
_RUNNERS = frozenset(["builtins", "pytest", "hypothesis"])
_MAX_STEPS = 5
# Shorter words (get, of, to) say nothing about who is meant.
_SAYING = 4


def goes_over_inputs(test: Test, loop: ast.For) -> bool:
    """Whether what a loop goes over is handed to the function that the test is named for, or hypothesis made it.

    So it is, too, with values that no call gave, that an object just made holds, or that were made of nothing but what
    the test writes down or is parametrized with, while the test is not named for who made them.
    """
    if is_given(test) and _is_of_given(test, loop.iter):
        return True
    sources = _sources(test, loop.iter)
    if _is_built(test, loop.iter):
        return True
    made = [part for source in sources for part in descend(source) if isinstance(part, ast.Call)]
    calls = list(_takers(test, loop, "" if _is_read(sources[0]) else _origin(sources[-1])))
    if not calls:
        return False
    if any(_is_named_for(test, last_name(call.func) or "") for call in calls) or gives_held(test, loop.iter, calls):
        return True
    if root_name(sources[-1]) in test.arguments or any(_says_some(test, source) for source in sources):
        return False
    return all(_is_of_own_words(test, call) for call in made if not _is_read(call))


def _is_built(test: Test, node: ast.expr) -> bool:
    """Whether a loop goes over an object itself, or its numbers, that a class made of a display.

    A strict `zip` fails where what stands beside it is shorter.
    """
    while isinstance(node, ast.Call) and last_name(node.func) in _COUNTS and node.args:
        node = node.args[0]
    if isinstance(node, ast.Call) and _is_strict_zip(node):
        return any(_is_built(test, ast.Name(root_name(item) or "", ast.Load())) for item in node.args)
    if not isinstance(node, ast.Name):
        return False
    values = [place.value for place in test.module.bindings(test.scope).get(node.id, ())]
    return bool(values) and all(isinstance(value, ast.Call) and _is_of_display(test, value) for value in values)


def _is_strict_zip(call: ast.Call) -> bool:
    values = [word.value for word in call.keywords if word.arg == "strict"]
    return last_name(call.func) == "zip" and any(isinstance(value, ast.Constant) and value.value for value in values)


def _is_of_display(test: Test, call: ast.Call) -> bool:
    if not (last_name(call.func) or "")[:1].isupper():
        return False
    if call.args and isinstance(call.args[0], ast.Dict):
        return bool(call.args[0].keys)
    return any(_is_list(test, item) for item in (*call.args, *(word.value for word in call.keywords)))


def _is_list(test: Test, node: ast.expr) -> bool:
    """Whether an expression is a list that is written down, or the name of one."""
    places = _places(test, node.id) if isinstance(node, ast.Name) else []
    value = places[0].value if len(places) == 1 else node
    return isinstance(value, ast.ListComp) or (isinstance(value, ast.List | ast.Tuple | ast.Set) and bool(value.elts))


def _is_read(node: ast.expr) -> bool:
    """Whether an expression only reads what an object holds, as its items or values too."""
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Call) and (node.args or last_name(node.func) not in _VIEWS):
            return False
        node = node.func if isinstance(node, ast.Call) else node.value
    return isinstance(node, ast.Name)


def asks_inputs(test: Test, branch: ast.If) -> bool:
    """Whether an if asks for nothing but what its block hands to the function that the test is named for."""
    asked = {part.id for part in ast.walk(branch.test) if isinstance(part, ast.Name)}
    made = {name for name in asked if any(isinstance(place.value, ast.Call) for place in _places(test, name))}
    if not made or any(isinstance(part, ast.Call | ast.Attribute) for part in ast.walk(branch.test)):
        return False
    calls = [part for item in branch.body for part in ast.walk(item) if isinstance(part, ast.Call)]
    named = [call for call in calls if _is_named_for(test, last_name(call.func) or "")]
    given = {item.id for call in named for item in call.args if isinstance(item, ast.Name)}
    return made <= given


def _places(test: Test, name: str) -> list[Binding]:
    return test.module.bindings(test.scope).get(name, [])


def _is_of_own_words(test: Test, call: ast.Call) -> bool:
    """Whether a call asks an import for what it holds, or for what comes of a literal, a parameter or a local class."""
    if not call.args and all(_is_word(word.value) for word in call.keywords):
        return not _is_local(test, root_name(call.func))
    for item in call.args:
        if isinstance(item, ast.List | ast.Tuple | ast.Dict | ast.Constant):
            return True
        if isinstance(item, ast.Name):
            places = test.module.bindings(test.scope).get(item.id, ())
            if item.id in test.parametrized or any(place.kind == "class" for place in places):
                return True
            if any(isinstance(place.value, ast.List | ast.Tuple | ast.ListComp) for place in places):
                return True
    return False


def _is_word(node: ast.expr) -> bool:
    """Whether an expression is a literal or the name of a constant."""
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id.isupper())


def _is_of_given(test: Test, node: ast.expr) -> bool:
    """Whether an expression comes of what hypothesis hands to a test, local names followed; not of what it draws."""
    pending: list[ast.AST] = [node]
    seen: set[str] = set()
    while pending:
        for part in descend(pending.pop()):
            if isinstance(part, ast.Name) and part.id not in seen:
                seen.add(part.id)
                places = test.module.bindings(test.scope).get(part.id, ())
                pending.extend(place.value for place in places if place.value is not None)
    drawing = {root_name(call.func) for call in test.scope.calls if last_name(call.func) == "draw"}
    return not seen.isdisjoint(set(test.arguments) - drawing)


def _sources(test: Test, node: ast.expr) -> list[ast.expr]:
    """The expressions that gave what a loop goes over, the first one last: wrappers taken off, local names followed."""
    found = [node]
    for _ in range(_MAX_STEPS):
        if isinstance(node, ast.Call) and node.args and last_name(node.func) in _WRAPPERS:
            node = node.args[0]
        elif isinstance(node, ast.Await):
            node = node.value
        elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            node = node.generators[0].iter
        else:
            places = test.module.bindings(test.scope).get(root_name(node) or "", ())
            value = (places[0].value or getattr(places[0].node, "iter", None)) if places else None
            if value is None:
                break
            if not isinstance(node, ast.Name):
                found.append(value)
            node = value
        found[-1] = node
    for item in getattr(found[-1], "elts", ()):
        places = test.module.bindings(test.scope).get(getattr(item, "id", ""), ())
        found[:0] = [place.value for place in places if place.value is not None]
    return found


def _takers(test: Test, loop: ast.For, origin: str) -> Iterator[ast.Call]:
    """The calls in a loop that hand its elements to the code under test, and not to the object that they came from."""
    carried = set(target_names(loop.target))
    for statement in flat(loop.body):
        if isinstance(statement, ast.Assign) and _is_copy(statement.value) and _mentions(statement.value, carried):
            carried.update(name for target in statement.targets for name in target_names(target))
        if isinstance(statement, ast.For) and _mentions(statement.iter, carried):
            carried.update(target_names(statement.target))
        for child in expression_children(statement):
            for part in descend(child):
                if isinstance(part, ast.Call) and (
                    _is_element_called(statement, part, carried)
                    or (
                        _takes(part, carried)
                        and _is_code(test, part.func, carried, origin)
                        and not _is_claimed(statement, part)
                    )
                ):
                    yield part


def _takes(call: ast.Call, names: set[str]) -> bool:
    return any(_mentions(item, names) for item in (*call.args, *(word.value for word in call.keywords)))


def _is_element_called(statement: Any, call: ast.Call, carried: set[str]) -> bool:
    """Whether an element is a class or a function that makes something for the test to go on with."""
    return isinstance(statement, ast.Assign) and isinstance(call.func, ast.Name) and call.func.id in carried


def _is_copy(value: ast.expr) -> bool:
    return not isinstance(value, ast.Call | ast.Await) or last_name(getattr(value, "func", None)) in _BUILDERS


def _mentions(node: ast.AST, names: set[str]) -> bool:
    return any(isinstance(part, ast.Name) and part.id in names for part in descend(node))


def _is_code(test: Test, func: ast.expr, carried: set[str], origin: str) -> bool:
    """Whether a callee is the code's: an imported function, or a method of an object that the elements are not of."""
    root = root_name(func)
    if root is None or root in carried:
        return False
    if not _is_local(test, root):
        if isinstance(func, ast.Name) and func.id == "getattr":
            return True
        dotted = test.module.resolve(func, test.scope)
        if dotted is None:
            return False
        head = dotted.partition(".")[0]
        return head in _COPIERS or head not in sys.stdlib_module_names | _RUNNERS
    if isinstance(func, ast.Name):
        places = test.module.bindings(test.scope).get(func.id, ())
        return all(place.kind == "assignment" for place in places) and not _is_lambda(places)
    if root in ("self", "cls") and isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name):
        return False
    return not origin or _origin(_sources(test, func)[-1]) != origin


def _is_lambda(places: Iterable[Binding]) -> bool:
    return any(place.value is None or isinstance(place.value, ast.Lambda) for place in places)


def _is_claimed(statement: Any, call: ast.Call) -> bool:
    """Whether a call is part of what is claimed to be so or not so: that is a check of the element."""
    claim = statement.test if isinstance(statement, ast.Assert) else getattr(statement, "value", None)
    if isinstance(claim, ast.Call) and last_name(claim.func) in _TRUTH and claim.args:
        claim = claim.args[0]
    elif not isinstance(statement, ast.Assert):
        return False
    if isinstance(claim, ast.UnaryOp):
        claim = claim.operand
    return isinstance(claim, ast.Call) and any(part is call for part in descend(claim))


def _origin(node: ast.expr) -> str:
    """The object that an expression begins with: `shop`, or `self.shop`."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript | ast.Await):
        inner = node.func if isinstance(node, ast.Call) else node.value
        if isinstance(node, ast.Attribute) and isinstance(inner, ast.Name) and inner.id in ("self", "cls"):
            return f"{inner.id}.{node.attr}"
        node = inner
    return dotted_text(node) or ""


def _is_local(test: Test, name: str | None) -> bool:
    places = test.module.bindings(test.scope).get(name or "", ())
    return name is None or any(place.kind != "import" for place in places)


def _is_named_for(test: Test, name: str) -> bool:
    said = _said(test)
    joined = name.replace("_", "").lower()
    if len(joined) > _SAYING and joined in test.name.replace("_", "").lower():
        return True
    wanted = [_stem(word) for word in words(name) if len(word) >= _SAYING]
    return bool(wanted) and said.issuperset(wanted)


def _says_some(test: Test, node: ast.expr) -> bool:
    """Whether a test's name has a word of any name in an expression."""
    said = {_stem(word) for word in words(test.name)}
    names = [part.attr for part in descend(node) if isinstance(part, ast.Attribute)]
    names += [part.func.id for part in descend(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)]
    if isinstance(node, ast.Name):
        names.append(node.id)
    return any(_stem(word) in said for name in names for word in words(name) if len(word) >= _SAYING)


def _said(test: Test) -> set[str]:
    """The words of the names of a test, its class and its file."""
    file = test.module.path.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    return {_stem(word) for word in words(f"{test.qualified_name} {file}")}


def _stem(word: str) -> str:
    return word.removesuffix("s")
