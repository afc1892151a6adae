"""Acceptance: tests that hand good input to what other tests of the file see refusing bad input."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.expecting_decorators import has_to_raise
from flake8_testquality.model.intentions import spaced
from flake8_testquality.model.names import last_name
from flake8_testquality.model.raises import all_expectations
from flake8_testquality.model.scopes import calls_in, flat
from flake8_testquality.model.words import share_a_word, words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Whose argument is the act: `list(parse(text))`, `asyncio.run(main())`.
_WRAPPERS = frozenset({"list", "tuple", "set", "dict", "next", "str", "repr", "run", "run_sync", "run_until_complete"})
# What a test may end in after the act: it tidies up, or waits whether anything comes of it.
_CLOSING = frozenset({"close", "aclose", "stop", "cleanup", "shutdown", "disconnect", "tearDown", "sleep"})
_REQUESTS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "request"})
_ALLOWED = regex(
    r"\b(?:accept\w*|allow\w*|permit\w*|legal|valid|good|correct|no limit|unlimited|not exceed\w*|within|optional|can|"
    r"supported|none|"
    r"disabled|match(?:es)?|pass(?:es)?)\b",
    re.IGNORECASE,
)
# So many refusals make a file about refusing; of fewer the neighbour's name must tell.
_MANY = 2
_WORDS_ALIKE = 2
_SAME = "="
_DEFINING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def only_accepts(test: Test) -> bool:
    """Whether a test ends in a call that the tests around it expect to raise: not to raise is what it shows."""
    names = _act(test)
    if not names:
        return _makes_what_others_refuse(test)
    refused = test.module.fact(_refused)
    refusing = max((refused.get(name, []) for name in names), key=len)
    if any(_is_alike(test.name, other.name) for other in refusing):
        return True
    kin = {name for name in names for other in refused.get(name, ()) if _is_kin(test, other)}
    if kin and _ALLOWED.search(spaced(test.name)):
        return True
    # of a mock, the calls could be looked at
    return not test.patched_arguments and any(len(refused[name]) >= _MANY or name.startswith(_SAME) for name in kin)


def _makes_what_others_refuse(test: Test) -> bool:
    """Whether a test ends in making an object that nobody reads, which the test named like it expects to raise."""
    last = test.body[-1]
    value = last.value if isinstance(last, ast.Assign) else None
    if not isinstance(value, ast.Call) or not (last_name(value.func) or "")[:1].isupper():
        return False
    if any(not isinstance(target, ast.Name) or target.id in test.names_read for target in last.targets):
        return False
    refused = test.module.fact(_refused)
    return any(_goes_on(test.name, other.name) for name in _names(value) for other in refused.get(name, ()))


def _goes_on(name: str, other: str) -> bool:
    """Whether the words of a name begin with all those of another, at least two."""
    ours, others = words(name), words(other)
    return len(ours) > _WORDS_ALIKE and others[: len(ours)] == ours


def _act(test: Test) -> set[str]:
    """What the last statement of a test that closes nothing calls for its effect."""
    block: list[Any] = test.body
    while block:
        last = block[-1]
        inner = getattr(last, "body", None)
        if isinstance(last, ast.Pass) or _closes(last):
            block = block[:-1]
        elif isinstance(last, ast.With | ast.AsyncWith) and all(isinstance(item, ast.Pass) for item in last.body):
            entered = last.items[-1].context_expr
            return _names(entered) | _written(test.module, entered)
        elif isinstance(inner, list) and not isinstance(last, _DEFINING):
            block = inner
        elif isinstance(last, ast.FunctionDef | ast.AsyncFunctionDef):
            return _applied(last)
        elif isinstance(last, ast.Expr) or (isinstance(last, ast.Assign) and _is_dropped(last)):
            return _names(last.value) | _written(test.module, last.value) | _made(test, last.value)
        else:
            return set()
    return set()


def _applied(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """What a function is decorated with: that is called as soon as the function is defined."""
    found: set[str] = set()
    for item in node.decorator_list:
        # `@app.post("/")` asks for nothing, whatever its name
        found |= _texts(item.func) if isinstance(item, ast.Call) else {text for text in (_text(item),) if text}
    return found


def _made(test: Test, node: Any) -> set[str]:
    """What made the object that is itself called: `Between()` in `Between(1, 3)(form)` and of its name alike."""
    func = node.func if isinstance(node, ast.Call) else None
    places = test.module.bindings(test.scope).get(func.id, ()) if isinstance(func, ast.Name) else ()
    value = places[0].value if len(places) == 1 else None
    return {f"{last_name(value.func)}()"} if isinstance(value, ast.Call) else set()


def _is_dropped(statement: ast.Assign) -> bool:
    return all(isinstance(target, ast.Name) and target.id == "_" for target in statement.targets)


def _closes(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    value = value.value if isinstance(value, ast.Await) else value
    return isinstance(value, ast.Call) and last_name(value.func) in _CLOSING


def _names(node: Any) -> set[str]:
    """What an expression calls or reads: its text, its last word where that is no everyday word, or its keywords."""
    while isinstance(node, ast.Await | ast.Yield | ast.YieldFrom):
        node = node.value
    if not isinstance(node, ast.Call):
        # a property may refuse as well
        text = _text(node.value if isinstance(node, ast.Subscript) else node)
        return {text} if text is not None and "." in text else set()
    word = last_name(node.func)
    if word in _REQUESTS:
        return set()
    if word in _WRAPPERS:
        inner = {name for part in node.args for name in _names(part)}
        if inner:
            return inner
    given = sorted(item.arg for item in node.keywords if item.arg)
    return _texts(node.func) | ({f"{word}({', '.join(given)})"} if given else set())


def _written(module: Module, node: Any) -> set[str]:
    """A call as it is written, with its arguments: if the same words raise elsewhere, what leads to them differs."""
    return {_SAME + "".join(module.source.segment(node).split())} if isinstance(node, ast.Call | ast.Await) else set()


def _texts(func: ast.expr) -> set[str]:
    text, word = _text(func), (last_name(func) or "").strip("_")
    return {name for name in (text, word if "_" in word else None) if name}


def _text(node: ast.expr) -> str | None:
    """`a.b` as written, `().b` of what another call made, `a()` where that itself is called."""
    if isinstance(node, ast.Call):
        return f"{last_name(node.func)}()"
    attributes = ""
    while isinstance(node, ast.Attribute):
        attributes = f".{node.attr}{attributes}"
        node = node.value
    if isinstance(node, ast.Call):
        return f"(){attributes}"
    return f"{node.id}{attributes}" if isinstance(node, ast.Name) else None


def _is_kin(test: Test, other: Test) -> bool:
    """Whether two tests are of one class, or their names share a word."""
    if test.cls is not None and other.cls is not None and test.cls.node is other.cls.node:
        return True
    return share_a_word(test.name, other.name)


def _refused(module: Module) -> dict[str, list[Test]]:
    """name -> the tests of a file that expect it to raise, each as often as it does."""
    found: dict[str, list[Test]] = {}
    for item in all_expectations(module):
        for name in _expected(item) if item.kind == "raises" else ():
            found.setdefault(name, []).append(item.assertion.test)
    for test in module.tests:
        for name in _act(test) | _names_of_made(test) if has_to_raise(test) else ():
            found.setdefault(name, []).append(test)
    return found


def _names_of_made(test: Test) -> set[str]:
    last = test.body[-1] if test.body else None
    return _names(last.value) if isinstance(last, ast.Assign) else set()


def _expected(item: Any) -> set[str]:
    if item.block is None:
        if item.target is None:
            return set()
        made = _made(item.assertion.test, ast.Call(item.target, [], []))
        bare = item.call.args[-1:] == [item.target] and not item.call.keywords
        return _texts(item.target) | made | ({f"{_SAME}{_text(item.target)}()"} if bare else set())
    found: set[str] = set()
    for statement in flat(item.block):
        if isinstance(statement, ast.Expr | ast.Assign):
            found |= _names(statement.value) | _written(item.assertion.module, statement.value)
            found |= _made(item.assertion.test, statement.value)
        elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            found |= _applied(statement)
        else:
            found.update(name for call in calls_in(statement) for name in _names(call))
            if isinstance(statement, ast.With | ast.AsyncWith):
                for entered in statement.items:
                    found |= _written(item.assertion.module, entered.context_expr)
    return found


def _is_alike(name: str, other: str) -> bool:
    """Whether two names share their first words, one goes on where the other ends, or they differ in one word only."""
    ours, others = name.split("_")[1:], other.split("_")[1:]
    if len(ours) > 1 and any(
        word == "not" and [*others[:at], *others[at + 1 :]] == ours for at, word in enumerate(others)
    ):
        return True
    pairs = list(zip(ours, others, strict=False))
    if len(ours) == len(others) > 1 and sum(one != two for one, two in pairs) == 1:
        return True
    if others == ours[: len(others)]:
        return bool(others)
    alike = 0
    for one, two in pairs:
        if one != two:
            break
        alike += 1
    return alike >= _WORDS_ALIKE
