"""TQ880."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.given import function_scoped, given_calls
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ880",
    profile="recommended",
    message="`{names}` is made once for all examples of @given: make it in the test, or widen its scope",
    bad='''
        from hypothesis import given
        from hypothesis import strategies as st

        from shop import Store


        @given(st.integers())
        def test_number_is_stored(tmp_path, number):  # TQ880
            assert Store(tmp_path).put(number) == number
    ''',
    good='''
        import tempfile

        from hypothesis import given
        from hypothesis import strategies as st

        from shop import Store


        @given(st.integers())
        def test_number_is_stored(number):
            with tempfile.TemporaryDirectory() as folder:
                assert Store(folder).put(number) == number
    ''',
)
def function_fixture_with_given(test: Test, module: Module) -> Iterator[Finding]:
    """What one example leaves behind is there for the next, so failures depend on their order.

    Allowed: fixtures of a broader scope, tests that suppress this health check.
    """
    if module.says("hypothesis") and test.fact(given_calls):
        names = list(function_scoped(test))
        if names:
            yield Finding(test, names=", ".join(names))
