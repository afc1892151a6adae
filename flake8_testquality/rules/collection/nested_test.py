"""TQ104."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.uncollected import nested_tests
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ104",
    profile="core",
    message="`{name}` stands inside a function and nothing calls it, so it never runs: move it out, or call it",
    peers=("FG C4",),
    bad='''
        def test_cart(cart):
            cart.add("book")

            def test_total():  # TQ104
                assert cart.total == 42
    ''',
    good='''
        def test_total(cart):
            cart.add("book")
            assert cart.total == 42
    ''',
)
def nested_test(module: Module, _: Module) -> Iterator[Finding]:
    """The runner does not look into functions: a test that was indented too far has stopped to run.

    Allowed: one that is called, returned, decorated, passed on, or reached through locals().
    """
    for node in nested_tests(module):
        yield Finding(node, name=node.name)
