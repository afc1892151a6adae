"""Drawings: tests that make pictures, of which no assertion can tell whether they are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_DRAWING = regex(r"(?:draw|[pP]lot|imshow|savefig|scatter|contour)[a-z0-9]*(?:_|$)")
_COMPARING = regex(r"compare|diff|image_comparison")


def only_draws(test: Test) -> bool:
    """Whether a test of a file that knows matplotlib draws, and has no other picture to compare with."""
    if not test.module.says("matplotlib"):
        return False
    words = [last_name(call.func) or "" for scope in test.scopes for call in scope.calls]
    return any(_DRAWING.match(word) for word in words) and not any(_COMPARING.match(word) for word in words)
