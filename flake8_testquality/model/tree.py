"""Tree: the files below one rootdir as last seen, and how Python finds modules among them. Nothing is imported."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from flake8_testquality.model import disk
from flake8_testquality.model.disk import Kind
from flake8_testquality.model.pytest_config import PytestConfig
from flake8_testquality.source import Source

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MAX_FILES = 2_000
_MAX_FOLDERS = 4_000
# syntax trees are large: a long-lived process must not keep a whole monorepo
_PARSED = 500

_NOT_THE_PROJECTS = frozenset({"node_modules", "build", "dist", "__pycache__", "site-packages", "eggs", "venv", "env"})


def _parse(path: str) -> Source | None:
    from pathlib import Path

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Source.read(Path(path)) if os.path.getsize(path) <= disk.MAX_BYTES else None
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


_source = disk.Remembered(_parse, kept=_PARSED)


class Tree:
    """One rootdir. Answers hold until `refresh` finds that something they were derived from has changed on disk."""

    def __init__(self, root: str, config: PytestConfig) -> None:
        self.root = root
        self.config = config
        self._forget()

    def _forget(self) -> None:
        self._watch = disk.Watch()
        self._entries: dict[str, Mapping[str, Kind]] = {}
        self._roots: dict[str, tuple[str, ...]] = {}
        self._found: dict[tuple[tuple[str, ...], str], str | None] = {}
        self._modules: dict[str, Module | None] = {}

    def refresh(self) -> None:
        """Forget everything if anything changed: a fact about one file may rest on another."""
        if len(self._modules) > _PARSED or self._watch.changed():
            self._forget()

    # ------------------------------------------------------------------ files

    def entries(self, folder: str) -> Mapping[str, Kind]:
        """What a folder holds; empty outside the rootdir, however its path is written."""
        known = self._entries.get(folder)
        if known is None:
            self._watch.note(folder)
            known = disk.entries(folder) if disk.inside(folder, self.root) else {}
            self._entries[folder] = known
        return known

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

    def is_file(self, path: str) -> bool:
        """Whether a regular file of the project stands at an absolute path."""
        return self.kind(*os.path.split(path)) == "file"

    def upward(self, folder: str) -> Iterator[str]:
        """The folder and those above it up to the rootdir; nothing outside it."""
        if folder == self.root or folder.startswith(os.path.join(self.root, "")):
            for base in disk.upward(folder):
                yield base
                if base == self.root:
                    return

    def python_files(self, folder: str) -> Iterator[str]:
        """The project's Python files, those below a folder first, then those below the one above it, and so on.

        Links, hidden folders, environments and build results are passed over.
        """
        budget = iter(range(_MAX_FOLDERS))
        done: str | None = None
        for base in self.upward(folder):
            yield from self._below(base, done, budget)
            done = base

    def _below(self, top: str, done: str | None, budget: Iterator[int]) -> Iterator[str]:
        stack = [top]
        while stack and next(budget, None) is not None:
            folder = stack.pop()
            entries = self.entries(folder)
            if "pyvenv.cfg" in entries:
                continue
            yield from (os.path.join(folder, n) for n in sorted(entries) if n.endswith(".py") and entries[n] == "file")
            below = (name for name in sorted(entries, reverse=True) if entries[name] == "folder" and _is_own(name))
            stack.extend(path for path in (os.path.join(folder, name) for name in below) if path != done)

    # ------------------------------------------------------------------ modules

    def module_at(self, path: str, build: Callable[[Source], Module]) -> Module | None:
        """The module of a file, built once from its source; None if it is out of sight or broken."""
        if path not in self._modules:
            module = None
            if self.is_file(path):
                self._watch.note(path)
                source = _source(path)
                module = _built(source, build) if source else None
            self._modules[path] = module
        return self._modules[path]

    def base(self, folder: str) -> str:
        """The folder that pytest's prepend mode puts on sys.path for a file: above the topmost package around it."""
        for above in self.upward(folder):
            if "__init__.py" not in self.entries(above) or not os.path.basename(above).isidentifier():
                return above
        return self.root

    def roots(self, folder: str | None) -> tuple[str, ...]:
        """The folders that stand for sys.path as a file in a folder sees it, in pytest's order.

        The file's own base, those of its conftest files, the home of manage.py, `pythonpath`, the rootdir, `src`.
        """
        key = folder or ""
        known = self._roots.get(key)
        if known is None:
            chain = list(self.upward(folder)) if folder else []
            home = os.path.dirname(self.config.file) if self.config.file else self.root
            candidates = [
                *(self.base(above) for above in chain[:1]),
                *(self.base(above) for above in chain if self.kind(above, "conftest.py") == "file"),
                *(above for above in chain if self.kind(above, "manage.py") == "file"),
                *(os.path.normpath(os.path.join(home, entry)) for entry in self.config.pythonpath),
                self.root,
                os.path.join(self.root, "src"),
            ]
            known = self._roots[key] = tuple(dict.fromkeys(path for path in candidates if self.entries(path)))
        return known

    def find(self, roots: tuple[str, ...], dotted: str) -> str | None:
        """The file of a module, searched as Python's path finder does; None for what is no .py file in sight.

        A name of the standard library is never found: which of the two an import gets is decided elsewhere.
        """
        key = roots, dotted
        if key not in self._found:
            self._found[key] = self._search(roots, dotted.split("."))
        return self._found[key]

    def _search(self, folders: tuple[str, ...], parts: list[str]) -> str | None:
        found: str | tuple[str, ...] | None = None
        for part in parts:
            if isinstance(found, str):
                if os.path.basename(found) != "__init__.py":
                    return None
                folders = (os.path.dirname(found),)
            found = self._step(folders, part)
            if found is None:
                return None
            folders = () if isinstance(found, str) else found
        return found if isinstance(found, str) else None

    def _step(self, folders: tuple[str, ...], name: str) -> str | tuple[str, ...] | None:
        """A module's file, the portions of a namespace, or None; a compiled module is a file that ends so."""
        portions = []
        for folder in folders:
            here = self.kind(folder, name)
            if here == "folder":
                package = os.path.join(folder, name)
                found = self._native(package, "__init__") or self._plain(package, "__init__")
                if found:
                    return found
                portions.append(package)
            found = self._native(folder, name) or self._plain(folder, name)
            if found:
                return found
        return tuple(portions) or None

    def _plain(self, folder: str, name: str) -> str | None:
        return os.path.join(folder, f"{name}.py") if self.kind(folder, f"{name}.py") == "file" else None
