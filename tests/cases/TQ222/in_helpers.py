import unittest

import pytest
from shop import Cart


def check(cart):
    with pytest.raises(ValueError):  # TQ222
        pass
    assert cart.open


class CartTest(unittest.TestCase):
    def setUp(self):
        with self.assertRaises(ValueError):  # TQ222
            pass

    def test_cart(self):
        check(Cart())
