"""TQ102."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.uncollected import misnamed_test_classes
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ102",
    profile="recommended",
    message="pytest passes over `{name}`, so its tests never run: name it {wanted}, or make it a TestCase",
    peers=("FG C4",),
    bad='''
        class CartSuite:  # TQ102
            def test_total(self, cart):
                assert cart.total == 42
    ''',
    good='''
        class TestCart:
            def test_total(self, cart):
                assert cart.total == 42
    ''',
)
def uncollected_test_class(module: Module, _: Module) -> Iterator[Finding]:
    """A class that python_classes does not match and that is no TestCase is never looked into.

    Allowed: bases and mixins (subclassed somewhere, private, or so named), bases out of sight, `__test__`.
    """
    wanted = " or ".join(f"{prefix}*".replace("**", "*") for prefix in module.project.config.python_classes[:2])
    for item in misnamed_test_classes(module):
        yield Finding(item, name=item.name, wanted=wanted)
