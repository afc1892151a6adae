"""Texts of first-party modules: what a glance at a file shows without parsing it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# These begin with the end of the line before: a search for that is faster than one line by line.
_DEFINED = regex(r"\n(?:(?:async )?def |class )?(\w+)\s*[=:(]")
_DEFINITION = regex(r"\n(?:async )?(?:def|class) (\w+)")
# what begins a statement: brackets end one
_MARGIN = regex(r"\n([@\w\"'][^\n]*)")
_DEFINING = ("def ", "class ", "async def ")
_COMMENT = regex(r"#.*")
_IMPORT = regex(r"\n(?:from\s+([\w.]+)\s+import|import)\s+(?:\(([^)]*)\)|(.*))")
_IMPORTED = regex(r"([\w.]+)(?:\s+as\s+(\w+))?")


def text_around(module: Module, target: str, may_be_attribute: bool = True) -> tuple[str, str] | None:
    """The text of the first-party module in which a dotted target is looked up, and the name in it.

    Without `may_be_attribute` all but the last part must be the module itself. None for what is out of sight.
    """
    parts = target.split(".")
    for split in range(len(parts) - 1, 0, -1):
        text = text_of(module, ".".join(parts[:split]))
        if text is not None:
            return text, parts[split]
        if not may_be_attribute:
            return None
    return None


def text_of(module: Module, dotted: str) -> str | None:
    """The text of a first-party module by its dotted name, as the module at hand would import it."""
    return module.project.text_of(dotted, module.path)


def is_surely_no_fixture(module: Module, dotted: str) -> bool:
    """Whether a glance at a first-party file shows that what it defines under a name is no fixture; spares a parse.

    The file never says the word, or defines the name once, at its margin and without a decorator.
    """
    around = text_around(module, dotted)
    if around is None:
        return False
    text, name = around
    return ("fixture" not in text and name in own_definitions(text)) or name in bare_definitions(text)


@lru_cache(maxsize=500)
def bare_definitions(text: str) -> frozenset[str]:
    """The names that a text binds once at its left margin, by a definition that no decorator can stand above."""
    found = dict[str, bool]()
    above = ""
    for line in _MARGIN.findall("\n" + text):
        match = _DEFINED.match("\n" + line)
        if match is not None:
            name = match[1]
            found[name] = name not in found and line.startswith(_DEFINING) and not above.startswith("@")
        above = line
    return frozenset(name for name, is_bare in found.items() if is_bare)


@lru_cache(maxsize=500)
def own_definitions(text: str) -> frozenset[str]:
    """The functions and classes that a text defines at its left margin."""
    return frozenset(_DEFINITION.findall("\n" + text))


@lru_cache(maxsize=500)
def imports_at_margin(text: str) -> tuple[tuple[str, str, str], ...]:
    """(module, name in it, name that it binds) for the imports at a text's left margin.

    For `import a.b` the module is empty, and the name is that of the package that it binds, or the whole behind `as`.
    """
    return tuple(
        (home, match[1] if home or match[2] else match[1].partition(".")[0], match[2] or match[1].partition(".")[0])
        for home, several, one in _IMPORT.findall("\n" + text)
        for part in _COMMENT.sub("", several or one).split(",")
        if (match := _IMPORTED.fullmatch(part.strip())) is not None
    )


@lru_cache(maxsize=200)
def top_level_names(text: str) -> frozenset[str]:
    """The names that a text surely seems to define or import at its left margin; some may be missing."""
    return frozenset((*_DEFINED.findall("\n" + text), *(bound for _, _, bound in imports_at_margin(text))))
