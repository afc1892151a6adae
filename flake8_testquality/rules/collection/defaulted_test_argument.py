"""TQ120."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.supplied_arguments import defaulted_tests
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ120",
    profile="core",
    message="`{names}` has a default, so pytest never injects a fixture there: drop it, or assign it in the body",
    peers=("PT028",),
    bad='''
        def test_total(cart=None):  # TQ120
            assert total_of(cart) == 42
    ''',
    good='''
        def test_total(cart):
            assert total_of(cart) == 42
    ''',
)
def defaulted_test_argument(module: Module, _: Module) -> Iterator[Finding]:
    """An argument with a default is none of pytest's business: the default is used, always.

    Allowed: names that a patch supplies, decorators that may supply arguments, bases out of sight.
    """
    for test, arguments in defaulted_tests(module):
        names = ", ".join(arguments)
        yield Finding(test, names=names if len(names) < 30 else f"{names[:27]}...")
