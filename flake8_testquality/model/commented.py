"""Comments that are code: tests and assertions that somebody took out and left."""

from __future__ import annotations

import ast
import re
import textwrap
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.source import Comment

_LIKELY = regex(
    r"#[# \t]*(?:(?:async[ \t]+)?def[ \t]+test|assert\b|self\.(?:assert|fail)|cls\.assert|[\w.]+\.assert_"
    r"|(?:async[ \t]+)?with[ \t]+(?:[\w.]+\.)?(?:raises|warns|assert)"
    r")"
)
_TEST = regex(r"\s*(?:async\s+)?def\s+test\w*\s*\(")
_ASSERTION = regex(
    r"\s*(?:assert\b|(?:self|cls)\.(?:assert|fail)\w*\(|[\w.]+\.assert_\w+\("
    r"|(?:async\s+)?with\s+(?:[\w.]+\.)?(?:raises|warns|assert\w+)\()"
)
_LATER = regex(r"\breplace(?: this| it| that)? (?:with|by):\s*$", re.IGNORECASE)
MAX_LINES = 200


def commented_out_tests(module: Module) -> Iterator[tuple[Comment, str]]:
    """(first comment of the block, "test" or "assertion") for each block of comments that hold such code."""
    if not _is_likely(module.source.text):
        return
    head: Comment | None = None
    end = 0
    for block in _blocks(module):
        if head is None or not _goes_on(module, head, end, block[0]):
            what = _code_in([comment.text.lstrip("#") for comment in block[:MAX_LINES]])
            if what is not None:
                yield block[0], what
            head = block[0] if what == "test" else None
        end = block[-1].line


def _is_likely(text: str) -> bool:
    """Whether such code stands behind any hash sign: a look at the text, which costs less than its comments."""
    at = text.find("#")
    while at >= 0:
        if _LIKELY.match(text, at):
            return True
        at = text.find("#", at + 1)
    return False


def _goes_on(module: Module, head: Comment, end: int, comment: Comment) -> bool:
    """Whether a comment is the body of the test that the block above holds, behind a blank line."""
    between = module.source.lines[end : comment.line - 1]
    is_deeper = _indent(comment.text.lstrip("#")) > _indent(head.text.lstrip("#"))
    return is_deeper and comment.column == head.column and not any(line.strip() for line in between)


def _blocks(module: Module) -> Iterator[list[Comment]]:
    """Comments alone on their lines, one right below the other."""
    block: list[Comment] = []
    for comment in module.comments:
        if not comment.own_line or comment.text.startswith("#!"):
            continue
        if block and (comment.line, comment.column) != (block[-1].line + 1, block[-1].column):
            yield block
            block = []
        block.append(comment)
    if block:
        yield block


def _code_in(lines: list[str]) -> str | None:
    if any(line.lstrip().startswith(">>>") for line in lines):
        return None
    found = None
    for number, line in enumerate(lines):
        if number and _LATER.search(lines[number - 1]):
            # what shall stand here one day, not what stood here
            return None
        if _TEST.match(line) and _is_test(lines[number:]):
            return "test"
        if found is None and _ASSERTION.match(line) and _is_assertion(lines[number : number + 12]):
            found = "assertion"
    return found


def _is_test(lines: list[str]) -> bool:
    """Whether a function stands at the head of some lines, its body deeper; the longest piece that parses counts."""
    indent = _indent(lines[0])
    taken = [lines[0]]
    for line in lines[1:]:
        closes = line.strip().startswith((")", "]", "}"))
        if line.strip() and _indent(line) <= indent and not closes:
            break
        taken.append(line)
    for end in range(len(taken), 0, -1):
        tree = _parsed(taken[:end])
        if tree is not None:
            return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in tree.body)
    return False


def _is_assertion(lines: list[str]) -> bool:
    """Whether an assertion with a comparison or a call stands at the head of some lines."""
    for end in range(1, len(lines) + 1):
        tree = _parsed(lines[:end])
        if tree is None:
            continue
        node = tree.body[0] if tree.body else None
        if isinstance(node, ast.Assert):
            return any(isinstance(part, ast.Compare | ast.Call) for part in ast.walk(node.test))
        return isinstance(node, ast.With | ast.AsyncWith) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        )
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _parsed(lines: list[str]) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(textwrap.dedent("\n".join(lines)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
