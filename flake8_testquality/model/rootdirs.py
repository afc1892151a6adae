"""Rootdirs: the rootdir and the pytest configuration of a folder, as they are now."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from flake8_testquality.model import disk
from flake8_testquality.model.pytest_config import CONFIG_NAMES, PytestConfig, locate, read_config

_REPOSITORY_MARKS = (".git", ".hg")
_MARKING = frozenset({*CONFIG_NAMES, "setup.py"})
_ROOT_MARKS = ("manage.py", "setup.cfg", "tox.ini", "requirements.txt", "Pipfile")


@attrs.frozen(eq=False, repr=False)
class Place:
    """A folder's rootdir and configuration, and the paths that settled them."""

    root: str
    config: PytestConfig
    watch: disk.Watch


@attrs.frozen(eq=False, repr=False)
class _Marks:
    """The rootdir and configuration file above a folder as far as a file marks them, and the paths that settled it."""

    root: str | None
    file: str | None
    watch: disk.Watch


_places: dict[tuple[str, str], Place] = {}
_marks: dict[str, _Marks] = {}


def place_of(folder: str, current: str) -> Place:
    """The place of an absolute folder, seen from the current one."""
    known = _places.get((folder, current))
    if known is not None and not known.watch.changed():
        return known
    if len(_places) >= disk.KEPT:
        _places.clear()
    marks = _marks_of(folder)
    root = marks.root or _unmarked_root(folder, current)
    place = Place(root, read_config(Path(marks.file) if marks.file else None), marks.watch)
    _places[folder, current] = place
    return place


def _marks_of(folder: str) -> _Marks:
    """What marks a rootdir above a folder; a folder that holds no such file has the marks of the one above it."""
    known = _marks.get(folder)
    if known is not None and not known.watch.changed():
        return known
    if len(_marks) >= disk.KEPT:
        _marks.clear()
    above, watch = os.path.dirname(folder), disk.Watch()
    watch.note(folder)
    if above == folder or not disk.entries(folder).keys().isdisjoint(_MARKING):
        root, file = locate(folder, watch)
    else:
        higher = _marks_of(above)
        root, file, watch.base = higher.root, higher.file, higher.watch
    _marks[folder] = found = _Marks(root, file, watch)
    return found


def _unmarked_root(folder: str, current: str) -> str:
    """The root of files that no configuration stands above, by what the folders above hold."""
    home = os.path.expanduser("~")
    chain = [above for above in disk.upward(folder) if above != home and os.path.dirname(above) != above]
    for marks in (_REPOSITORY_MARKS, _ROOT_MARKS):
        if marks is _ROOT_MARKS and current in chain:
            return current
        marked = (above for above in chain if any(mark in disk.entries(above) for mark in marks))
        found = next(marked, None)
        if found:
            return found
    with_conftest = [above for above in chain if "conftest.py" in disk.entries(above)]
    root = with_conftest[-1] if with_conftest else folder
    while root in chain[:-1] and _is_inner(root):
        root = os.path.dirname(root)
    return root


def _is_inner(folder: str) -> bool:
    return os.path.basename(folder) in ("tests", "test") or "__init__.py" in disk.entries(folder)
