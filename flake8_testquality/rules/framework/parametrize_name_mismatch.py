"""TQ820."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_use import untaken
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ820",
    profile="core",
    message="`{test}` does not take `{name}`{why}, so pytest refuses to collect it: rename the argument or the case",
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expectd", [(10, 2), (20, 4)])  # TQ820
        def test_tax(amount, expected):
            assert tax(amount) == expected
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (20, 4)])
        def test_tax(amount, expected):
            assert tax(amount) == expected
    ''',
)
def parametrize_name_mismatch(module: Module, _: Module) -> Iterator[Finding]:
    """A name that neither the test nor a fixture on its way asks for stops the collection.

    Allowed: names requested by a fixture, decorators that change the signature.
    """
    for mark, name, test in untaken(module):
        why = " (a patch does)" if name in test.arguments else ""
        yield Finding(mark, name=name, why=why, test=test.name)
