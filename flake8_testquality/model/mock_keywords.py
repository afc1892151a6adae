"""Keywords of mocks and patches that are one slip away from one that means something."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.refusals import is_refused
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# What the factories and patch take beside them, and what a real object may well be asked for.
_KNOWN = frozenset(
    "spec spec_set autospec return_value side_effect new_callable new create wraps name unsafe target attribute".split()
)


def misspelled_keywords(module: Module) -> Iterator[tuple[ast.Call, ast.keyword, str]]:
    """(call, keyword, what was meant) for each keyword one slip away from a keyword of the mock family."""
    makers = [(mock.node, False) for mock in module.mocks]
    makers.extend((patch.node, True) for patch in module.patches if patch.kind in ("patch", "patch.object"))
    for call, is_patch in makers:
        if any(item.arg == "unsafe" for item in call.keywords):
            continue
        for word in call.keywords:
            if word.arg is not None and word.arg not in _KNOWN:
                meant = _meant(word, is_patch)
                if meant is None or _is_read(module, word.arg) or is_refused(module, module.statement_of(call)):
                    continue
                yield call, word, meant


def _is_read(module: Module, name: str) -> bool:
    """Whether the file says a name as an attribute: of an object that is asked for it, no slip."""
    return module.says(f".{name}") and re.search(rf"\.{name}\b", module.source.text) is not None


def _meant(word: ast.keyword, is_patch: bool) -> str | None:
    given = word.arg or ""
    if given == "set_spec":  # mock knows this one itself, and refuses it
        return "spec_set"
    for known in ("autospec", "return_value", "side_effect", "spec_set", "spec"):
        if len(given) - len(known) in (-1, 0, 1) and is_slip(given, known):
            if known == "spec" and not _is_class(word.value):
                continue
            return "spec" if known == "autospec" and not is_patch else known
    return None


def _is_class(value: ast.expr) -> bool:
    """Whether a value reads like a class, which is what a spec is."""
    name = last_name(value) or ""
    return name[:1].isupper() and not name.isupper()


def is_slip(given: str, known: str) -> bool:
    """Whether two words differ by one letter (too many, too few, wrong, two exchanged) or in case and underscores."""
    if given == known:
        return False
    if given.replace("_", "").lower() == known.replace("_", "").lower():
        return True
    start = 0
    while start < min(len(given), len(known)) and given[start] == known[start]:
        start += 1
    rest, wanted = given[start:], known[start:]
    if rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:]:
        return True
    return len(rest) > 1 and rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]


def renaming(module: Module, call: ast.Call, word: ast.keyword, meant: str) -> tuple[Edit, ...]:
    """The edit that writes the keyword that was meant; none where it is there already or would mean something else."""
    if any(item.arg == meant for item in call.keywords):
        return ()
    if meant == "spec" and not _is_class(word.value):
        return ()
    start, _ = module.source.range(word)
    return (Edit(start, start + len(word.arg or ""), meant),)
