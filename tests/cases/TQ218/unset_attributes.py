import logging
import unittest

from django.test import TestCase
from shop import Cart, make_user

from tests.base import ShopCase


class HandlerTest(unittest.TestCase):
    def test_accepts_anonymous_user(self):  # TQ218
        self.handler.scope = {"user": None}
        assert self.handler.scope.get("user") is None

    def test_errors_are_logged(self):  # TQ218
        with self.assertLogs("shop", level="ERROR") as seen:
            try:
                raise ValueError("größe")
            except ValueError:
                self.log.error("failed", exc_info=True)
        assert "größe" in seen.output[0]

    def test_total(self):
        self.cart.lines = [1, 2]
        self.assertEqual(self.cart.total(), 3)

    def test_paid(self):
        self.assertEqual(self.cart.paid, 3)


class TestHandler:
    async def test_accepts_anonymous_user(self):  # TQ218
        self.handler.scope = {"user": None}
        assert self.handler.scope["user"] is None


class HandlerOfDjangoTest(TestCase):
    def test_accepts_anonymous_user(self):  # TQ218
        self.handler.scope = {"user": None}
        self.assertIsNone(self.handler.scope.get("user"))

    def test_given_by_the_framework(self):
        self.client.cookies = {"lang": "de"}
        self.assertEqual(self.client.cookies["lang"], "de")


class ShopTest(ShopCase):
    def test_base_out_of_sight(self):
        self.handler.scope = {"user": None}
        self.assertIsNone(self.handler.scope.get("user"))


class SetUpTest(unittest.TestCase):
    def setUp(self):
        self.handler = Cart()

    def test_class_out_of_sight(self):
        self.handler.scope = {"user": None}
        self.assertIsNone(self.handler.scope.get("user"))


class HandedOverTest(unittest.TestCase):
    def setUp(self):
        make_user(self)

    def test_set_by_somebody(self):
        self.handler.scope = {"user": None}
        self.assertIsNone(self.handler.scope.get("user"))


class LocalImportTest(unittest.TestCase):
    def setUp(self):
        import json

        self.seen = json.loads("[]")

    def test_errors_are_logged(self):  # TQ218
        with self.assertLogs("shop") as caught:
            try:
                raise ValueError("größe")
            except ValueError:
                logging.getLogger("shop").error("failed %s", self.seen)
        self.assertIn("failed", caught.output[0])


class ClassLogTest(unittest.TestCase):
    log = logging.getLogger("shop")

    def test_errors_are_logged(self):  # TQ218
        with self.assertLogs("shop") as caught:
            self.log.error("failed")
        self.assertIn("failed", caught.output[0])


class OtherLogTest(unittest.TestCase):
    def setUp(self):
        self.log = Cart().log

    def test_errors_are_logged(self):
        with self.assertLogs("shop") as caught:
            self.log.error("failed")
        self.assertIn("failed", caught.output[0])


class FillsTest(HandedOverTest):
    pass
