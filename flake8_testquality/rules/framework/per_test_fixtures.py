"""TQ871."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.set_up_rows import untouched_rows
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import TestClass


@rule(
    code="TQ871",
    profile="strict",
    message="setUp makes {names} for every test, and no test changes them: make them once in setUpTestData",
    bad='''
        from django.test import TestCase

        from shop.models import Order


        class OrderTest(TestCase):
            def setUp(self):  # TQ871
                self.order = Order.objects.create(number=1)

            def test_new_order_is_open(self):
                self.assertEqual(self.order.state(), "open")
    ''',
    good='''
        from django.test import TestCase

        from shop.models import Order


        class OrderTest(TestCase):
            @classmethod
            def setUpTestData(cls):
                cls.order = Order.objects.create(number=1)

            def test_new_order_is_open(self):
                self.assertEqual(self.order.state(), "open")
    ''',
)
def per_test_fixtures(item: TestClass, module: Module) -> Iterator[Finding]:
    """The same rows are written again for each test; Django rolls back to those of setUpTestData.

    Allowed: rows that a test changes, or whose key it hands to what may, rows made of what setUp makes anew, cases
    without setUpTestData.
    """
    names = untouched_rows(item) if item.case_family == "django" else []
    if names:
        yield Finding(item.method("setUp"), names=", ".join(names))
