import unittest

import pytest

from shop import cart, checkout, is_open


def test_result_of_a_call():  # TQ301
    result = checkout(3)
    assert result


async def test_awaited_result():  # TQ301
    result = await checkout("é")
    assert bool(result)


def test_body(client):  # TQ301
    response = client.get("/cart")
    assert response.json()


def test_text_of_it():  # TQ301
    assert repr(cart(3))


def test_twice():  # TQ301
    result = checkout(3)
    assert result is not None
    assert result and result.total


class CheckoutTest(unittest.TestCase):
    def test_result(self):  # TQ301
        result = checkout(3)
        self.assertTrue(result)

    def test_verdict(self):
        result = is_open(3)
        self.assertTrue(result)


def test_unknown_answer():
    assert checkout(3)


def test_declared_answer():
    def answer() -> bool:
        return checkout(3).paid

    result = answer()
    assert result


@pytest.mark.parametrize("given", [3, "3"])
def test_given(given):
    assert checkout(given)


def test_rows(orders):  # TQ301
    checkout(3)
    assert len(orders.all()) > 0


def test_rows_by_name(orders):  # TQ301
    checkout(3)
    rows = orders.all()
    assert len(rows) > 0


def test_counted_rows(orders):  # TQ301
    checkout(3)
    assert orders.count() >= 1


def test_counted_word():
    assert checkout(3).lines.count("é") > 0
