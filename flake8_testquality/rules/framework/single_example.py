"""TQ883."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.given import weak_setting
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Call, Module


@rule(
    code="TQ883",
    profile="recommended",
    message="{fact}: {remedy}",
    calls=("hypothesis.settings",),
    bad='''
        from hypothesis import given, settings
        from hypothesis import strategies as st

        from shop import tax


        @settings(max_examples=1)  # TQ883
        @given(st.integers())
        def test_tax(amount):
            assert tax(amount) == amount // 5
    ''',
    good='''
        from hypothesis import HealthCheck, given, settings
        from hypothesis import strategies as st

        from shop import tax


        @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
        @given(st.integers())
        def test_tax(amount):
            assert tax(amount) == amount // 5
    ''',
)
def single_example(call: Call, module: Module) -> Iterator[Finding]:
    """A property that is tried on one value, or with every warning switched off, is hardly tested.

    Allowed: a few examples of a slow property, single health checks suppressed.
    """
    weak = weak_setting(call)
    if weak is not None:
        fact, remedy = weak
        yield Finding(call.node, fact=fact, remedy=remedy)
