"""Reading the disk: what was there, how it looked, and whether it still looks so.

A long-lived process (an editor's server) must see an edit, a short one must not read twice. So an answer is kept with
the stamp of the path it was read from, taken before reading.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, Literal, TypeAlias, TypeVar

Kind: TypeAlias = Literal["file", "folder", "link"]
Stamp: TypeAlias = tuple[int, int, int]
T = TypeVar("T")

MAX_BYTES = 1_000_000
KEPT = 2_000

_MISSING: Stamp = (0, 0, 0)
_UNSETTLED: Stamp = (-1, -1, -1)
# a second write within one tick of the file system's clock leaves the same stamp
_TICK = 100_000_000
# in seconds, and in times the length of the last look
_LONG_LOOK, _PAUSE = 0.000_03, 200


def stamp(path: str) -> Stamp:
    """How a path looks now: times of its last write and change, and its size; all zero if it is missing."""
    try:
        seen = os.stat(path)
    except (OSError, ValueError):
        return _MISSING
    return seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size


def _settled(seen: Stamp) -> Stamp:
    """The stamp, or one that equals no other if the path was written so recently that the stamp may stay the same."""
    return _UNSETTLED if time.time_ns() - max(seen[:2]) < _TICK else seen


class Remembered(Generic[T]):
    """A function of a path that is asked again only when the path looks different; keeps the last `kept` answers."""

    def __init__(self, read: Callable[[str], T], kept: int = KEPT) -> None:
        self._read = read
        self._kept = kept
        self._answers: dict[str, tuple[Stamp, T]] = {}

    def __call__(self, path: str) -> T:
        """The answer for the path as it is now."""
        seen = stamp(path)
        known = self._answers.get(path)
        if known is not None and known[0] == seen:
            return known[1]
        if len(self._answers) >= self._kept:
            self._answers.clear()
        seen = _settled(seen)
        answer = self._read(path)
        self._answers[path] = seen, answer
        return answer

    def last(self, path: str) -> T | None:
        """The answer that was given last for a path, if it is still kept; the path may look different by now."""
        known = self._answers.get(path)
        return known[1] if known is not None else None


class Watch:
    """The paths that some answer was derived from; `base` is the watch of another answer that went into it, if any."""

    base: Watch | None = None

    def __init__(self) -> None:
        self._seen: dict[str, Stamp] = {}
        self._next_look = 0.0

    def note(self, path: str) -> None:
        """Remember how a path looks; to be called before it is read."""
        if path not in self._seen:
            self._seen[path] = _settled(stamp(path))

    def changed(self) -> bool:
        """Whether any of the paths looks different now.

        A look at so many paths that it takes a while is not repeated at once: linting a project would cost more looks
        than reading. The pause is short enough for an editor.
        """
        if self.base is not None and self.base.changed():
            return True
        start = time.perf_counter()
        if start < self._next_look:
            return False
        if any(stamp(path) != seen for path, seen in self._seen.items()):
            # and so it stays for whoever asks next
            return True
        spent = time.perf_counter() - start
        self._next_look = start + _PAUSE * spent if spent > _LONG_LOOK else 0.0
        return False


def _entries(folder: str) -> Mapping[str, Kind]:
    found: dict[str, Kind] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_symlink():
                    found[entry.name] = "link"
                elif entry.is_dir():
                    found[entry.name] = "folder"
                elif entry.is_file():
                    found[entry.name] = "file"
    except (OSError, ValueError):
        return {}
    return found


entries = Remembered(_entries)
"""The names in a folder and what they are; links unresolved, devices and pipes left out, empty if unreadable."""


def text(path: str) -> str:
    """The UTF-8 text of a regular file of at most one megabyte; raises OSError or ValueError."""
    seen = os.stat(path)
    if not stat.S_ISREG(seen.st_mode):
        raise ValueError("not a regular file")
    if seen.st_size > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES} bytes")
    with open(path, encoding="utf-8") as file:
        return file.read()


def _readable(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return None


readable = Remembered(_readable)
"""The text of a file for a glance: what is no UTF-8 is replaced; None if it cannot be read."""


def inside(path: str, folder: str) -> bool:
    """Whether a path lies in a folder (or is it), all links resolved."""
    try:
        real, real_folder = os.path.realpath(path), os.path.realpath(folder)
    except (OSError, ValueError):
        return False
    return real == real_folder or real.startswith(os.path.join(real_folder, ""))


def upward(folder: str) -> Iterator[str]:
    """The folder and those above it, the nearest first."""
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above
