"""Profiles of hypothesis: a fixed one, the same on every machine; `--hypothesis-profile=large` for a long search."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None, database=None, print_blob=False)
settings.register_profile("large", max_examples=2_000, deadline=None)
settings.load_profile("fixed")
