"""How many examples are tried: few in the fixed profile, many times as many with `--hypothesis-profile=large`."""

from __future__ import annotations

from hypothesis import settings

# what the fixed profile says, by hypothesis's default
USUAL = 100


def examples(count: int) -> int:
    """So many in the fixed profile, more in proportion under another one."""
    return count * settings.default.max_examples // USUAL
