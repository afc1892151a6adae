"""Breadth: why an expectation names no narrower class: it is said beside it, or the test itself supplies the thing."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.own_raisers import uses_raiser
from flake8_testquality.model.risk import is_raised_by_hand, is_warned_by_hand
from flake8_testquality.model.scopes import flat
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.raises import Expectation

BROAD = ("BaseException", "Exception", "Warning")
# Said beside the block: which class it is depends on where the test runs, is not settled, or is not the point.
_DIFFERS = regex(
    r"(?i)\b(?:depend|differ|var(?:y|ies))[^.]*\bplatform|\bplatform[ -](?:depend|specific)"
    r"|\b(?:different|any|arbitrary) (?:kinds? of )?`*(?:exception|error)|\beither (?:an? )?\w*(?:error|exception)\b"
    r"|\b(?:error|exception)s?(?: type| class)? (?:is|are) (?:un|not )specified|\b(?:in|some) arbitrary\b"
    r"|\bcurrently (?:throw|rais|give|fail)|\b(?:exact|actual|which) (?:\w+ )?(?:error|exception)"
    r"|(?-i:\b[A-Z]\w+(?:Error|Exception)\b)"
)
# The author has let another linter's rule against broad classes pass here.
_ACCEPTED = regex(r"(?i)#\s*noqa:[^#]*\b(?:B017|PT011|H202)\b")
_TURNED = regex(r"""(?:filterwarnings|simplefilter)\(\s*(?:action\s*=\s*)?["']error["']""")

# An exception that is handed in: no one class can be named.
_GIVEN = regex(r"\bside_effect\s*=\s*(?:err|error|exc|exception)\b(?![.(])")


def is_explained(claim: Expectation) -> bool:
    """Whether a comment says why no class is named: on the claim's line, at the head of its block, or above it.

    Above is right above its statement, or above the run of the same statements that it stands in.
    """
    lines = claim.assertion.module.source.lines
    line = lines[claim.call.lineno - 1]
    if "#" in line and _ACCEPTED.search(line):
        return True
    said = [line.partition("#")[2]]
    for number in range(claim.call.lineno, claim.block[0].lineno - 1 if claim.block else 0):
        if lines[number].lstrip().startswith("#"):
            said.append(lines[number].strip("# \t\r\n"))
    above = claim.assertion.statement.lineno - 2
    indent, code = len(line) - len(line.lstrip()), line.partition("#")[0].strip()
    while above >= 0 and lines[above].strip():
        text = lines[above].lstrip()
        if text.startswith("#"):
            said.insert(0, text.strip("# \t\r\n"))
        elif len(lines[above]) - len(text) <= indent and text.partition("#")[0].strip() != code:
            break
        above -= 1
    return any(said) and _DIFFERS.search(" ".join(said)) is not None


def is_supplied(claim: Expectation) -> bool:
    """Whether the test itself supplies what is caught.

    It raises or warns by hand in the block, raises that very class elsewhere in itself or in a stand-in of the file,
    makes one to hand it on, gives it to a mock to raise, or has turned every warning into an error.
    """
    module, scope = claim.assertion.module, claim.assertion.scope
    for statement in flat(claim.block or []):
        if is_raised_by_hand(statement) or is_warned_by_hand(statement, module, scope):
            return True
    text = claim.assertion.test.text
    if claim.kind == "raises" and "Warning" in claim.names and _TURNED.search(text):
        return True
    names = "|".join(re.escape(name) for name in claim.names if name)
    if "side_effect" in text and _GIVEN.search(text):
        return True
    if names and re.search(rf"\b(?:raise|side_effect\s*=\s*\[?)\s*(?:{names})\b", text) is not None:
        return True
    broad = [name for name in claim.names if name in BROAD]
    if any(re.search(rf"(?<![\w.]){name}\(", text) is not None for name in broad):
        return True
    return claim.kind == "raises" and uses_raiser(claim.assertion.test, broad)


def is_net(claim: Expectation) -> bool:
    """Whether its block holds another expectation, which is the claim: this one takes what is left."""
    inner = {node for node in flat(claim.block or []) if isinstance(node, ast.With | ast.AsyncWith)}
    return bool(inner) and any(
        other.kind in ("raises", "warns") and other.statement in inner for other in claim.assertion.test.assertions
    )
