import unittest
from unittest.mock import patch

from shop import parse


class ParseCase(unittest.TestCase):
    def test_prices(self):
        for text in ("1", "2"):
            with self.subTest(text=text), patch("shop.rate", 2):  # TQ228
                parse(text)
        self.assertEqual(parse("3"), 3)

    def test_unknown_context(self):
        with self.subTest("1"), self.checked():
            parse("1")
