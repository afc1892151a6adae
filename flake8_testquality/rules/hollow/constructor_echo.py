"""TQ235."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.constructor_echoes import echoed_call
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ235",
    profile="strict",
    message="`{name}` only reads back what it gave to `{call}`: check what the object does with it",
    bad='''
        from shop import Cart


        def test_cart():  # TQ235
            cart = Cart(owner="Ada", limit=3)
            assert cart.owner == "Ada"
            assert cart.limit == 3
    ''',
    good='''
        from shop import Cart


        def test_cart_is_full():
            cart = Cart(owner="Ada", limit=1)
            cart.add("apple")
            assert cart.is_full() is True
    ''',
)
def constructor_echo(test: Test, module: Module) -> Iterator[Finding]:
    """That a constructor keeps its arguments is rarely what can go wrong.

    Allowed: conversions (another value comes out than went in), defaults, a reload, method call or validation in
    between, constructors in sight with logic of their own.
    """
    call = echoed_call(test)
    if call is not None:
        yield Finding(test, name=test.name[:40], call=module.text(call.func, 24))
