"""The ast-grep adapter: the only module that imports ast_grep_py, and only when a pattern is used.

ast-grep counts lines from 0 and columns and offsets in characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from flake8_testquality.regex import regex
from flake8_testquality.rule import Edit

METAVARIABLE = regex(r"\$\$\$([A-Z_][A-Z0-9_]*)?|\$([A-Z_][A-Z0-9_]*)")
# A text with most shapes of Python: what nearly all of its nodes match says nothing.
PROBE = """\
import os
from a import b as c

@d(1)
class E(F, metaclass=G):
    h: int = 2

    async def i(self, j, *k, l=None, **m):
        if not (j and k) or l is None:
            return [n for n in m.items() if n[0] > 3]
        with o(p) as q, r:
            await q.s("t", u=-1.5)
        try:
            assert v == {"w": x, **y}, f"{z}"
        except (A, B) as error:
            raise C(error) from None
        finally:
            del D
        while True:
            E += lambda g: g ** 2 if g else ()
            break
"""
EVERYTHING = 0.8
# How tightly the kinds of expressions bind that need parentheses where a tighter one is built around them.
BINDING = {
    "named_expression": 0, "yield": 0, "lambda": 1, "conditional_expression": 1, "boolean_operator": 2,
    "not_operator": 3, "comparison_operator": 4, "binary_operator": 5, "unary_operator": 5, "await": 6,
}  # fmt: skip
TIGHTEST = dict.fromkeys(("attribute", "call", "subscript"), 7)


class BadPattern(Exception):
    """A rule that ast-grep refuses, or that cannot be meant; its text is one line."""


@attrs.frozen
class Match:
    """Where a rule matches: `line` from 1, `column` and the offsets `start` and `end` in characters; captured texts.

    `captured` maps a metavariable to its (text, kind) or, for `$$$NAME`, to the text from the first to the last node;
    `around` is the kind of the node that the match is a part of.
    """

    line: int
    column: int
    start: int
    end: int
    captured: Mapping[str, tuple[str, str]]
    around: str


def _tree(text: str) -> Any:
    from ast_grep_py import SgRoot

    return SgRoot(text, "python").root()


def checked(config: Mapping[str, Any]) -> None:
    """Try a rule on a probe; raises BadPattern if ast-grep refuses it or if it matches nearly everything."""
    for pattern in _patterns(config):
        if has_error(pattern):
            raise BadPattern(f"the pattern {pattern!r} is no Python (its tree has an error)")
    root = _tree(PROBE)
    try:
        matched = len(root.find_all(dict(config)))
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise BadPattern(reason(str(error))) from None
    if matched >= EVERYTHING * _named(root):
        raise BadPattern("the rule matches nearly every node; say more of what it looks for")


def reason(text: str) -> str:
    """ast-grep's reason on one line: its causes, without the stack."""
    lines = [re.sub(r"^\d+:\s*", "", line.strip()) for line in text.split("Stack backtrace")[0].splitlines()]
    words = [line for line in lines if line and line not in ("cannot get matcher", "Caused by:", "^")]
    return " ".join(words).replace("`rule` is not configured correctly. ", "")[:160]


def has_error(pattern: str) -> bool:
    """Whether the tree of a pattern, its metavariables taken as names, has an ERROR node or lacks a token."""
    root = _tree(METAVARIABLE.sub("metavariable", pattern))
    stack = [root]
    while stack:
        node = stack.pop()
        if node.kind() == "ERROR" or (
            not node.text() and not node.children() and node.kind() not in ("module", "block")
        ):
            return True
        stack.extend(node.children())
    return not root.children()


def _named(root: Any) -> int:
    count, stack = 0, [root]
    while stack:
        node = stack.pop()
        count += bool(node.is_named())
        stack.extend(node.children())
    return count


def _patterns(value: object) -> Iterator[str]:
    """Every pattern text of a rule, however deep; one with a context is ast-grep's own way to parse a part."""
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, Mapping):
            for key, inner in item.items():
                if key == "pattern" and isinstance(inner, str):
                    yield inner
                else:
                    stack.append(inner)
        elif isinstance(item, list):
            stack.extend(item)


def literal(rule: Mapping[str, Any]) -> str | None:
    """The longest word that a text must hold for a rule to match; None where there is none."""
    pattern = rule.get("pattern")
    if isinstance(pattern, Mapping):
        pattern = None if "selector" in pattern else pattern.get("context")
    found = (
        max(re.findall(r"\w{2,}", METAVARIABLE.sub(" ", pattern)), key=len, default=None)
        if isinstance(pattern, str)
        else None
    )
    needed = [found, *(literal(part) for part in rule.get("all", ()) if isinstance(part, Mapping))]
    return max((word for word in needed if word), key=len, default=None)


def matches(text: str, config: Mapping[str, Any]) -> list[Match]:
    """Every match of a rule (with its constraints and utils) in a text, in order."""
    names = {name for pattern in _patterns(config) for name in _names(pattern)}
    found = []
    for node in _tree(text).find_all(dict(config)):
        span, parent = node.range(), node.parent()
        found.append(
            Match(
                span.start.line + 1,
                span.start.column,
                span.start.index,
                span.end.index,
                dict(_captured(node, text, names)),
                "" if parent is None else parent.kind(),
            )
        )
    return sorted(found, key=lambda match: (match.start, match.end))


def _names(pattern: str) -> Iterator[str]:
    for match in METAVARIABLE.finditer(pattern):
        if match[1] or match[2]:
            yield match[1] or match[2]


def _captured(node: Any, text: str, names: set[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for name in names:
        one = node.get_match(name)
        if one is not None:
            yield name, (one.text(), one.kind())
            continue
        many = node.get_multiple_matches(name)
        if many:
            start, end = many[0].range().start.index, many[-1].range().end.index
            yield name, (text[start:end], "")


def replacement(match: Match, template: str) -> Edit:
    """The edit that puts a template in a match's place, with parentheses where it or what it captured needs them.

    ast-grep's Python package leaves `fix:` alone, so the metavariables are filled in here.
    """

    def fill(found: re.Match[str]) -> str:
        text, kind = match.captured.get(found[1] or found[2] or "", ("", ""))
        before, after = template[: found.start()].rstrip(), template[found.end() :].lstrip()
        alone = (not before or before[-1] in "(,[{=:") and (not after or after[0] in "),]}:\n")
        return f"({text})" if kind in BINDING and not alone else text

    new = METAVARIABLE.sub(fill, template)
    around = {**BINDING, **TIGHTEST}.get(match.around)
    is_loose = around is not None and BINDING.get(_kind(new), around + 1) <= around
    return Edit(match.start, match.end, f"({new})" if is_loose else new)


def _kind(text: str) -> str:
    """The kind of the one expression that a text is; empty for anything else."""
    statements = _tree(text).children()
    parts = statements[0].children() if len(statements) == 1 else []
    return str(parts[0].kind()) if len(parts) == 1 and statements[0].kind() == "expression_statement" else ""
