"""Removed names: what unittest once had, called where nothing brings it back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.case_calls import ALIASES, CaseCall, case_calls
from flake8_testquality.model.classes import CASES
from flake8_testquality.model.names import called_name
from flake8_testquality.model.references import corpus
from flake8_testquality.model.scopes import DEFINITIONS
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Source: "What's New" of Python 3.13, "Removed".
LOADERS = {
    "unittest.makeSuite": "loadTestsFromTestCase",
    "unittest.findTestCases": "loadTestsFromModule",
    "unittest.getTestCaseNames": "getTestCaseNames",
}
# Whose TestCases add none of the names of old; unittest2 and absl, for example, have kept theirs.
_ADDING_NONE = frozenset({"unittest", "django", "rest_framework", "flask_testing", "wagtail"})


def removed_aliases(module: Module) -> Iterator[tuple[ast.Call, str, str | None, tuple[Edit, ...]]]:
    """(call, alias, today's name, edits) for each call of a name that unittest no longer has."""
    for call in module.fact(case_calls):
        if call.name not in ALIASES or not _is_gone(module, call):
            continue
        right = ALIASES[call.name]
        edits = _renamed(module, call.node.func, call.name, right) if right is not None else ()
        yield call.node, call.name, right, edits
    for made in module.calls_to(LOADERS):
        right = f"unittest.defaultTestLoader.{LOADERS[made.name]}"
        edits = ()
        if isinstance(made.node.func, ast.Attribute) and len(made.node.args) == 1 and not made.node.keywords:
            word = made.name.rpartition(".")[2]
            edits = _renamed(module, made.node.func, word, f"defaultTestLoader.{LOADERS[made.name]}")
        name = made.name.rpartition(".")[2]
        if not _is_guarded(module, made.node) and not _is_set_again(module, "unittest", name):
            yield made.node, name, right, edits


def _renamed(module: Module, func: ast.expr, old: str, new: str) -> tuple[Edit, ...]:
    _, end = module.source.range(func)
    start = end - len(old)
    return (Edit(start, end, new),) if module.source.text[start:end] == old else ()


def _is_gone(module: Module, call: CaseCall) -> bool:
    """Whether nothing in sight or out of it can have brought an alias back."""
    line = call.cls.lineage
    if call.cls.case_family not in ("unittest", "isolated", "django") or not line.is_resolved:
        return False
    if line.attribute("__getattr__") is not None:
        return False
    if any(base in CASES and base.partition(".")[0] not in _ADDING_NONE for base in line.out_of_sight):
        return False
    for home in (module, *module.conftests, *(home for home, _ in line.classes)):
        if any(home.says(word) for word in (f'"{call.name}"', f"'{call.name}'", f".{call.name} =", f"{call.name} =")):
            return False
    return not _is_guarded(module, call.node) and not _is_set_again(module, "TestCase", call.name)


def _is_set_again(module: Module, owner: str, name: str) -> bool:
    """Whether a file of the project gives unittest, or its TestCase, a name of old: then every test has it."""

    def look() -> bool:
        text = corpus(module).text
        patterns = (rf"{owner}\.{name}\s*=(?!=)", rf"{owner},\s*[\"']{name}[\"']\s*,")
        found = (match.start() for pattern in patterns for match in re.finditer(pattern, text))
        return any(not (text[at - 1 : at].isalnum() or text[at - 1 : at] == "_") for at in found)

    return module.project.once(("set again", owner, name), look)


def _is_guarded(module: Module, node: ast.AST) -> bool:
    """Whether a call stands behind a look at the version or at what there is, or is expected to fail."""
    place = module.statement_of(node)
    while True:
        around = [place, *module.enclosing(place)]
        if any(_looks_first(module, outer, node) for outer in around):
            return True
        if around[-1] is place or not isinstance(around[-1], DEFINITIONS):
            return False
        place = around[-1]


def _looks_first(module: Module, outer: Any, node: ast.AST) -> bool:
    """Whether a statement around a call lets it run only where the name is still there."""
    if isinstance(outer, ast.Try):
        return True
    if isinstance(outer, ast.With | ast.AsyncWith):
        entered = (module.text(item.context_expr, 200) for item in outer.items)
        return any("aises" in words and "AttributeError" in words for words in entered)
    if isinstance(outer, DEFINITIONS):
        before = (item for item in outer.body if item.lineno < node.lineno)  # type: ignore[attr-defined]
        return any(_asks(module, item) for item in outer.decorator_list) or any(
            isinstance(item, ast.If) and _asks(module, item.test) and _leaves(item.body[-1]) for item in before
        )
    test = getattr(outer, "test", None)
    return test is not None and not isinstance(outer, ast.Assert) and _asks(module, test)


def _asks(module: Module, condition: ast.expr) -> bool:
    words = module.text(condition, 200)
    return any(word in words for word in ("version", "PY2", "PY3", "hasattr", "six"))


def _leaves(statement: ast.stmt) -> bool:
    """Whether a statement ends its function, by returning, raising or skipping."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(statement, ast.Return | ast.Raise) or called_name(call) in ("skip", "skipTest")
