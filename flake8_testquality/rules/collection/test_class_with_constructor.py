"""TQ101."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.uncollected import constructed_test_classes
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ101",
    profile="core",
    message="pytest skips `{name}` because of its {constructor}: move that into a fixture or setup_method",
    peers=("FG C4",),
    bad='''
        class TestCart:  # TQ101
            def __init__(self):
                self.cart = Cart()

            def test_total(self):
                assert self.cart.total == 0
    ''',
    good='''
        class TestCart:
            def setup_method(self):
                self.cart = Cart()

            def test_total(self):
                assert self.cart.total == 0
    ''',
)
def test_class_with_constructor(module: Module, _: Module) -> Iterator[Finding]:
    """pytest does not collect a class with a constructor; it warns once and none of its tests runs.

    Allowed: TestCase subclasses, dataclasses, `__test__ = False`, classes without tests or that the file uses.
    """
    for item, constructor in constructed_test_classes(module):
        yield Finding(item, name=item.name, constructor=constructor)
