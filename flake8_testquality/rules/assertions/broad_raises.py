"""TQ307."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.breadth import BROAD, is_explained, is_net, is_supplied
from flake8_testquality.model.raises import all_expectations
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ307",
    profile="recommended",
    message="any {what} satisfies this, {even}: name the exact class, add match=, or check the value caught",
    peers=("B017", "PT011", "PT030"),
    bad='''
        import pytest

        from billing import charge


        def test_negative_amount_is_refused():
            with pytest.raises(Exception):  # TQ307
                charge(-1)
    ''',
    good='''
        import pytest

        from billing import InvalidAmount, charge


        def test_negative_amount_is_refused():
            with pytest.raises(InvalidAmount):
                charge(-1)


        def test_refusal_names_the_amount():
            with pytest.raises(Exception, match="amount -1"):
                charge(-1)
    ''',
)
def broad_raises(module: Module, _: Module) -> Iterator[Finding]:
    """A misspelled name or a wrong argument raises an Exception too, so the test passes for the wrong reason.

    Allowed: match=, check=, assertRaisesRegex, a bound value that is read later, RaisesGroup, what the test itself or
    a stand-in of its file raises, makes or gives to a mock to raise, and a comment at the claim that says why no class
    can be named.
    """
    for claim in module.fact(all_expectations):
        broad = next((name for name in claim.names if name in BROAD), None)
        if claim.is_bare_warns:
            broad = "Warning"
        if broad is None or claim.match is not None or claim.check is not None or claim.form == "loose":
            continue
        if claim.is_group or claim.is_inspected or is_supplied(claim) or is_explained(claim):
            continue
        if not (claim.is_bare_warns and is_net(claim)):
            even = "a deprecation too" if broad == "Warning" else "a typo's too"
            yield Finding(claim.assertion, what=broad, even=even)
