"""Regular expressions that are compiled when they are first used: compiling all of them takes a fifth of a start, and
a run needs half of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, for a pattern of a module: an error in it shows at its first use."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Has the methods of a compiled pattern, each found at its first use."""

    def __init__(self, text: str, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        # kept on the instance, where the next look at it ends
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found
