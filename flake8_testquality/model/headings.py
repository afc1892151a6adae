"""Headings: the bases of classes as the texts of first-party modules show them, so that no module need be parsed.

Most classes of a test file that derive from the product are doubles and samples. That none of their bases is a
TestCase shows in the headings of a few classes; where anything is not plain, the answer is left to the lineage.
"""

from __future__ import annotations

import ast
import os
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from flake8_testquality.model.classes import CASES, MAX_DEPTH, says_test_case
from flake8_testquality.model.module_texts import imports_at_margin, own_definitions, text_around
from flake8_testquality.model.names import BUILTINS
from flake8_testquality.model.words import whole_words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# dotted name, path and text of a module
Home: TypeAlias = tuple[str, str, str]

_MAX_CLASSES = 20
_NEAR = 8
_HEADING = regex(r"\nclass (\w+)[ \t]*(?:\(([^()*#]*)\))?[ \t]*:")
_PARAMETERS = regex(r"\[[^\[\]]*\]")


def is_surely_no_case(module: Module, node: ast.ClassDef, below: tuple[ast.ClassDef, ...] = ()) -> bool:
    """Whether no base of a class is a TestCase or sets `__test__`, as far as headings tell; False in all doubt."""
    if node in below or any(item.arg != "metaclass" for item in node.keywords):
        return False
    if module.says("__test__") or module.names.stars:
        return False
    scope = module.scope_by_node[node].parent or module.scope
    for base in node.bases:
        if isinstance(base, ast.Subscript):
            base = base.value
        found = module.names.lookup(base.id, scope) if isinstance(base, ast.Name) else None
        if found is not None and len(found[1]) != 1:
            return False
        if found is not None and isinstance(found[1][0].node, ast.ClassDef):
            inner = found[1][0].node
            if not is_surely_no_case(module, inner, (*below, node)):
                return False
            continue
        dotted = module.names.resolve(base, scope)
        if dotted is None or not _is_known_as_none(module, dotted):
            return False
    return True


def is_class_elsewhere(module: Module, dotted: str) -> bool:
    """Whether a dotted name is a class of another first-party module, as far as its heading tells."""
    around = text_around(module, dotted, may_be_attribute=False)
    return around is not None and around[1] in _headings(around[0]) and _is_bound_once(*around)


def _is_known_as_none(module: Module, dotted: str) -> bool:
    key = "no case", dotted, os.path.dirname(module.path)
    return module.project.once(key, lambda: _is_no_case(module, dotted, module.path, [], 0))


def _is_no_case(module: Module, dotted: str, importer: str, seen: list[str], depth: int) -> bool:
    """Whether a class by a dotted name, as imported by a file, is none; `depth` counts the modules on the way."""
    if dotted in CASES or says_test_case(dotted) or dotted in seen or len(seen) >= _MAX_CLASSES:
        return False
    if dotted.startswith("builtins.") or depth >= MAX_DEPTH:
        return True
    seen.append(dotted)
    parts = dotted.split(".")
    for split in range(len(parts) - 1, 0, -1):
        text = module.project.text_of(".".join(parts[:split]), importer)
        if text is not None:
            path = module.project.path_of(".".join(parts[:split]), importer)
            home = (".".join(parts[:split]), str(path), text)
            if split < len(parts) - 1 or "__test__" in text:
                return False
            return _is_plain(module, home, parts[-1], seen, depth)
    return True


def _is_plain(module: Module, home: Home, name: str, seen: list[str], depth: int) -> bool:
    """Whether a name that a module holds is a class without a case among its bases, by heading and imports."""
    dotted, path, text = home
    imports = _imports(text, dotted, path.endswith("__init__.py"))
    if not _is_bound_once(text, name) or (name in imports and name in own_definitions(text)):
        return False
    if name not in own_definitions(text):
        return name in imports and _is_no_case(module, imports[name], path, seen, depth + 1)
    heading = _headings(text).get(name)
    if heading is None:
        return False
    for base in filter(None, map(str.strip, _PARAMETERS.sub("", heading).split(","))):
        root, _, rest = base.partition(".")
        if base.startswith("metaclass="):
            continue
        if not base.replace(".", "").isidentifier():
            return False
        if root in own_definitions(text):
            inner = f"{dotted}.{base}"
            if rest or inner in seen or len(seen) >= _MAX_CLASSES:
                return False
            seen.append(inner)
            if not _is_plain(module, home, base, seen, depth):
                return False
            continue
        target = imports.get(root)
        if target is None and (root not in BUILTINS or rest):
            return False
        if target is not None:
            full = f"{target}.{rest}" if rest else target
            if not _is_bound_once(text, root) or not _is_no_case(module, full, path, seen, depth + 1):
                return False
    return True


def _is_bound_once(text: str, name: str) -> bool:
    """Whether only one statement at the margin seems to bind a name: none below a condition, no assignment."""
    times = 0
    for at in whole_words(text, name):
        start, end = text.rfind("\n", 0, at) + 1, at + len(name)
        before = text[start:at]
        if before[:1].isspace():
            # an import or class below a condition; further in it stands in a function or an example
            words = before.lstrip()
            is_imported = words.startswith("import ") or (words.startswith("from ") and " import " in words)
            is_near = len(before) - len(words) <= _NEAR
            if is_near and (words == "class " or (is_imported and before[-1] != ".")):
                return False
        elif before in ("class ", "def ", "async def "):
            times += 1
        elif not before and text[end : end + 3].lstrip()[:1] in ("=", ":"):
            return False
    return times <= 1


@lru_cache(maxsize=500)
def _headings(text: str) -> dict[str, str]:
    """Name -> what stands in the brackets behind it, for the classes at the margin whose heading is plain."""
    return dict(_HEADING.findall("\n" + text))


@lru_cache(maxsize=500)
def _imports(text: str, dotted: str, is_package: bool) -> dict[str, str]:
    """Name -> dotted name for the imports at the margin of a module."""
    found: dict[str, str] = {}
    parents = dotted.split(".") if is_package else dotted.split(".")[:-1]
    for home, name, bound in imports_at_margin(text):
        level = len(home) - len(home.lstrip("."))
        prefix = [*parents[: len(parents) - level + 1], home.lstrip(".")] if level else [home]
        found[bound] = ".".join(part for part in (*prefix, name) if part)
    return found
