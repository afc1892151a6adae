"""TQ000."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ000",
    profile="core",
    message="{rule} ({name}) failed on this file with {error}; every other rule still reports: please tell us",
    bad=(),
    good=(),
)
def rule_crash(module: Module, _: Module) -> Iterator[Finding]:
    """A rule raised an exception. The engine writes this finding in its place, so that nothing else is lost."""
    yield from ()
