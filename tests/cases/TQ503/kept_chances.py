import random
import secrets
import unittest
import uuid
from random import shuffle

from faker import Faker

from shop import Deck, draw, load, save, sort

fake = Faker()


def test_size():
    assert fake.pyint() < 5000  # TQ503
    assert draw() <= fake.random_int()  # TQ503
    assert len(fake.name()) > 3


def test_named_nonce():
    key = uuid.uuid4()
    assert str(key).startswith("a")  # TQ503
    assert key.hex < "8"  # TQ503


def test_named_nonce_that_nobody_was_given():
    expected = secrets.token_hex(8)
    assert draw().token == expected  # TQ503


def test_named_nonces_that_are_handed_on():
    key, token = uuid.uuid4(), secrets.token_hex()
    other = uuid.uuid4()
    save(other)
    assert load(other).id == other
    assert load(key).id == key
    assert load(token) is None


def test_what_every_nonce_has():
    key = uuid.uuid4()
    assert key.version == 4
    assert len(str(key)) == 36
    assert uuid.UUID(str(key)) == key
    assert load(key).status_code == 404


def test_shuffled():
    cards = ["a", "é", "c"]
    random.shuffle(cards)
    assert cards == ["a", "é", "c"]  # TQ503
    assert cards[0] == "a"  # TQ503
    assert sorted(cards) == ["a", "c", "é"]
    assert len(cards) == 3


def test_shuffled_for_the_code():
    cards = ["a", "b"]
    shuffle(cards)
    assert sort(cards) == ["a", "b"]


def test_sorted_again():
    cards = ["a", "b"]
    shuffle(cards)
    cards.sort()
    assert cards == ["a", "b"]


def test_sorted_by_the_code():
    cards = ["a", "b"]
    shuffle(cards)
    sort(cards)
    assert cards == ["a", "b"]


def test_bound_anew():
    cards = ["a", "b"]
    shuffle(cards)
    cards = sort(cards)
    assert cards == ["a", "b"]


def test_seeded():
    random.seed(7)
    cards = ["a", "b"]
    random.shuffle(cards)
    assert cards == ["b", "a"]


class DeckTests(unittest.TestCase):
    def test_shuffled(self):
        cards = [1, 2, 3]
        random.shuffle(cards)
        self.assertEqual(cards, [1, 2, 3])  # TQ503
        self.assertEqual(Deck(3).cards[0], 1)
