"""Project: what stands around a file. Its rootdir, pytest configuration, conftest chain and first-party modules.

Everything is read and parsed, never imported; nothing outside the rootdir is followed; what cannot be read is out of
sight. Answers do not depend on what was asked before, in this process or another.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from flake8_testquality.cached import cached_property
from flake8_testquality.model import disk, distribution, finder
from flake8_testquality.model.pytest_config import PytestConfig
from flake8_testquality.model.rootdirs import Place, place_of
from flake8_testquality.model.tree import Tree
from flake8_testquality.source import STDIN_NAMES, Source

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MAX_FILES = 2_000
T = TypeVar("T")


class Project:
    """The surroundings of the files in one folder. Touches no disk until it is asked something."""

    def __init__(self, folder: str | None = None, tree: Tree | None = None, file: str | None = None) -> None:
        self._folder = folder
        self._known_tree = tree
        # the one file that nearly every question comes from, as it is named
        self._file = file

    @cached_property
    def _place(self) -> Place | None:
        return place_of(self._folder, _current_folder()) if self._folder is not None else None

    @cached_property
    def _tree(self) -> Tree | None:
        if self._known_tree is None and self._place is not None:
            return _refreshed_tree(self._place)
        return self._known_tree

    @cached_property
    def root(self) -> Path | None:
        """The rootdir as pytest finds it; None for text that came without a name.

        Where nothing marks a rootdir pytest takes the current folder, which says little in an editor: here it is the
        repository's top, else the current folder if it is above the file, else the likeliest folder by its contents.
        """
        anchor = self._known_tree or self._place
        return Path(anchor.root) if anchor else None

    @cached_property
    def config(self) -> PytestConfig:
        """The pytest configuration in sight; all default where there is none."""
        anchor = self._known_tree or self._place
        return anchor.config if anchor else PytestConfig()

    def conftests(self, path: str) -> tuple[Module, ...]:
        """The conftest modules that pytest loads for a file, the nearest first, without the file itself.

        Broken ones are left out.
        """
        tree = self._tree
        if tree is None or path in STDIN_NAMES:
            return ()
        own = os.path.abspath(path)
        chain = (os.path.join(folder, "conftest.py") for folder in tree.upward(os.path.dirname(own)))
        found = (self._module_at(conftest) for conftest in chain if conftest != own)
        return tuple(module for module in found if module is not None)

    def module(self, dotted: str, importer: str | None = None) -> Module | None:
        """The first-party module that `import dotted` in the importer gives; None when it is out of sight.

        A package is its __init__.py. Compiled modules, namespace folders and broken files are out of sight.
        """
        path = self._find(dotted, importer)
        return self._module_at(path) if path else None

    def module_at(self, path: str | Path) -> Module | None:
        """The module of a file of the project, parsed once a version; None when it is broken or out of sight."""
        return self._module_at(os.path.abspath(path))

    def path_of(self, dotted: str, importer: str | None = None) -> Path | None:
        """The file of a first-party module, broken or not; None when it is out of sight."""
        path = self._find(dotted, importer)
        return Path(path) if path else None

    def text_of(self, dotted: str, importer: str | None = None) -> str | None:
        """The text of the file of a first-party module, broken or not; None when it is out of sight."""
        if finder.is_passed_over(dotted):
            return None
        tree, folder = self._tree, self._folder_of(importer)
        return tree.once(("text", dotted, folder), lambda: _text(tree, dotted, folder)) if tree is not None else None

    def is_first_party(self, dotted: str, importer: str | None = None) -> bool:
        """Whether the project has something importable under the first part of a dotted name."""
        return self._tree is not None and finder.exists(self._tree, dotted, self._folder_of(importer))

    def dotted_name(self, path: str) -> str:
        """The name under which pytest's prepend mode imports a file; empty where there is none."""
        tree = self._tree
        if tree is None or not path.endswith(".py"):
            return ""
        folder, name = os.path.split(os.path.abspath(path))
        if not any(tree.upward(folder)):
            return ""
        # the base is the folder or one above it
        parts = [part for part in folder.removeprefix(finder.base(tree, folder)).split(os.sep) if part]
        dotted = ".".join(parts if name == "__init__.py" else [*parts, name.removesuffix(".py")])
        return dotted if all(part.isidentifier() for part in dotted.split(".")) else ""

    def modules_near(self, path: str) -> Iterator[str]:
        """At most 2,000 Python files of the project: those below the file's folder, then those further up; sorted."""
        if self._tree is None or path in STDIN_NAMES:
            return
        folder = os.path.dirname(os.path.abspath(path))
        yield from islice(self._tree.python_files(folder), MAX_FILES)

    def once(self, key: Hashable, derive: Callable[[], T]) -> T:
        """`derive()`, asked again only after a change in the project: a fact about all of it."""
        return self._tree.once(key, derive) if self._tree is not None else derive()

    def all_modules(self) -> Iterator[str]:
        """Every Python file of the project, sorted by folder; one more than the 2,000 that are looked at, if so
        many.
        """
        if self._tree is not None:
            yield from islice(self._tree.python_files(self._tree.root), MAX_FILES + 1)

    @cached_property
    def has_manage_py(self) -> bool:
        """Whether a manage.py stands at or above the file, up to the rootdir: Django's runner may be in use."""
        return self._tree is not None and any(self._tree.kind(above, "manage.py") == "file" for above in self._above)

    @cached_property
    def declares_pytest_plugin(self) -> bool:
        """Whether a packaging file at or above the file declares a pytest11 entry point."""
        return any(item.pytest_plugin for item in self._distributions)

    @property
    def is_pytest_plugin(self) -> bool:
        """Whether such an entry point is what the distribution is for, as its name says: `pytest-...`."""
        return any(item.pytest_plugin and item.name.startswith("pytest") for item in self._distributions)

    @cached_property
    def requires_python(self) -> tuple[int, int] | None:
        """The lowest Python that the nearest packaging file allows, as (3, 11); None if it does not say."""
        return next((item.requires_python for item in self._distributions if item.requires_python), None)

    @cached_property
    def dependencies(self) -> frozenset[str]:
        """The distributions that the packaging files ask for, extras and development groups included; normalised."""
        return frozenset().union(*(item.dependencies for item in self._distributions))

    @cached_property
    def uses_pytest(self) -> bool:
        """Whether the project is configured for pytest, or asks for it or for a plugin of it."""
        return self.config.in_sight or any(name.partition("-")[0] == "pytest" for name in self.dependencies)

    @cached_property
    def is_timed(self) -> bool:
        """Whether pytest-timeout is configured: in the file that pytest takes for the folder, or in the next above it.

        Started further up without a path, as in a repository whose tests have a configuration too, it takes the other.
        """
        if self.config.timeout or self._folder is None or self.root is None or not self.config.in_sight:
            return self.config.timeout
        above = self.root.parent
        outer = above != self.root and not (self.root / ".git").exists()
        return outer and place_of(str(above), _current_folder()).config.timeout

    @cached_property
    def _above(self) -> tuple[str, ...]:
        return tuple(self._tree.upward(self._folder)) if self._tree and self._folder else ()

    @cached_property
    def _distributions(self) -> list[distribution.Distribution]:
        return self._tree.once(("distributions", self._folder), self._read_distributions) if self._tree else []

    def _read_distributions(self) -> list[distribution.Distribution]:
        tree = self._tree
        folders = [home for above in self._above for home in (above, os.path.join(above, "requirements"))]
        return [
            distribution.read(path)
            for folder in folders if tree is not None and tree.entries(folder)
            for path in distribution.packaging_files(folder)
            if tree.has(path)
        ]  # fmt: skip

    def _find(self, dotted: str, importer: str | None) -> str | None:
        if finder.is_passed_over(dotted):
            return None
        return finder.find(self._tree, dotted, self._folder_of(importer)) if self._tree else None

    def _folder_of(self, importer: str | None) -> str | None:
        return self._folder if importer is not None and importer == self._file else _folder_of(importer)

    def _module_at(self, path: str) -> Module | None:
        tree = self._tree
        if tree is None:
            return None

        def build(source: Source) -> Module:
            from flake8_testquality.model.module import Module

            return Module(source, Project(os.path.dirname(path), tree, source.path))

        return tree.module_at(path, build)


