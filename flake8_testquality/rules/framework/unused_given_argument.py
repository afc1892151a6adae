"""TQ881."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_use import unread_given
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ881",
    profile="recommended",
    message="the test never reads `{name}`, which @given makes up for it: use it in the test, or drop the strategy",
    bad='''
        from hypothesis import given
        from hypothesis import strategies as st

        from shop import tax


        @given(amount=st.integers(), rate=st.floats())
        def test_tax(amount, rate):  # TQ881
            assert tax(amount) >= 0
    ''',
    good='''
        from hypothesis import given
        from hypothesis import strategies as st

        from shop import tax


        @given(amount=st.integers())
        def test_tax(amount):
            assert tax(amount) >= 0
    ''',
)
def unused_given_argument(test: Test, module: Module) -> Iterator[Finding]:
    """The property does not depend on it, so the examples are spent on nothing.

    Allowed: underscore names, tests whose body is empty.
    """
    if module.says("hypothesis") and test.node.decorator_list:
        for name in unread_given(test):
            yield Finding(test, name=name)
