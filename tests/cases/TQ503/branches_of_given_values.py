import random
import unittest
import uuid

import pytest

from shop import Deck, draw, save


@pytest.fixture
def number():
    return random.randint(1, 9)


@pytest.fixture
def face():
    yield random.choice(["jack", "é"])


@pytest.fixture
def key():
    return uuid.uuid4()


@pytest.fixture
def seeded():
    random.seed(3)


def test_fixture(number):
    if number > 5:  # TQ503
        save(number)
    assert draw() == 1


def test_yielding_fixture(face):
    deck = Deck(1 if face == "jack" else 2)  # TQ503
    assert deck.size == 1


def test_seeded_fixture(seeded, number):
    if number > 5:
        save(number)
    assert draw() == 1


def test_nonce(key):
    if key:
        save(key)
    assert draw() == 1


def test_name_of_its_own():
    number = 6
    if number > 5:
        save(number)
    assert draw() == 1


class DeckTests(unittest.TestCase):
    def setUp(self):
        self.number = random.randint(1, 9)
        self.size = Deck(random.randint(1, 9)).size

    def test_attribute(self):
        if self.number % 2:  # TQ503
            save(self.number)
        self.assertEqual(draw(), 1)

    def test_attribute_of_the_product(self):
        if self.size:
            save(self.size)
        self.assertEqual(draw(), 1)


class OtherTests(unittest.TestCase):
    number = 6

    def test_attribute(self):
        if self.number % 2:
            save(self.number)
        self.assertEqual(draw(), 1)
