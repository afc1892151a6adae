"""TQ003."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.noqa import Noqa, noqas_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ003",
    profile="recommended",
    message="line {line}: flake8 takes `{text}` for {extent}; write `# noqa: TQ201 (reason)`",
    peers=("PGH004",),
    bad='''
        def test_total(cart):  # TQ003
            cart.add("book")
            assert cart.total  # noqa : TQ301
    ''',
    good='''
        def test_total(cart):
            cart.add("book")
            assert cart.total == 42  # noqa: TQ201 (the total is the observable outcome)
    ''',
)
def blanket_noqa(module: Module, _: Module) -> Iterator[Finding]:
    """A noqa whose codes flake8 cannot read silences every linter on the line, or on the whole file.

    Allowed: a bare noqa, which says what it does. Reported on line 1, for the line itself is silenced.
    """
    for noqa in module.fact(noqas_of):
        if noqa.is_blanket:
            yield Finding(module, line=noqa.comment.line, text=noqa.text[:40], extent=_extent(noqa))


def _extent(noqa: Noqa) -> str:
    if noqa.is_file:
        return "the whole file and every code"
    # a message shows many blanks as one
    return "every code, for its two blanks" if noqa.text.lower().startswith("# noqa:  ") else "every code"
