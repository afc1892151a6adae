"""A double of the test file in a test class: its own attributes are not the test's."""

import os
import re
import unittest
from unittest.mock import Mock, create_autospec, patch

import pytest
from shop import Gateway, price_of


class FakeRepo:
    def __init__(self):
        self.rows = {}

    def save(self, row):
        self.rows[row["größe"]] = row

    def get(self, key):
        return self.rows.get(key)


class RealRepo(FakeRepo):
    def total(self):
        return price_of(self.rows)


class RepoTest(unittest.TestCase):
    def setUp(self):
        self.repo = FakeRepo()
        self.real = RealRepo()

    def test_fake(self):  # TQ218
        self.repo.save({"größe": 1})
        self.assertEqual(self.repo.get(1), {"größe": 1})

    def test_real(self):
        self.real.save({"größe": 1})
        self.assertEqual(self.real.total(), 1)

    def test_given_away(self):
        Gateway(self.repo).save({"größe": 3})
        self.assertIsNotNone(self.repo.get(3))

    def test_of_the_outer_self(self):
        class Handler:
            def run(this):
                return self.real.total()

        self.assertEqual(Handler().run(), 0)


class TestRepo:
    @pytest.fixture
    def repo(self):
        return FakeRepo()

    def test_none(self, repo):  # TQ218
        assert repo.get(3) is None


def row(**words):
    return {"id": 1, **words}


def rows(*names):
    return [{"name": name} for name in names]


def test_words_of_a_helper():  # TQ218
    assert row(name="y")["name"] == "y"
    assert len(rows("a", "b")) == 2


def test_words_out_of_the_code():
    assert row(name=price_of("apple"))["name"] == 3


def test_arguments_out_of_the_code():
    assert rows(price_of("apple"))[0]["name"] == 3


def test_group_of_a_match():  # TQ218
    assert re.match(r"(\d+)", "12").group(1) == "12"


def test_group_of_what_the_code_says():
    assert re.match(r"(\d+)", price_of("apple")).group() == "3"


def validate(number):
    if number < 0:
        raise ValueError("negative")
    return number


def check_price(number):
    assert number > 0
    return price_of(number)


def test_own_validation():  # TQ218
    assert validate(3) == 3
    with pytest.raises(ValueError, match="negative"):
        validate(-1)


def test_own_check():
    assert check_price(3)


@patch("os.getcwd", return_value="/x")
def test_standard_function_replaced(getcwd):  # TQ218
    assert os.getcwd() == "/x"


@patch("os.getcwd", return_value="/x")
def test_code_with_standard_function_replaced(getcwd):
    assert price_of("apple") == 3


def test_signature_of_the_code():
    gateway = create_autospec(Gateway, instance=True)
    with pytest.raises(TypeError):
        gateway.pay()


def test_names_of_the_code():
    gateway = Mock(spec=Gateway)
    with pytest.raises(AttributeError):
        gateway.refund


def test_subtests(subtests):  # TQ218
    for number in range(3):
        with subtests.test(number=number):
            assert number + number == 2 * number


def test_subtests_of_code(subtests):
    for number in range(3):
        with subtests.test(number=number):
            assert price_of(number) == number
