"""Answers about names that are bound to one another: each name is asked once, and a circle has an end."""

from __future__ import annotations

from collections.abc import Callable


def answer(known: dict[str, bool], name: str, presumed: bool, ask: Callable[[], bool]) -> bool:
    """What `ask` says of a name, kept in `known`.

    A name that is met again on the way to its own answer counts as presumed; where that turns out false, the answers
    that may have counted on it are forgotten.
    """
    found = known.get(name)
    if found is None:
        before = len(known)
        known[name] = presumed
        found = ask()
        if found is not presumed:
            for other in list(known)[before:]:
                if known[other] is presumed:
                    del known[other]
            known[name] = found
    return found
