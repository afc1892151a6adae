"""Fixtures asked for without being read, and the edits that ask for them by a mark instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flake8_testquality.model.case_use import unread_arguments
from flake8_testquality.model.decorations import keeps_arguments, with_decorator
from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.plugin_fixtures import EFFECTIVE, KNOWN_SCOPES
from flake8_testquality.model.rewriting import holds_comment, import_edit, name_for
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


def needless_arguments(test: Test) -> list[str]:
    """The fixture arguments that a test never reads, fixtures for certain and not known for an effect."""
    if not test.arguments:
        return []
    names = [name for name in unread_arguments(test) if name not in EFFECTIVE]
    if not names or test.fact(keeps_arguments):
        return names
    return [name for name in names if name in KNOWN_SCOPES or lookup(test.module, name, test.cls) is not None]


def _trailing_comma(module: Module, end: int) -> int:
    """The offset behind the comma that follows an offset; 0 where none does."""
    text = module.source.text
    while text[end : end + 1].isspace():
        end += 1
    return end + 1 if text[end : end + 1] == "," else 0


def _is_named_elsewhere(test: Test) -> bool:
    """Whether something else may call a test with its arguments: by its name, or by a path in a string."""
    return re.search(rf"(?<!def )\b{re.escape(test.name)}\b", test.module.source.text) is not None


def as_usefixtures(test: Test, names: list[str]) -> tuple[Edit, ...]:
    """The edits that take arguments from a test and ask for them by usefixtures; none where comments would be lost."""
    module, node = test.module, test.node
    plain = node.args.args
    if node.args.posonlyargs or any(name not in {arg.arg for arg in plain} for name in names):
        return ()
    if _is_named_elsewhere(test):
        return ()
    if module.source.lines[node.lineno - 1][: node.col_offset].strip():
        return ()
    edits: list[Edit] = []
    kept_before = False
    for number, arg in enumerate(plain):
        if arg.arg not in names:
            kept_before = True
            continue
        start, end = module.source.range(arg)
        if kept_before:
            start = module.source.range(plain[number - 1])[1]
            if plain[number - 1].arg in names:
                start = edits[-1].end
        elif number + 1 < len(plain):
            end = module.source.range(plain[number + 1])[0]
        elif _trailing_comma(module, end):
            end = _trailing_comma(module, end)
        elif node.args.vararg or node.args.kwonlyargs or node.args.kwarg:
            return ()
        if holds_comment(module, start, end):
            return ()
        edits.append(Edit(start, end, ""))
    mark = name_for(module, "pytest.mark", test.scope.parent or module.scope)
    imports = [] if mark is not None else [import_edit(module, "pytest")]
    listed = ", ".join(f'"{name}"' for name in names)
    return (with_decorator(module, node, f"{mark or 'pytest.mark'}.usefixtures({listed})"), *edits, *imports)
