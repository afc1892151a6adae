"""TQ872."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.stale_rows import ELSEWHERE, stale_reads
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ872",
    profile="recommended",
    words=ELSEWHERE,
    message="`{name}.{attribute}` is the copy from before `{change}`: call {name}.refresh_from_db() first",
    bad='''
        import pytest

        from shop.models import Order


        @pytest.mark.django_db
        def test_order_is_cancelled(client):
            order = Order.objects.create(number=1, status="open")
            client.post(f"/orders/{order.pk}/cancel/")
            assert order.status == "open"  # TQ872
    ''',
    good='''
        import pytest

        from shop.models import Order


        @pytest.mark.django_db
        def test_order_is_cancelled(client):
            order = Order.objects.create(number=1, status="open")
            client.post(f"/orders/{order.pk}/cancel/")
            order.refresh_from_db()
            assert order.status == "cancelled"
    ''',
)
def stale_object(test: Test, module: Module) -> Iterator[Finding]:
    """The row changed, the object in the test's hand did not: the assertion checks what the test itself wrote.

    Allowed: a service that receives the object itself, assertions on its key, refreshed or newly read objects.
    """
    for stale in stale_reads(test):
        yield Finding(stale, name=stale.name, attribute=stale.attribute, change=stale.change)
