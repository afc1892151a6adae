"""TQ708."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.payloads import payloads
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_KEYS = Option("max-payload-keys", 8, "keys from which on a dict literal in a test is a payload")
MAX_ITEMS = Option("max-payload-items", 12, "elements from which on a list literal in a test is a payload")


@rule(
    code="TQ708",
    profile="strict",
    message="a literal {kind} of {count} {parts} inside the test: build it in a factory, state here what matters",
    options=(MAX_KEYS, MAX_ITEMS),
    bad="""
        def test_create(client):
            guest = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8}  # TQ708
            response = client.post("/guests", guest)
            assert response.json()["a"] == 1
    """,
    good="""
        def test_create(client, guest_factory):
            response = client.post("/guests", guest_factory(a=1))
            assert response.json()["a"] == 1
    """,
)
def inline_payload(test: Test, module: Module) -> Iterator[Finding]:
    """In a large literal the one value that the test is about cannot be found."""
    for node, kind, count in payloads(test, module.option(MAX_KEYS), module.option(MAX_ITEMS)):
        yield Finding(node, kind=kind, count=count, parts="keys" if kind == "dict" else "elements")
