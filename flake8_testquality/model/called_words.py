"""Called words: the calls of a file by the last word of what they call, whatever it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flake8_testquality.model.call_index import Placed

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def by_word(module: Module) -> dict[str, list[Placed]]:
    """Every call of a name or attribute, by that name: `close` holds `book.close()` and `close()`."""
    return module.calls.by_word


def calls_of(module: Module, words: Iterable[str]) -> list[Placed]:
    """The calls of any of these words."""
    known = by_word(module)
    return [placed for word in words if word in known for placed in known[word]]
