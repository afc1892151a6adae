"""Library defaults: the plain values that modules of the standard library give their own names."""

from __future__ import annotations

import ast
import os
import re
import sys
import sysconfig
from functools import lru_cache

from flake8_testquality.model import disk


def is_library_default(owner: str, attribute: str, value: ast.Constant) -> bool:
    """Whether a module of the standard library gives an attribute once, at its left margin, just this value."""
    if owner.partition(".")[0] not in sys.stdlib_module_names:
        return False
    given = re.findall(rf"^{re.escape(attribute)}[ \t]*=[ \t]*([^#\n]*)", _text(owner), re.MULTILINE)
    return [text.strip() for text in given] == [ast.unparse(value)]


@lru_cache(maxsize=20)
def _text(owner: str) -> str:
    """The source of a module of the standard library, of the Python that runs; empty for a compiled one."""
    place = os.path.join(sysconfig.get_path("stdlib"), *owner.split("."))
    found = disk.readable(f"{place}.py")
    return (found if found is not None else disk.readable(os.path.join(place, "__init__.py"))) or ""
