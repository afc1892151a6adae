"""TQ870."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.database import manager_calls, query_without_access
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ870",
    profile="recommended",
    message="`{name}` uses `{model}.objects` without database access: add @pytest.mark.django_db",
    needs=manager_calls,
    project={"pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = shop.settings\n"},
    bad='''
        from shop.models import Order


        def test_new_order_is_open():  # TQ870
            order = Order.objects.create(number=1)
            assert order.state() == "open"
    ''',
    good='''
        import pytest

        from shop.models import Order


        @pytest.mark.django_db
        def test_new_order_is_open():
            order = Order.objects.create(number=1)
            assert order.state() == "open"
    ''',
)
def missing_db_access(test: Test, module: Module) -> Iterator[Finding]:
    """pytest-django refuses the query, unless another test left the door open.

    Allowed: the mark on the test, class or module, fixtures that ask for the database, patched models.
    """
    call = query_without_access(test)
    if call is not None:
        yield Finding(test, name=test.name, model=module.text(call.model))
