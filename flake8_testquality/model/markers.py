"""`# quality:` markers: what they say, and which lines they speak for."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.scopes import DEFINITIONS
from flake8_testquality.regex import regex
from flake8_testquality.source import Comment

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Short names that teams used before the rules had theirs.
ALIASES = {"call-contract": "call-only-test", "conditional": "conditional-in-test"}
_MARKER = regex(
    r"#\s*quality:\s*(?:(?P<disable>disable)\b[\s:=]*(?P<codes>[^(#]*)|allow-(?P<name>[\w-]+)\s*)"
    r"(?P<rest>\((?:[^()]|\([^()]*\))*\)\s*(?=#|$)|[^#]*)",
    re.I,
)
_REASON = regex(r"\(\s*(?P<reason>[^\s()](?:[^()]|\([^()]*\))*)\)")


@attrs.frozen(eq=False, repr=False)
class Marker:
    """A suppression: `words` are the codes or the rule name that it gives, `first` to `last` the lines it covers."""

    comment: Comment
    words: tuple[str, ...]
    reason: str | None
    first: int
    last: int

    @property
    def line(self) -> int:
        """The line of the comment, from 1."""
        return self.comment.line

    @property
    def column(self) -> int:
        """The character column at which the marker begins, from 0."""
        return self.comment.column


def markers(module: Module) -> list[Marker]:
    """Every suppression marker of a file; `# quality:` followed by other words is prose.

    A marker behind a statement covers it. On a def or class line, on lines of its own right above it (decorators
    too), or on a line of its own inside it, it covers the whole definition; elsewhere the statement that follows.
    """
    if not module.says("uality:"):
        return []
    found = []
    for comment in module.comments:
        match = _MARKER.search(comment.text)
        if match is None:
            continue
        given = match["codes"] if match["disable"] else match["name"]
        words = tuple(word for word in re.split(r"[,\s]+", given.strip()) if word)
        reason = _REASON.search(match["rest"])
        if reason is None and len(words) > 1 and all(map(str.isalpha, words)):
            # `disable the cache first`: no code or name among the words
            continue
        first, last = _covered(module, comment)
        found.append(Marker(comment, words, reason["reason"].rstrip() if reason else None, first, last))
    return found


def marker_span(text: str) -> tuple[int, int]:
    """Where in a comment's text the marker begins and ends; other remarks may stand before and behind it."""
    match = _MARKER.search(text)
    return match.span() if match is not None else (0, len(text))


def without_markers(text: str) -> str:
    """A comment without the marker in it: a reason explains the marker, it says nothing about the code."""
    return _MARKER.sub("", text) if "quality:" in text.lower() else text


def _covered(module: Module, comment: Comment) -> tuple[int, int]:
    statements = module.fact(_spans)
    if not comment.own_line:
        around = [span for span in statements if span[0] <= comment.line <= span[1]]
        first, last, node = max(around, default=(comment.line, comment.line, None), key=lambda span: span[0])
        is_header = isinstance(node, DEFINITIONS) and comment.line < node.body[0].lineno
        return (first, last) if is_header or not _is_compound(node) else (comment.line, comment.line)
    following = min((span for span in statements if span[0] > comment.line), default=None, key=lambda span: span[0])
    lines = module.source.lines
    adjacent = following is not None and all(
        not line.strip() or line.strip().startswith("#") for line in lines[comment.line : following[0] - 1]
    )
    if following is not None and adjacent and isinstance(following[2], DEFINITIONS):
        blank = any(not line.strip() for line in lines[comment.line : following[0] - 1])
        if not blank:
            return following[0], following[1]
    inside = [s for s in statements if isinstance(s[2], DEFINITIONS) and s[0] <= comment.line <= _reach(module, s)]
    if inside:
        first, last, _ = max(inside, key=lambda span: span[0])
        return first, last
    return (following[0], following[1]) if following is not None else (comment.line, comment.line)


def _reach(module: Module, span: tuple[int, int, Any]) -> int:
    """The last line of a definition, with comments at the end of its body."""
    last = span[1]
    lines, indent = module.source.lines, span[2].body[0].col_offset
    while last < len(lines) and (not lines[last].strip() or lines[last].lstrip().startswith("#")):
        if lines[last].strip() and len(lines[last]) - len(lines[last].lstrip()) < indent:
            break
        last += 1
    return last




def _is_compound(node: Any) -> bool:
    return hasattr(node, "body") or hasattr(node, "cases")


def _spans(module: Module) -> list[tuple[int, int, Any]]:
    """(first line with decorators, last line, statement) of every statement of the file."""
    spans = []
    for scope in module.scopes:
        for statements in scope.statements.values():
            for node in statements:
                if node.__class__ is not ast.match_case:
                    decorators = getattr(node, "decorator_list", None)
                    first = decorators[0].lineno if decorators else node.lineno
                    spans.append((first, node.end_lineno or node.lineno, node))
    return spans
