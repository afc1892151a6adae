"""TQ809."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.database import raw_creations
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ809",
    profile="recommended",
    message="`{model}` is made by hand although the project has {factory}: use the factory",
    project={
        "factories.py": (
            "import factory\n\nfrom shop.models import Order\n\n\n"
            "class OrderFactory(factory.django.DjangoModelFactory):\n    class Meta:\n        model = Order\n"
        )
    },
    bad='''
        import pytest

        from shop.models import Order


        @pytest.mark.django_db
        def test_new_order_is_open():
            order = Order.objects.create(number=1, customer="Ada")  # TQ809
            assert order.state() == "open"
    ''',
    good='''
        import pytest

        from factories import OrderFactory


        @pytest.mark.django_db
        def test_new_order_is_open():
            assert OrderFactory().state() == "open"
    ''',
)
def raw_model_creation(module: Module, _: Module) -> Iterator[Finding]:
    """Each column that the model gains breaks every test that fills it in by hand.

    Allowed: tests of the manager itself, models without a factory.
    """
    for call, factory in raw_creations(module):
        yield Finding(call.node, model=module.text(call.model), factory=factory)
