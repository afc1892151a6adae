"""TQ227."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.idle_interceptors import idle_registrations, speaks_of_interceptors
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ227",
    profile="recommended",
    message="`{package}` is never activated for this test, so this answer is never given: activate it around the test",
    needs=speaks_of_interceptors,
    peers=("FG C30",),
    bad="""
        import responses

        from shop import rates


        def test_rate():
            responses.add(responses.GET, "https://rates.example/eur", json={"rate": 1.1})  # TQ227
            assert rates.latest("EUR") == 1.1
    """,
    good="""
        import responses

        from shop import rates


        @responses.activate
        def test_rate():
            responses.add(responses.GET, "https://rates.example/eur", json={"rate": 1.1})
            assert rates.latest("EUR") == 1.1
    """,
)
def inert_interceptor(test: Test, module: Module) -> Iterator[Finding]:
    """An interceptor that is not switched on intercepts nothing: the test talks to the network, or to nobody.

    Allowed: activation by decorator, with statement, set-up or fixture in reach.
    """
    for call, package in idle_registrations(test):
        yield Finding(call, package=package)
