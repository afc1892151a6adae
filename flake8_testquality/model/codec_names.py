"""Codec names: encodings and error handlers that Python brings along; those under other names are somebody's code."""

from __future__ import annotations

import ast
from encodings.aliases import aliases

from flake8_testquality.model.calls import keyword

_ENCODINGS = aliases.keys() | aliases.values() | {"utf8", "idna", "punycode", "unicode_escape", "raw_unicode_escape"}
# Of no text: modes that stand where an encoding may stand.
_UNDECIDED = frozenset({"locale", "unicode", "undefined", "oem", "mbcs", "utf_8_sig"})
# Source: the documentation of Python's codecs module.
_HANDLERS = frozenset({
    "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "xmlcharrefreplace", "namereplace",
    "surrogatepass",
})  # fmt: skip


def is_known_codec(node: ast.Call) -> bool:
    """Whether the call of an `encode` or `decode` method turns text by Python's own means."""
    first = node.args[0] if node.args else keyword(node, "encoding")
    if first is not None and not (isinstance(first, ast.Constant) and _word(first) in _ENCODINGS):
        return False
    second = node.args[1] if len(node.args) > 1 else keyword(node, "errors")
    return second is None or (isinstance(second, ast.Constant) and second.value in _HANDLERS)


def names_codec(node: ast.Call) -> bool:
    """Whether a call (`open`, `str`) names an encoding or error handler by keyword that Python does not bring along."""
    for item in node.keywords:
        if item.arg not in ("encoding", "errors") or not isinstance(item.value, ast.Constant):
            continue
        if not isinstance(item.value.value, str):
            continue
        if item.arg == "errors" and item.value.value not in _HANDLERS:
            return True
        if item.arg == "encoding" and _word(item.value) not in _ENCODINGS | _UNDECIDED:
            return True
    return False


def _word(node: ast.Constant) -> str:
    return str(node.value).lower().replace("-", "_")
