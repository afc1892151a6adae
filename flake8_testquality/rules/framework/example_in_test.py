"""TQ882."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.given import drawn_examples
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ882",
    profile="recommended",
    words=(".example",),
    message="`{call}` draws one value, another each run and never a small one: take it from @given or st.data()",
    bad='''
        from hypothesis import strategies as st

        from shop import tax


        def test_tax():
            amount = st.integers().example()  # TQ882
            assert tax(amount) == amount // 5
    ''',
    good='''
        from hypothesis import given
        from hypothesis import strategies as st

        from shop import tax


        @given(st.integers())
        def test_tax(amount):
            assert tax(amount) == amount // 5
    ''',
)
def example_in_test(test: Test, module: Module) -> Iterator[Finding]:
    """hypothesis means it for the interactive prompt: no shrinking, no replay, and a warning or an error.

    Allowed: other objects' methods of that name.
    """
    for call in drawn_examples(test):
        yield Finding(call, call=module.text(call))
