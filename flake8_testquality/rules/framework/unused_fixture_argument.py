"""TQ807."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.effect_fixtures import as_usefixtures, needless_arguments
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ807",
    profile="strict",
    message="the test never reads `{names}`: drop it, or ask for its effect by @pytest.mark.usefixtures",
    peers=("PT019", "FUF"),
    fix="unsafe",
    bad='''
        from shop import tax


        def test_tax(rates, tmp_path):  # TQ807
            assert tax(10, rates) == 2
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.usefixtures("tax_free_weekend")
        def test_tax(rates):
            assert tax(10, rates) == 2
    ''',
)
def unused_fixture_argument(test: Test, module: Module) -> Iterator[Finding]:
    """The reader looks for its use in vain; the mark says that only the effect counts.

    Allowed: arguments of patch and parametrize, underscore names, fixtures known for their effect.
    """
    names = needless_arguments(test)
    if names:
        yield Finding(test, edits=as_usefixtures(test, names), names=", ".join(names))
