"""Where an import finds its module among the project's files, as Python's path finder would; nothing is imported."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from typing import TypeAlias

from flake8_testquality.model import distribution
from flake8_testquality.model.distribution import PACKAGING
from flake8_testquality.model.tree import Tree

# a module's file, or the portions of a namespace package
Found: TypeAlias = str | tuple[str, ...] | None

_NATIVE = (".so", ".pyd")


def base(tree: Tree, folder: str) -> str:
    """The folder that pytest's prepend mode puts on sys.path for a file in `folder`: above its topmost package."""
    for above in tree.upward(folder):
        if tree.kind(above, "__init__.py") != "file" or not os.path.basename(above).isidentifier():
            return above
    return tree.root


def roots(tree: Tree, folder: str | None) -> tuple[str, ...]:
    """The folders that stand for sys.path as a file in `folder` sees it, in the order that pytest gives them.

    The file's own base, those of its conftest files, the home of manage.py, `pythonpath`; then, as if installed for
    development, what packaging files above declare; the rootdir and `src`. None outside the rootdir.
    """
    return tree.once(("roots", folder), lambda: _roots(tree, folder))


def _roots(tree: Tree, folder: str | None) -> tuple[str, ...]:
    chain = list(tree.upward(folder)) if folder else []
    home = os.path.dirname(tree.config.file) if tree.config.file else tree.root
    candidates = [
        *(base(tree, above) for above in chain[:1]),
        *(base(tree, above) for above in chain if tree.kind(above, "conftest.py") == "file"),
        *(above for above in chain if tree.kind(above, "manage.py") == "file"),
        *(os.path.normpath(os.path.join(home, entry)) for entry in tree.config.pythonpath),
        *(source for above in chain for source in _declared(tree, above)),
        tree.root,
        os.path.join(tree.root, "src"),
    ]
    return tuple(dict.fromkeys(path for path in candidates if tree.entries(path)))


def _declared(tree: Tree, folder: str) -> list[str]:
    """The folders of packages that the packaging files in a folder declare, and what the tools find by themselves."""
    paths = [os.path.join(folder, name) for name in PACKAGING if tree.has(os.path.join(folder, name))]
    sources = [source for path in paths for source in distribution.read(path).sources]
    return [os.path.normpath(os.path.join(folder, source)) for source in [*sources, "src", "."] if paths]


def find(tree: Tree, dotted: str, folder: str | None) -> str | None:
    """The .py file of a module by dotted name, or None; a leading dot counts from the importing file's folder.

    A name of the standard library is not found, since the search path alone does not tell which of the two an import
    gets; `test` is, where it is a package of the project.
    """
    found = tree.once(("find", dotted, folder), lambda: _find(tree, dotted, folder))
    return found if isinstance(found, str) and found.endswith(".py") else None


@lru_cache(maxsize=5_000)
def is_passed_over(dotted: str) -> bool:
    """Whether a name begins with a module of the standard library, so that it is not looked for."""
    top = dotted.partition(".")[0]
    return top in sys.stdlib_module_names and top != "test"


def _find(tree: Tree, dotted: str, folder: str | None) -> Found:
    name = dotted.lstrip(".")
    if name != dotted:
        return _relative(tree, len(dotted) - len(name), name, folder) if folder else None
    search = roots(tree, folder)
    top, _, rest = name.partition(".")
    if is_passed_over(name):
        return None
    found = tree.once(("top", search, top), lambda: _step(tree, search, top))
    if top == "test" and not isinstance(found, str):
        return None
    return _onward(tree, found, rest)


def _relative(tree: Tree, dots: int, name: str, folder: str) -> Found:
    chain = list(tree.upward(folder))
    if dots > len(chain):
        return None
    package = chain[dots - 1]
    return _onward(tree, (package,), name) if name else _in_folder(tree, package, "__init__")


def _onward(tree: Tree, found: Found, dotted: str) -> Found:
    """What the rest of a dotted name names, from a package or the portions of one; the package if nothing is left."""
    for part in dotted.split(".") if dotted else ():
        if isinstance(found, str):
            if os.path.basename(found) != "__init__.py":
                return None
            found = (os.path.dirname(found),)
        found = _step(tree, found, part) if found else None
    return found


def _step(tree: Tree, search: tuple[str, ...], name: str) -> Found:
    portions = []
    for folder in search:
        package = os.path.join(folder, name) if tree.kind(folder, name) == "folder" else ""
        found = (_in_folder(tree, package, "__init__") if package else None) or _in_folder(tree, folder, name)
        if found:
            return found
        if package:
            portions.append(package)
    return tuple(portions) or None


def _in_folder(tree: Tree, folder: str, name: str) -> str | None:
    native = tree.once(("native", folder), lambda: _native(tree, folder)).get(name)
    if native:
        return os.path.join(folder, native)
    return os.path.join(folder, f"{name}.py") if tree.kind(folder, f"{name}.py") == "file" else None


def _native(tree: Tree, folder: str) -> dict[str, str]:
    return {name.partition(".")[0]: name for name in tree.entries(folder) if name.endswith(_NATIVE)}


def exists(tree: Tree, dotted: str, folder: str | None) -> bool:
    """Whether the project has a module, package or namespace folder under the first part of a dotted name.

    A namespace folder counts if it holds Python files and the name is none of the standard library's, which wins.
    """
    if dotted.startswith("."):
        return folder is not None
    top = dotted.partition(".")[0]
    search = roots(tree, folder)
    found = tree.once(("top", search, top), lambda: _step(tree, search, top))
    if isinstance(found, tuple):
        return top not in sys.stdlib_module_names and any(_holds_python(tree, portion) for portion in found)
    return found is not None


def _holds_python(tree: Tree, folder: str) -> bool:
    entries = tree.entries(folder)
    below = (os.path.join(folder, name) for name, kind in entries.items() if kind == "folder")
    return _has_python(tree, folder) or any(_has_python(tree, path) for path in below)


def _has_python(tree: Tree, folder: str) -> bool:
    return any(name.endswith((".py", *_NATIVE)) for name in tree.entries(folder))
