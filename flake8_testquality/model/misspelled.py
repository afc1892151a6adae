"""Misspelled mock assertions: attributes of mocks that were meant to be assertions and are none."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import MOCK
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.instances import maker
from flake8_testquality.model.mock_objects import MOCK_API, MockObject, mock_object
from flake8_testquality.model.mock_paths import assigned, values_at
from flake8_testquality.model.mocks import Mock
from flake8_testquality.model.names import called_name, dotted_text, last_name, root_name
from flake8_testquality.model.refusals import is_refused
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.regex import regex
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.names import Binding
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

MAX_SLIPS = 2
_WORDS = regex(r"\.((?:as?ss?[er]*t|cal|has_|any_|not_|await|once)\w*)")
_STARTS = (
    "assert_",
    "asert_",
    "assret_",
    "aseert_",
    "assrt_",
    "asset_",
    "asserts_",
    "assertt_",
    "asser_",
    "assertcalled",
    "assert",
)
_STEMS = regex(r"cal|has_|any_|not_|await|once")
_SAYS_MOCK = regex(r"(?:^|_)(?:mock|mocked|mocks|magicmock|asyncmock)(?:_|\d|$)|Mock(?:[A-Z]|$)|^mock[A-Z]")
# Objects with words of their own that read like a mock's. Source: the libraries' documentation.
_OTHERS = regex(
    r"requests_?mock|responses|respx|httpx_?mock|aioresponses|mocker|mock_?requests|req_?mock|http_?mock|rsps|mockserver"
)
_OTHER_MAKERS = ("requests_mock", "responses", "respx", "aioresponses", "pytest_httpx", "httpretty", "moto", "mocket")


def misspelled_assertions(test: Test) -> Iterator[tuple[ast.stmt, ast.Attribute, str]]:
    """(statement, attribute, what was meant) for each attribute of a mock that reads like an assertion and is none."""
    for scope in test.scopes:
        if not scope.is_function:
            continue
        for statement in scope.statements.get(ast.Expr, ()):
            value = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
            yield from _meant(test, statement, [value], scope)
        for statement in scope.statements.get(ast.Assert, ()):
            yield from _meant(test, statement, _parts(statement.test), scope)
    for item in test.assertions:
        if item.kind == "unittest" and item.call is not None:
            for operand in item.call.args:
                yield from _meant(test, item.statement, _parts(operand), item.scope)


def speaks_of_mocks(module: Module) -> bool:
    """Whether a word of the file reads like an assertion of a mock that is none; a fact."""
    return any(meant_assertion(word) for word in set(_WORDS.findall(module.source.text)))


def _parts(node: ast.expr) -> list[ast.expr]:
    """The truths and operands in a condition."""
    if isinstance(node, ast.BoolOp):
        return [part for value in node.values for part in _parts(value)]
    if isinstance(node, ast.UnaryOp):
        return _parts(node.operand)
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    return [node]


def _meant(
    test: Test, statement: Any, nodes: list[ast.expr], scope: Scope
) -> Iterator[tuple[ast.stmt, ast.Attribute, str]]:
    for node in nodes:
        attribute = node.func if isinstance(node, ast.Call) else node
        if isinstance(attribute, ast.Attribute):
            meant = meant_assertion(attribute.attr)
            if meant and _is_mock(test, attribute, scope) and not is_refused(test.module, statement):
                yield statement, attribute, meant


@cache
def meant_assertion(word: str) -> str:
    """The one assertion of a mock that a word, which is none, is within two slips of; else an empty string."""
    if word in MOCK or word in MOCK_API or not (word.startswith(_STARTS) or _STEMS.match(word)):
        return ""
    full = word if word.startswith(_STARTS) else f"assert_{word}"
    if full in MOCK:
        return full
    exchanged = _BY_WORDS.get(_words_of(full))
    if exchanged is not None:
        return exchanged
    if not word.startswith(_STARTS) and len(word) < 8:
        return ""
    possible = [known for known in MOCK if abs(len(full) - len(known)) <= MAX_SLIPS]
    near = sorted((slips(full, known), known) for known in possible)
    if not near or near[0][0] > MAX_SLIPS or (len(near) > 1 and near[0][0] == near[1][0]):
        return ""
    return near[0][1]


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(sorted(name.split("_")))


# `assert_called_with_once` has the right words in another order.
_BY_WORDS = {_words_of(known): known for known in MOCK}


def slips(given: str, known: str) -> int:
    """How many letters must be added, removed, changed or exchanged with the next to make one word of another."""
    before: list[int] = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(given, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(known, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == known[j - 2] and given[i - 2] == wanted:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]


def _is_mock(test: Test, attribute: ast.Attribute, scope: Scope) -> bool:
    """Whether a receiver is a mock: shown by where it comes from, or said by its name with nothing against it."""
    module, node = test.module, attribute.value
    root = root_name(node) or ""
    if any(_OTHERS.search(word.lower()) for word in (root, last_name(node) or "")):
        return False
    found = mock_object(module, scope, node)
    if _is_given(module, attribute.attr):
        return False
    if found is not None:
        return not any(_is_made_for(item, attribute.attr) for item in _makings(module, scope, node, found))
    if not any(_SAYS_MOCK.search(word) for word in (root, last_name(node) or "")):
        return False
    return not _is_something_else(module, node, root, scope, test)


def _is_given(module: Module, word: str) -> bool:
    """Whether the file puts something of its own under a word: `bus.call_once.return_value = 3`."""
    return word in module.fact(_given_words)


def _given_words(module: Module) -> frozenset[str]:
    paths = (path for scope in module.scopes for path in assigned(module, scope))
    return frozenset(word for path in paths for word in path.split(".")[1:])


def _makings(module: Module, scope: Scope, node: ast.expr, found: MockObject) -> list[MockObject]:
    """The mocks that a receiver may be: a name can be bound more than once."""
    known = module.names.lookup(node.id, scope) if isinstance(node, ast.Name) else None
    if known is None or len(known[1]) < 2:
        return [found]
    others = [mock_object(module, known[0], place.value) for place in known[1] if place.value is not None]
    return [found, *(item for item in others if item is not None)]


def _is_made_for(found: MockObject, word: str) -> bool:
    """Whether a mock was made to answer to a word: by name, by its class in sight, or because it takes all words."""
    source = found.source
    if source is None or found.path:
        return False
    if source.keyword("unsafe") is not None or source.keyword(word) is not None:
        return True
    spec = source.spec if isinstance(source, Mock) else None
    cls = source.module.definition(spec, source.scope) if spec is not None else None
    return isinstance(cls, ast.ClassDef) and lineage(source.module, cls).attribute(word) is not None


def _is_something_else(module: Module, node: ast.expr, root: str, scope: Scope, test: Test) -> bool:
    """Whether a name that says mock is an import, a class, or an object that something in sight made."""
    found = module.names.lookup(root, scope)
    if root in ("self", "cls"):
        return _is_made_elsewhere(module, scope, node)
    if found is None:
        return True
    if any(place.kind in ("import", "function", "class") for place in found[1]):
        return True
    if any(place.kind == "parameter" for place in found[1]):
        fixture = lookup(module, root, test.cls)
        return fixture is not None and bool(fixture.values)
    if any(_is_of_others(module, place, root, found[0]) for place in found[1]):
        return True
    made = maker(module, ast.Name(id=root, ctx=ast.Load()), scope) or ""
    return bool(made) or any(isinstance(place.value, ast.Call) for place in found[1]) or made.startswith(_OTHER_MAKERS)


def _is_of_others(module: Module, place: Binding, name: str, scope: Scope) -> bool:
    """Whether a name stands for an object that another library holds ready: `with respx.mock as mock`."""
    given = [place.value] if place.value is not None else []
    if isinstance(place.node, ast.With | ast.AsyncWith):
        given += [item.context_expr for item in place.node.items if last_name(item.optional_vars) == name]
    return any(
        (module.resolve(item, scope) or "").startswith(_OTHER_MAKERS)
        for item in given
        if isinstance(item, ast.Name | ast.Attribute)
    )


def _is_made_elsewhere(module: Module, scope: Scope, node: ast.expr) -> bool:
    """Whether an attribute of self, or one on the way to it, is what a call gave whose name says no mock or patch."""
    while isinstance(node, ast.Attribute):
        for _, _, value in values_at(module, scope, dotted_text(node) or ""):
            word = (called_name(value) or "").lower()
            if isinstance(value, ast.Call) and not ("mock" in word or "patch" in word or word == "start"):
                return True
        node = node.value
    return False


def spelling_edits(module: Module, statement: Any, attribute: ast.Attribute, meant: str) -> tuple[Edit, ...]:
    """The edits that write the assertion that was meant as a call of its own; none where that would need thought."""
    end = module.source.range(attribute)[1]
    start = end - len(attribute.attr)
    if module.source.text[start:end] != attribute.attr:
        return ()
    rename = Edit(start, end, meant)
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) and statement.value.func is attribute:
        return (rename,)
    if isinstance(statement, ast.Assert) and statement.msg is None:
        call = statement.test
        if isinstance(call, ast.Call) and call.func is attribute:
            first = module.source.range(statement)[0]
            begin = module.source.range(call)[0]
            if module.source.text[first:begin].strip() == "assert" and not holds_comment(module, first, begin):
                return (Edit(first, begin, ""), rename)
    if isinstance(statement, ast.Expr):
        return _bared(module, statement.value, attribute, rename)
    return ()


def _bared(module: Module, outer: ast.expr, attribute: ast.Attribute, rename: Edit) -> tuple[Edit, ...]:
    """The edits that leave of `self.assertTrue(mock.called_with(1))` the call inside, under its right name."""
    if not isinstance(outer, ast.Call) or last_name(outer.func) != "assertTrue" or outer.keywords:
        return ()
    inner = outer.args[0]
    if len(outer.args) > 1 or not isinstance(inner, ast.Call) or inner.func is not attribute:
        return ()
    (first, last), (begin, end) = module.source.range(outer), module.source.range(inner)
    if holds_comment(module, first, begin) or holds_comment(module, end, last):
        return ()
    return Edit(first, begin, ""), rename, Edit(end, last, "")
