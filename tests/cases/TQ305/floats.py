"""Floats that are computed and compared exactly, and those that may be."""

import math
import unittest
from decimal import Decimal

import pytest as pt

from shop import RATE, Config, area, tax

DEFAULT = 1.7


def test_call():
    assert tax(2) == 0.1  # TQ305


def test_arithmetic(cart):
    assert cart.a + cart.b == 0.3  # TQ305


def test_from_the_left(cart):
    assert 0.7 == cart.total  # TQ305


def test_negative_and_exponent():
    assert tax(2) == -1.1  # TQ305
    assert area("é") == 1e-3  # TQ305


async def test_awaited(cart):
    assert await cart.total() == 0.6, "é"  # TQ305


class TaxTest(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(tax(2), 0.1)  # TQ305

    def test_true(self):
        self.assertTrue(tax(2) == 0.1)  # TQ305

    def test_almost(self):
        self.assertAlmostEqual(tax(2), 0.1)


def test_near_enough():
    assert tax(2) == pt.approx(0.1)
    assert math.isclose(tax(2), 0.1)
    assert round(tax(2), 1) == 0.1
    assert tax(2) == Decimal("0.1")
    assert abs(tax(2) - 0.1) < 1e-9


def test_exact_literals():
    assert tax(2) == 0.5
    assert tax(3) == 0.25
    assert tax(4) == 0.125
    assert tax(5) == 2.0
    assert tax(6) == 1e3
    assert tax(7) == 3


def test_supplied_by_the_test():
    config = Config(timeout=0.1)
    assert config.timeout == 0.1


def test_supplied_as_text(parse):
    assert parse("0.7") == 0.7


def test_supplied_by_a_constant():
    assert Config().timeout == 1.7


@pt.mark.parametrize("rate", [0.3])
def test_supplied_by_a_case(rate):
    assert Config(rate).rate == 0.3


def test_other_relations():
    assert tax(2) != 0.1
    assert tax(2) < 0.1
    assert RATE == tax(1)


def test_both_protocols(flag):
    if flag:
        assert tax(2) == 0.9  # TQ305
    else:
        assert tax(3) == 0.9  # TQ305


def test_supplied_as_text_without_a_nought(parse):
    assert parse(".7") == 0.7
    assert parse("-.3") == -0.3
    assert parse("rate") == 0.4  # TQ305


def test_read_from_a_file_that_was_there():
    with RateFile("tests/data/größe.rates") as book:
        rates = book["rates"]
        assert rates[0] == 3.14
        rates = book["old"]
        assert rates[0] == 2.71
        assert book["old"][1] == 1.61
        assert book.total() == 8.21  # TQ305
        assert book["new"].mean() == 0.61  # TQ305


def test_read_from_a_file_that_the_code_wrote():
    export("größe.rates")
    with RateFile("größe.rates") as book:
        assert book["rates"][0] == 3.17  # TQ305


def test_read_from_a_file_that_a_fixture_wrote(exported):
    with RateFile(exported) as book:
        assert book["rates"][0] == 3.19  # TQ305


def test_kept_while_a_block_runs(client):
    with client.session() as session:
        assert session["total"] == 0.62  # TQ305


class Rates:
    def of(self, country):
        found = [0.19]
        if country == "größe":
            found[0] = 0.77
        return found

    def sums(self, country):
        return [self.of(country)[0] * 3]


def test_item_of_a_table():
    rates = Rates()
    found = rates.of("größe")
    assert found[0] == 0.77


def test_item_of_what_is_reckoned():
    rates = Rates()
    found = rates.sums("größe")
    assert found[0] == 2.31  # TQ305


def test_near_beside_exact():
    assert tax(2) == pt.approx(0.83)
    assert tax(3) == 0.83  # TQ305
    assert [tax(2), tax(3)] == pt.approx([0.84, 0.86])
    assert tax(5) == 0.86  # TQ305


def test_both_in_one():
    assert tax(2) == 0.81 and tax(3) == 0.5  # TQ305
    assert area("é") and 0.82 == tax(3)  # TQ305
    assert Config(rate=0.85).rate == 0.85 and area("é")


class NearTest(unittest.TestCase):
    def test_almost_beside_exact(self):
        self.assertAlmostEqual(tax(2), 0.87)
        self.assertEqual(tax(3), 0.87)  # TQ305
        self.assertTrue(tax(3) == 0.88 and tax(4))  # TQ305
