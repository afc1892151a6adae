"""Library defaults: values that modules of the standard library give their own names, as their documentation says."""

from __future__ import annotations

import ast

# Only what tests set at all: where temporary files go, how much of a traceback is shown.
_DEFAULTS: dict[str, object] = {"tempfile.tempdir": None, "sys.tracebacklimit": 1000}


def is_library_default(owner: str, attribute: str, value: ast.Constant) -> bool:
    """Whether a module of the standard library gives an attribute just this value to begin with."""
    thing = f"{owner}.{attribute}"
    return thing in _DEFAULTS and value.value == _DEFAULTS[thing]
