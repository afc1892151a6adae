import numpy as np
import pytest
from django.test import TestCase
from numpy.testing import assert_allclose
from pytest import fail

from shop import Cart, assert_text


def assert_paid(cart):
    assert cart.paid


class TextBox:
    @property
    def assert_text(self):
        return self


def test_named(cart):
    cart.pay()
    assert_paid  # TQ212
    assert_allclose  # TQ212
    np.testing.assert_array_equal  # TQ212
    assert_text  # TQ212


def test_fail(cart):
    if not cart.paid:
        pytest.fail  # TQ212
    if cart.lost:
        fail  # TQ212


class ShopTest(TestCase):
    def test_methods_of_the_framework(self):
        self.client.get("/größe")
        self.assertContains  # TQ212
        self.assertRedirects  # TQ212


# ------------------------------------------------------------ silent


def test_called(cart):
    assert_paid(cart)
    assert_allclose(cart.total, 6.0)
    np.testing.assert_array_equal(cart.prices, [6])
    cart.fail
    cart.assertion


def test_local(cart):
    assert_total = cart.total
    assert_total
    assert cart.paid


def test_reading_asserts(page):
    page.assert_title
    TextBox().assert_text


class TestReading:
    @property
    def assert_ready(self):
        assert Cart().ready

    def test_ready(self):
        self.assert_ready