NO_PROJECT = Project()


def project_of(path: str) -> Project:
    """The surroundings of a file, existing or not, as they are now; NO_PROJECT for text without a name."""
    if path in STDIN_NAMES:
        return NO_PROJECT
    try:
        return Project(os.path.dirname(os.path.abspath(path)), file=path)
    except OSError:
        return NO_PROJECT


_trees: dict[str, Tree] = {}
_KEPT_TREES = 50


def _refreshed_tree(place: Place) -> Tree:
    tree = _trees.get(place.root)
    if tree is None or tree.config != place.config:
        if len(_trees) >= _KEPT_TREES:
            _trees.clear()
        tree = _trees[place.root] = Tree(place.root, place.config)
    else:
        tree.refresh()
    return tree


def _text(tree: Tree, dotted: str, folder: str | None) -> str | None:
    path = finder.find(tree, dotted, folder)
    return disk.readable(path) if path is not None and tree.has(path) else None


def _folder_of(importer: str | None) -> str | None:
    return None if importer is None or importer in STDIN_NAMES else _absolute_folder(importer, _current_folder())


@lru_cache(maxsize=1_000)
def _absolute_folder(path: str, current: str) -> str:
    return os.path.dirname(os.path.normpath(os.path.join(current, path)))


def _current_folder() -> str:
    try:
        return os.getcwd()
    except OSError:
        return ""
