"""TQ416."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mocks import string_specs
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ416",
    profile="core",
    message="the mock is specced as a str, not as {spec}: pass the class itself, or use name= for a label",
    bad='''
        from unittest.mock import Mock

        from shop import checkout


        def test_payment_is_charged():
            gateway = Mock(spec="Gateway")  # TQ416
            assert checkout(gateway) == "paid"
    ''',
    good='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_payment_is_charged():
            gateway = Mock(spec=Gateway)
            assert checkout(gateway) == "paid"
    ''',
)
def string_spec(module: Module, _: Module) -> Iterator[Finding]:
    """A string as spec limits the mock to the methods of str, not to those of the class of that name.

    Allowed: lists of names, variables, an empty string, which is an example of a str.
    """
    for call, spec in string_specs(module):
        yield Finding(call, spec=module.text(spec, 40))
