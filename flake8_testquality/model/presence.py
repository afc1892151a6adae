"""Presence: tests for which it is the whole point that something is there, so that a weak claim says all there is."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.existence import names_things
from flake8_testquality.model.intentions import is_smoke_test, said, spaced
from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.predicates import looks_up, names_generated, produces_thing
from flake8_testquality.model.regressions import is_regression
from flake8_testquality.model.relations import pairs
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.weakness import Weakness, root_is, source_of
from flake8_testquality.model.words import share_a_word
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

# Of an attribute, which begins as None or empty: that it is there says that something has happened.
_STATE = regex(r"(?i)\b(?:initiali[sz]ed|populated|cached|exposes|available|present)\b")
_IN_NAME = regex(r"(?i)\b(?:should find|okay|despite|regression)\b")
_IN_PROSE = regex(
    r"(?i)\b(?:is|be) possible\b|\bbe able to\b|(?:n't|\bnot) block\b|\bshould result in\b|\bused to be\b"
)
_MADE_EMPTY = frozenset({"list", "dict", "set", "deque", "defaultdict", "OrderedDict"})
_ADDING = frozenset({"append", "add", "extend", "update", "insert", "setdefault"})
_ENDING = (
    r"(?:a?close|stop|quit|delete|drop|release|shutdown|terminate|kill|cancel|join|disconnect|dispose|remove|"
    r"unlink|clear|reset|tear_?down|clean_?up)\w*\("
)
_TURNED_ON = regex(r"\b(\w+)\s*=\s*True\b")
_COPIERS = ("pickle.", "copy.", "cloudpickle.", "dill.", "marshal.")


def is_about_presence(test: Test, found: list[tuple[Weakness, Scope]]) -> bool:
    """Whether a test whose every claim is weak is about nothing else.

    It says so; the file has the opposite claim of the same thing; what it claims cannot be known beforehand, was looked
    up, copied or collected by the test's own callback, holds for each item of a loop, or is used further on.
    """
    if is_smoke_test(test) or is_regression(test) or _says_so(test, found) or _fails_so_far(test):
        return True
    if all(names_generated(_word(weak.value, scope, test.module)) for weak, scope in found):
        return True
    return any(
        _is_contrasted(weak, scope, test)
        or _is_found_or_copied(weak.value, scope, test.module)
        or _is_collected(weak.value, scope, test)
        or _is_of_a_loop(weak.value, scope, test)
        or _is_switched_on(weak.value, test)
        for weak, scope in found
    ) or _is_used_further(found[-1][0].value, test)


def _says_so(test: Test, found: list[tuple[Weakness, Scope]]) -> bool:
    name, prose = spaced(test.name), [test.docstring or "", *said(test.module, test.node)]
    if _IN_NAME.search(name) or any(_IN_PROSE.search(text) for text in prose):
        return True
    is_state = all(isinstance(weak.value, ast.Attribute) for weak, _ in found)
    return is_state and any(_STATE.search(text) for text in (name, *prose))


def _fails_so_far(test: Test) -> bool:
    words = [last_name(node.func if isinstance(node, ast.Call) else node) or "" for node in test.node.decorator_list]
    return any(word.lower().startswith(("xfail", "expectedfail")) for word in words)


def _word(value: ast.expr, scope: Scope, module: Module) -> str:
    """The name under which a value is known: an attribute, a key, a function; of a name, that of its one assignment."""
    for node in (value, source_of(value, module, scope)):
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            return str(node.slice.value)
        if isinstance(node, ast.Call) and last_name(node.func) == "get" and node.args:
            key = node.args[0]
            return str(key.value) if isinstance(key, ast.Constant) else ""
        word = called_name(node) or ""
        if not isinstance(node, ast.Name) or names_generated(word):
            return word
    return ""


def _is_contrasted(weak: Weakness, scope: Scope, test: Test) -> bool:
    """Whether this test, its neighbour or one of its kin by name claims that what is made or read so is not there."""
    key = _key(weak.value, scope, test.module)
    others = test.module.fact(_absent).get(key, []) if key else []
    if any(other is test or share_a_word(test.name, other.name) for other in others):
        return True
    tests = test.module.tests if others else []
    return any(abs(tests.index(other) - tests.index(test)) == 1 for other in others)


def _key(value: ast.expr, scope: Scope, module: Module) -> str:
    made = source_of(value, module, scope)
    if isinstance(made, ast.Call):
        word = last_name(made.func) or ""
        # a method that is given nothing reads its object, as an attribute would
        is_read = isinstance(made.func, ast.Attribute) and not made.args and not made.keywords
        return "" if produces_thing(word) and not (is_read or looks_up(word)) else module.source.segment(made.func)
    if isinstance(made, ast.Attribute):
        return "." + made.attr
    if isinstance(made, ast.Subscript):
        return module.source.segment(made.slice if isinstance(made.slice, ast.Constant) else made)
    return f"{made.id} =" if isinstance(made, ast.Name) and made.id not in ("result", "response", "value") else ""


def _absent(module: Module) -> dict[str, list[Test]]:
    """What tests of a file claim to be None or empty, by the way it is made or read; a fact."""
    found: dict[str, list[Test]] = {}
    for assertion in module.assertions:
        if assertion.kind not in ("assert", "unittest"):
            continue
        for claim in assertion.claims:
            if claim.relation == "is none":
                value: ast.expr | None = claim.actual
            elif claim.relation == "false":
                value = claim.actual
            elif claim.relation in ("is", "==") and claim.actual is not None and claim.expected is not None:
                value = next((one for one, other in pairs(claim) if _is_nothing(other)), None)
            else:
                continue
            if isinstance(value, ast.Call) and last_name(value.func) in ("len", "list", "bool") and value.args:
                value = value.args[0]
            if value is not None:
                found.setdefault(_key(value, claim.scope, module), []).append(assertion.test)
    return found


def _is_nothing(node: ast.expr) -> bool:
    if isinstance(node, ast.List):
        return not node.elts
    if isinstance(node, ast.Dict):
        return not node.keys
    return isinstance(node, ast.Constant) and not node.value


def _is_found_or_copied(value: ast.expr, scope: Scope, module: Module) -> bool:
    """Whether a value was looked up in a store, by several keywords or in a loop, or went through pickle."""
    if isinstance(value, ast.Name):
        known = module.names.lookup(value.id, scope)
        places = known[1] if known else ()
        if len(places) > 1 and any(isinstance(place.value, ast.Constant) and not place.value.value for place in places):
            return True
    made = source_of(value, module, scope)
    if not isinstance(made, ast.Call):
        return False
    if isinstance(made.func, ast.Attribute) and made.func.attr in ("get", "aget") and made.args:
        return looks_up(called_name(made.func.value) or _root_word(made.func.value))
    if looks_up(last_name(made.func) or "") and not made.args and len(made.keywords) > 1:
        return True
    return any(
        (module.resolve(part.func, scope) or "").startswith(_COPIERS)
        for part in descend(made)
        if isinstance(part, ast.Call)
    )


def _root_word(node: ast.expr) -> str:
    while isinstance(node, ast.Subscript):
        node = node.value
    return called_name(node) or ""


def _is_collected(value: ast.expr, scope: Scope, test: Test) -> bool:
    """Whether others put a value where the test looks for it.

    It is a name or an attribute of the test's own that begins as None or empty, or the test waits for it in a loop.
    """
    module = test.module
    if isinstance(value, ast.Attribute) and any(
        inner.is_class and value.attr in module.bindings(inner) for inner in test.scopes
    ):
        return True
    if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name) and value.value.id == "self":
        empty = rf"\bself\.{value.attr}\s*(?::[^=\n]+)?=\s*(?:\[\]|\{{\}}|(?:list|dict|set|deque)\(\))"
        return re.search(empty, module.source.text) is not None
    if not isinstance(value, ast.Name):
        return False
    known = module.names.lookup(value.id, scope)
    if known is None or known[0] not in test.scopes:
        return False
    if any(_mentions(node.test, value.id) for node in scope.statements.get(ast.While, ())):
        return True
    made = known[1][0].value
    if isinstance(made, ast.Constant) and made.value is None:
        return True
    is_built = isinstance(made, ast.Call) and called_name(made) in _MADE_EMPTY and not made.args
    if not is_built and not (isinstance(made, ast.List | ast.Dict) and _is_nothing(made)):
        return False
    return not any(
        isinstance(call.func, ast.Attribute) and call.func.attr in _ADDING and _mentions(call.func.value, value.id)
        for call in test.scope.calls
    )


def _mentions(node: ast.expr, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in descend(node))


def _is_of_a_loop(value: ast.expr, scope: Scope, test: Test) -> bool:
    """Whether a value belongs to the item of a loop over what is not written out, so that no one value would do.

    Nor would one for the classes and functions that a loop goes through by their names.
    """
    written = (ast.List, ast.Tuple, ast.Set, ast.Dict)
    names = {
        part.id
        for kind in (ast.For, ast.AsyncFor)
        for node in scope.statements.get(kind, ())
        if not isinstance(node.iter, written) or names_things(node.iter, test.module, scope)
        for part in descend(node.target)
        if isinstance(part, ast.Name)
    }
    return bool(names) and (root_is(value, names) or root_is(source_of(value, test.module, scope), names))


def _is_switched_on(value: ast.expr, test: Test) -> bool:
    """Whether the test sets an option named as the attribute that it claims to be there: `options["pool"] = True`.

    A getter is named for it too: `use_cache = True` is what `get_use_cache()` tells.
    """
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and not value.args and not value.keywords:
        options = _TURNED_ON.findall(test.text)
        return any(value.func.attr.endswith(f"_{option}") for option in options)
    return isinstance(value, ast.Attribute) and (
        re.search(rf"""["']{value.attr}["']\]\s*=(?!=)|\b{value.attr}\s*=\s*True\b""", test.text) is not None
    )


def _is_used_further(value: ast.expr, test: Test) -> bool:
    """Whether the test goes on with a value after its last claim, and not only to end it: that may fail as well."""
    last = test.assertions[-1].statement
    module = test.module
    text = module.source.lines_of(last.end_lineno + 1, test.node.end_lineno or 0) if last.end_lineno else ""
    name = re.escape(module.source.segment(value))
    return bool(text.strip()) and isinstance(value, ast.Name | ast.Attribute) and (
        re.search(rf"(?<![\w.]){name}\b(?!\.{_ENDING})", text) is not None
    )
