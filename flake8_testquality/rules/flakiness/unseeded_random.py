"""TQ504."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.randomness import SOURCES, generator_calls, is_seeded, is_source
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ504",
    profile="strict",
    message="`{call}` gives another value in each run: seed it or write the value down",
    bad="""
        import random


        def test_discount_is_taken_off(cart):
            cart.discount(random.randint(1, 50))  # TQ504
            assert cart.total < 100
    """,
    good="""
        import random


        def test_discount_is_taken_off(cart):
            cart.discount(random.Random(7).randint(1, 50))
            assert cart.total == 79
    """,
)
def unseeded_random(module: Module, _: Module) -> Iterator[Finding]:
    """A value that nobody can name again makes a failure that nobody can repeat.

    Allowed: a seed or a patch in reach, a generator with a seed, hypothesis, pytest's `faker` fixture (it is seeded).
    """
    for call in module.calls_to(SOURCES):
        if call.test is not None and is_source(call) and not is_seeded(module, call.scope, call.name):
            yield Finding(call, call=module.text(call.node))
    for test in module.tests:
        for scope in test.scopes:
            for node, source in generator_calls(module, scope):
                if not is_seeded(module, scope, source):
                    yield Finding(node, call=module.text(node))
