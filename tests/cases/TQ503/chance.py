import random
import secrets
import unittest
import uuid
from datetime import datetime, timedelta
from random import Random, choice
from unittest.mock import Mock, patch

import numpy as np
import pytest
from faker import Faker
from freezegun import freeze_time
from hypothesis import given, strategies as st

from shop import Order, draw, load, save

fake = Faker()


def test_direct():
    assert draw() == random.choice(["a", "é"])  # TQ503
    assert choice([1, 2]) == draw()  # TQ503
    assert random.random() < 0.5  # TQ503
    assert draw() <= random.randint(1, 9)  # TQ503
    assert draw() == uuid.uuid4()  # TQ503
    assert secrets.randbelow(9) == draw()  # TQ503
    assert np.random.rand() > 0.5  # TQ503
    assert draw() == fake.name()  # TQ503


def test_drawn_before():
    number = random.randint(1, 9)
    assert draw() == number  # TQ503


def test_branch():
    if random.random() < 0.5:  # TQ503
        assert draw() == 1
    else:
        assert draw() == 2


def test_branch_on_a_name():
    lucky = random.choice([True, False])
    if lucky:  # TQ503
        assert draw() == 1


def test_conditional_expression():
    number = 1 if random.random() < 0.5 else 2  # TQ503
    assert draw(number) == number


def test_match():
    match random.randint(1, 2):  # TQ503
        case 1:
            assert draw() == 1
        case _:
            assert draw() == 2


def test_truth():
    assert random.choice([True, False])  # TQ503
    assert not random.getrandbits(1)  # TQ503


async def test_async():
    assert await load() == random.randint(1, 3)  # TQ503


def test_nonces():
    key = uuid.uuid4()
    save(key)
    assert key in load()
    assert uuid.uuid4() not in load()
    assert uuid.uuid4() != draw()
    assert load(key).id == key
    token = secrets.token_hex()
    assert Order(token).token == token


def test_handed_to_the_code():
    number = random.randint(1, 9)
    assert draw(number) == number
    order = Order(number)
    assert order.number == number
    assert order.double == number * 2


def test_handed_through_a_mock():
    number = random.randint(1, 9)
    with patch("shop.roll", return_value=number):
        assert draw() == number


def test_handed_through_a_mock_object():
    number = random.randint(1, 9)
    dice = Mock(roll=lambda: number)
    dice.last = number
    assert draw(dice) == number


def test_identity_branch():
    key = uuid.uuid4()
    if key in load():
        save(key)
    assert load(key).id == key


def test_seeded():
    random.seed(3)
    assert draw() == random.choice(["a", "b"])


def test_own_generator():
    assert draw() == Random(3).choice(["a", "b"])
    rng = np.random.default_rng(7)
    assert draw() == rng.integers(9)
    assert rng.random() < 0.5


def test_patched():
    with patch("random.choice", return_value=3):
        assert draw() == random.choice([1, 2])


@given(st.integers())
def test_hypothesis(number):
    assert draw() == random.randint(1, number)


def test_seeded_by_fixture(seeded_rng):
    assert draw() == random.randint(1, 3)


def test_faker_fixture(faker):
    assert draw() == faker.name()


def test_what_does_not_change():
    assert len(secrets.token_hex(3)) == 6
    assert isinstance(random.random(), float)
    assert uuid.uuid4().version == 4
    assert np.random.rand(3).shape == (3,)


def test_membership():
    assert random.choice(["a", "b"]) in load()


class Case(unittest.TestCase):
    def test_direct(self):
        self.assertEqual(draw(), random.randint(1, 3))  # TQ503
        self.assertTrue(random.random() > 0.5)  # TQ503
        self.assertLess(random.random(), 0.5)  # TQ503


class SeededCase(unittest.TestCase):
    def setUp(self):
        random.seed(3)

    def test_direct(self):
        self.assertEqual(draw(), random.randint(1, 3))


def moment_of(made):
    return datetime(1582, 10, 15) + timedelta(microseconds=made.time // 10)


def test_moment_in_an_identifier():
    with freeze_time("2024-05-06"):
        assert draw().moment == moment_of(uuid.uuid1())
        assert draw() == uuid.uuid4()  # TQ503


def test_running_moment_in_an_identifier():
    assert draw().moment == moment_of(uuid.uuid1())  # TQ503


def test_generator_of_names():
    names = Faker(["en_US", "ja_JP"])
    assert names.locales == ["en_US", "日本"]
    names = Faker("ja_JP")
    assert names.factories[0].locale == load().locale
    assert names.first_name() == "é"  # TQ503
    assert {names.boolean() for _ in range(9)} == {True, False}  # TQ503
