"""Shown texts: the assertions of a file that compare the text of an object instead of the object."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flake8_testquality.model.intent import is_about
from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.raises import expectations
from flake8_testquality.model.relations import pairs, related
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.weakness import source_of
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_TEXT_STEMS = (
    "str", "repr", "string", "format", "display", "print", "render", "text", "unicode", "dump", "serial", "represent",
    "stringify", "message", "tostring", "html", "label", "human", "verbose", "output", "compil",
)  # fmt: skip
# Of these only texts are asked, and dates for their text.
_TEXT_METHODS = frozenset(
    "capitalize casefold expandtabs format isoformat ljust lower lstrip removeprefix removesuffix rjust rstrip "
    "strftime strip swapcase upper zfill".split()
)
_ABOUT_TEXT = frozenset({"str", "repr", "printing", "formatting", "rendering"})
_ALLOWED = regex(
    r"(?:^|_)(?:path|paths|file|filename|dir|directory|folder|root|cwd|home|parent|"
    r"e|ex|exc|err|error|errors|exception|excinfo|exc_info|cause|context|warning|warnings|w|message|traceback)(?:$|_|\d)",
    re.IGNORECASE,
)


def shown_texts(module: Module) -> Iterator[tuple[Assertion, ast.expr]]:
    """(assertion, text) for each equality of an object's text with a literal, where the test is not about texts."""
    for assertion in related(module, "==", "!=", "and"):
        claims = (claim for claim in assertion.claims if claim.relation in ("==", "!="))
        text = next((text for claim in claims if (text := _text_of_object(claim, module)) is not None), None)
        if text is not None:
            yield assertion, text


def _text_of_object(claim: Assertion, module: Module) -> ast.expr | None:
    """The side of a claim that is the text of an object, where the other is a literal."""
    for side, other in pairs(claim):
        if isinstance(other, ast.Constant) and isinstance(other.value, str):
            # the name of a text says what it is about as well
            text = source_of(side, module, claim.scope)
            shown = _shown(text, claim, module)
            if shown is not None and not _is_text(shown) and not any(_is_allowed(it, claim) for it in (side, shown)):
                return text
    return None


def _shown(side: ast.expr, assertion: Assertion, module: Module) -> ast.expr | None:
    """The object whose text an expression is."""
    if isinstance(side, ast.JoinedStr):
        return next((part.value for part in side.values if isinstance(part, ast.FormattedValue)), None)
    if not isinstance(side, ast.Call) or len(side.args) != 1 or side.keywords:
        return None
    name = module.resolve(side.func, assertion.scope)
    return side.args[0] if name in ("builtins.str", "builtins.repr") else None


def _is_text(shown: ast.expr) -> bool:
    """Whether what is shown is a text by its making: `order.number.format("%d")`, `name.strip()`."""
    if isinstance(shown, ast.Constant):
        return isinstance(shown.value, str)
    if isinstance(shown, ast.Call) and isinstance(shown.func, ast.Attribute):
        return shown.func.attr in _TEXT_METHODS or isinstance(shown.func.value, ast.Constant | ast.JoinedStr)
    return isinstance(shown, ast.JoinedStr)


def _is_allowed(shown: ast.expr, assertion: Assertion) -> bool:
    names = {item.bound for item in assertion.test.fact(expectations) if item.bound}
    names |= {item.name for item in assertion.scope.statements.get(ast.ExceptHandler, ()) if item.name}
    for part in descend(shown):
        word = last_name(part)
        if word is None:
            continue
        if word in names or _ALLOWED.search(word) or word.endswith(("Path", "Error", "Exception")):
            return True
    # what a name was made by says what it is: `target = Path(name) / "carts"`
    made = source_of(shown, assertion.module, assertion.scope)
    while isinstance(made, ast.BinOp):
        made = made.left
    word = called_name(made) or ""
    if _ALLOWED.search(word) or word.endswith(("Path", "Error", "Exception")):
        return True
    if is_about(assertion.test, _TEXT_STEMS):
        return True
    return not _ABOUT_TEXT.isdisjoint(Path(assertion.module.path).stem.split("_"))
