"""Tree: the files below one rootdir as last seen, and the modules parsed from them. Nothing is imported."""

from __future__ import annotations

import ast
import os
import warnings
from collections.abc import Callable, Hashable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from flake8_testquality.model import disk
from flake8_testquality.model.disk import Kind
from flake8_testquality.model.pytest_config import PytestConfig
from flake8_testquality.source import Source

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

T = TypeVar("T")

MAX_FOLDERS = 4_000
# syntax trees are large, and a process may live as long as an editor
KEPT_MODULES = 500

_NOT_OURS = frozenset({"node_modules", "build", "dist", "__pycache__", "site-packages", "venv"})
_ENVIRONMENT_MARKS = ("pyvenv.cfg", "conda-meta")


def _parse(path: str) -> Source | None:
    try:
        if os.path.getsize(path) > disk.MAX_BYTES:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Source.read(Path(path))
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


_source = disk.Remembered(_parse, kept=KEPT_MODULES)


def parsed(path: str, text: str) -> ast.Module | None:
    """The tree of a file of this text, if the file was parsed before because another one imports it."""
    source = _source.last(os.path.abspath(path))
    return source.tree if source is not None and source.text == text else None


class Tree:
    """One rootdir. Answers hold until `refresh` finds that something they were derived from has changed on disk."""

    def __init__(self, root: str, config: PytestConfig) -> None:
        self.root = root
        self.config = config
        self._forget()

    def _forget(self) -> None:
        self._watch = disk.Watch()
        self._answers: dict[Hashable, Any] = {}
        self._entries: dict[str, Mapping[str, Kind]] = {}
        self._python: dict[str, tuple[list[str], list[str]]] = {}
        self._modules: dict[str, Module | None] = {}

    def refresh(self) -> None:
        """Forget everything if anything changed, since a fact about one file may rest on another."""
        if len(self._modules) > KEPT_MODULES or self._watch.changed():
            self._forget()

    def once(self, key: Hashable, derive: Callable[[], T]) -> T:
        """`derive()`, asked again only after a change."""
        try:
            known: T = self._answers[key]
        except KeyError:
            known = self._answers[key] = derive()
        return known

    def entries(self, folder: str) -> Mapping[str, Kind]:
        """What a folder holds; empty outside the rootdir, links resolved."""
        known = self._entries.get(folder)
        if known is None:
            self._watch.note(folder)
            known = disk.entries(folder) if self._is_inside(folder) else {}
            self._entries[folder] = known
        return known

    def _is_inside(self, folder: str) -> bool:
        above, name = os.path.split(folder)
        # a folder, no link, that was seen in a folder of the project
        return self._entries.get(above, {}).get(name) == "folder" or disk.inside(folder, self.root)

    def kind(self, folder: str, name: str) -> Kind | None:
        """What stands in a folder under a name, a link followed if it stays inside the rootdir."""
        found = self.entries(folder).get(name)
        if found != "link":
            return found
        path = os.path.join(folder, name)
        if not disk.inside(path, self.root):
            return None
        self._watch.note(path)
        return "folder" if os.path.isdir(path) else "file" if os.path.isfile(path) else None

    def has(self, path: str) -> bool:
        """Whether a regular file of the project stands at an absolute path; its edits are watched from now on."""
        if self.kind(*os.path.split(path)) != "file":
            return False
        self._watch.note(path)
        return True

    def upward(self, folder: str) -> Iterator[str]:
        """The folder and those above it up to the rootdir; nothing for one outside."""
        if folder == self.root or folder.startswith(os.path.join(self.root, "")):
            for base in disk.upward(folder):
                yield base
                if base == self.root:
                    return

    def module_at(self, path: str, build: Callable[[Source], Module]) -> Module | None:
        """The module of a file, built once from its source; None if it is out of sight or broken."""
        if path not in self._modules:
            source = _source(path) if self.has(path) else None
            self._modules[path] = _built(source, build) if source else None
        return self._modules[path]

    def python_files(self, folder: str) -> Iterator[str]:
        """The project's Python files: those below a folder, then those below the one above it, and so on; each once.

        Links, hidden folders, environments and build results are passed over.
        """
        budget = iter(range(MAX_FOLDERS))
        done = ""
        for top in self.upward(folder):
            yield from self._below(top, done, budget)
            done = top

    def _below(self, top: str, done: str, budget: Iterator[int]) -> Iterator[str]:
        stack = [top]
        while stack and next(budget, None) is not None:
            folder = stack.pop()
            files, folders = self._python_in(folder)
            yield from files
            stack.extend(path for path in folders if path != done)

    def _python_in(self, folder: str) -> tuple[list[str], list[str]]:
        """The Python files of a folder itself, and its folders that may hold more, the last first."""
        known = self._python.get(folder)
        if known is None:
            entries = self.entries(folder)
            names: list[str] = [] if any(mark in entries for mark in _ENVIRONMENT_MARKS) else sorted(entries)
            known = self._python[folder] = (
                [os.path.join(folder, name) for name in names if entries[name] == "file" and name.endswith(".py")],
                [os.path.join(folder, name) for name in reversed(names) if entries[name] == "folder" and _ours(name)],
            )
        return known


def _ours(folder_name: str) -> bool:
    return folder_name not in _NOT_OURS and not folder_name.startswith(".") and not folder_name.endswith(".egg-info")


def _built(source: Source, build: Callable[[Source], Module]) -> Module | None:
    try:
        return build(source)
    except (ValueError, RecursionError, MemoryError):
        return None
