"""TQ004."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.noqa import noqas_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ004",
    profile="strict",
    message="this noqa silences a TQ code and gives no reason: say why behind the codes",
    bad='''
        def test_total(cart):
            cart.add("book")
            assert cart.total  # noqa: TQ301 # TQ004
    ''',
    good='''
        def test_total(cart):
            cart.add("book")
            assert cart.total == 42  # noqa: TQ201 (the total is the observable outcome)
    ''',
)
def unreasoned_noqa(module: Module, _: Module) -> Iterator[Finding]:
    """A suppression without a reason cannot be judged later, so it stays for ever."""
    for noqa in module.fact(noqas_of):
        if not noqa.is_blanket and not re.search(r"\w", noqa.reason):
            yield Finding(noqa.comment)
