import os
import random
import secrets
import unittest
import uuid
from random import Random, choice
from unittest.mock import patch

import numpy as np
import pytest
from faker import Faker
from hypothesis import given, strategies as st

fake = Faker()
fixed = Faker()
rng = Random()
seeded = Random(3)


def test_every_source(shop):
    shop.add(random.random())  # TQ504
    shop.add(choice([1, 2]))  # TQ504
    shop.add(secrets.token_hex())  # TQ504
    shop.add(uuid.uuid4())  # TQ504
    shop.add(os.urandom(3))  # TQ504
    shop.add(np.random.rand(3))  # TQ504
    shop.add(np.random.default_rng().integers(3))  # TQ504
    assert shop.add(fake.name()) == 1  # TQ504


def test_of_a_generator_without_seed(shop):
    assert shop.add(rng.randint(1, 2)) == 1  # TQ504


def test_with_seeds(shop):
    shop.add(seeded.random())
    shop.add(Random(4).random())
    shop.add(np.random.default_rng(7).integers(3))
    shop.add(np.random.RandomState(seed=7).rand())
    shop.add(uuid.uuid5(uuid.NAMESPACE_DNS, "shop"))
    assert shop.random() == 1


def test_with_a_seed_before(shop):
    random.seed(3)
    assert shop.add(random.random()) == 1


def test_with_an_empty_seed(shop):
    random.seed()
    assert shop.add(random.random()) == 1  # TQ504


def test_with_the_seed_of_another(shop):
    random.seed(3)
    assert shop.add(uuid.uuid4()) == 1  # TQ504


def test_patched(shop):
    with patch("uuid.uuid4", return_value="é"):
        assert shop.add(uuid.uuid4()) == 1


def test_faker_fixture(shop, faker):
    assert shop.add(faker.name()) == 1


@given(st.integers())
def test_hypothesis(shop, number):
    assert shop.add(random.random()) == number


@pytest.mark.usefixtures("seeded_random")
def test_seeding_fixture(shop):
    assert shop.add(random.random()) == 1


class Case(unittest.TestCase):
    def setUp(self):
        random.seed(1)

    def test_add(self):
        self.assertEqual(add(random.random()), 1)


class OpenCase(unittest.TestCase):
    async def test_add(self):
        self.assertEqual(add(random.random()), 1)  # TQ504


def helper():
    return random.random()
