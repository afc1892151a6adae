"""Who mentions a name: the rest of the file by its nodes, the rest of the project by its text."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import disk

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

def _read(path: str) -> str:
    try:
        if os.path.getsize(path) > disk.MAX_BYTES:
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


_texts = disk.Remembered(_read)


def texts_near(module: Module) -> Iterator[tuple[str, str]]:
    """(path, text) of the other Python files of the project, the nearest first; at most 2,000."""
    own = os.path.abspath(module.path)
    for path in module.project.modules_near(module.path):
        if str(path) != own:
            yield str(path), _texts(str(path))


def is_mentioned_elsewhere(module: Module, name: str) -> bool:
    """Whether another file of the project holds a word, in code or in a string."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    return any(name in text and word.search(text) for _, text in texts_near(module))


def is_subclassed_elsewhere(module: Module, name: str) -> bool:
    """Whether another file of the project has a class whose bases name this one."""
    word = re.escape(name)
    heading = re.compile(rf"^\s*class\s+\w+\s*\([^)]*\b{word}\b|\btype\([^)]*\b{word}\b", re.MULTILINE)
    return any(name in text and heading.search(text) for _, text in texts_near(module))


def is_mentioned_here(module: Module, node: Any) -> bool:
    """Whether the file reads, imports or spells a definition's name anywhere but in its own body."""
    name: str = node.name
    if len(re.findall(rf"\b{re.escape(name)}\b", module.source.text)) < 2:
        return False
    own = set(module.scope_by_node[node].within())
    return any(_mentions(scope, name) for scope in module.scopes if scope not in own)


def _mentions(scope: Any, name: str) -> bool:
    return (
        any(item.id == name and isinstance(item.ctx, ast.Load) for item in scope.own(ast.Name))
        or any(item.attr == name for item in scope.own(ast.Attribute))
        or any(isinstance(item.value, str) and name in item.value for item in scope.own(ast.Constant))
        or any(alias.name == name for item in scope.own(ast.ImportFrom) for alias in item.names)
    )


def is_read_here(module: Module, name: str) -> bool:
    """Whether the file reads a plain name anywhere."""
    reads = (item for scope in module.scopes for item in scope.own(ast.Name))
    return any(item.id == name and isinstance(item.ctx, ast.Load) for item in reads)


def is_attribute_read(module: Module, name: str) -> bool:
    """Whether the file reads an attribute of a name, `x.name`, on anything but `super()`, or spells it in a string."""
    if not re.search(rf"\.\s*{re.escape(name)}\b|[\"']{re.escape(name)}[\"']", module.source.text):
        return False
    for scope in module.scopes:
        if any(item.attr == name and not _is_super(item.value) for item in scope.own(ast.Attribute)):
            return True
        if any(item.value == name for item in scope.own(ast.Constant)):
            return True
    return False


def _is_super(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super"


def defines_hook(module: Module, hooks: tuple[str, ...]) -> bool:
    """Whether a conftest above the file, or any plugin module of the project, implements one of these pytest hooks."""
    for conftest in module.conftests:
        if any(hook in conftest.bindings(conftest.scope) for hook in hooks):
            return True
    pattern = re.compile(rf"\bdef (?:{'|'.join(hooks)})\b")
    plugins = (text for path, text in texts_near(module) if os.path.basename(path) != "conftest.py")
    return any(pattern.search(text) for text in plugins)


def changes_collection(module: Module) -> bool:
    """Whether something in sight has a say in which files pytest collects, or in what it collects from one."""
    return module.fact(_opens_files) or changes_items(module)


def changes_items(module: Module) -> bool:
    """Whether something in sight has a say in what pytest collects from a file."""
    return module.fact(_makes_items)


def _opens_files(module: Module) -> bool:
    return defines_hook(module, ("pytest_collect_file", "pytest_collect_directory"))


def _makes_items(module: Module) -> bool:
    return defines_hook(module, ("pytest_pycollect_makemodule", "pytest_pycollect_makeitem"))
