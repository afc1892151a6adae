"""Settings of ruff: which of its rules a project leaves out, for all of its files or for some."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import TYPE_CHECKING, TypeAlias

from flake8_testquality.model import config_files

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# (pattern of files, codes or their beginnings)
_LeftOut: TypeAlias = Iterator[tuple[str, tuple[str, ...]]]
_FILES = ((".ruff.toml", ()), ("ruff.toml", ()), ("pyproject.toml", ("tool", "ruff")))
# Source: ruff's documentation of its settings; the names without `lint` are those of before 0.2.
_FOR_ALL = ("ignore", "extend-ignore")
_FOR_SOME = ("per-file-ignores", "extend-per-file-ignores")


def leaves_out(module: Module, code: str) -> bool:
    """Whether the ruff settings at the project's root put a rule aside for a file: decided against, not overlooked."""
    root = module.project.root
    if root is None:
        return False
    path = os.path.relpath(os.path.abspath(module.path), root).replace(os.sep, "/")
    return any(_is_for(path, pattern) for pattern, codes in _left_out(str(root)) if code.startswith(codes))


def _left_out(root: str) -> _LeftOut:
    """What the first of ruff's files in a folder leaves out."""
    for name, keys in _FILES:
        settings = config_files.table(config_files.read(os.path.join(root, name)), *keys)
        if settings:
            yield from _listed(settings)
            yield from _listed(config_files.table(settings, "lint"))
            return


def _listed(settings: config_files.Table) -> _LeftOut:
    for key in _FOR_ALL:
        yield "*", _codes(settings.get(key))
    for key in _FOR_SOME:
        yield from ((pattern, _codes(codes)) for pattern, codes in config_files.table(settings, key).items())


def _codes(listed: object) -> tuple[str, ...]:
    """The codes of a list, `ALL` left away: it says nothing of any one rule."""
    if not isinstance(listed, list):
        return ()
    return tuple(code for code in listed if isinstance(code, str) and code not in ("", "ALL"))


def _is_for(path: str, pattern: str) -> bool:
    """Whether a pattern fits a path below the root, or its last part, as ruff has it: `**/` may stand for no folder."""
    patterns = {pattern, pattern.replace("**/", "")}
    return any(fnmatch(text, each) for each in patterns for text in (path, os.path.basename(path)))
