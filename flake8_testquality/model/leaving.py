"""Leaving: which context managers neither raise nor catch anything when their block is left."""

from __future__ import annotations

import ast

from flake8_testquality.model.names import called_name

_SILENT = frozenset({
    "open", "patch", "object", "dict", "multiple", "subTest", "freeze_time", "travel", "at_level", "set_level",
    "TemporaryDirectory", "NamedTemporaryFile", "Lock", "RLock", "override_settings", "context",
    "ThreadPoolExecutor", "closing", "nullcontext", "redirect_stdout", "redirect_stderr",
})  # fmt: skip


def leaves_in_silence(node: ast.expr) -> bool:
    """Whether what a with statement enters is well known to have no say in what its block raises."""
    return isinstance(node, ast.Call) and called_name(node) in _SILENT
