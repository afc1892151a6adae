"""TQ001."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ001",
    profile="recommended",
    message="this marker {fault}, so it suppresses nothing: write `# quality: disable TQnnn (why)`",
    bad='''
        def test_total(cart):
            # quality: disable TQ701 # TQ001
            if cart.open:
                assert cart.total == 42
    ''',
    good='''
        def test_total(cart):
            # quality: disable TQ701 (both tills are in use until March)
            assert cart.total == 42 if cart.open else 0
    ''',
)
def unreasoned_suppression(module: Module, _: Module) -> Iterator[Finding]:
    """A suppression without a reason cannot be reviewed, and one with a misspelled code suppresses nothing.

    The engine writes these findings, since only it knows every rule. Allowed: `# quality:` followed by other words.
    """
    yield from ()
