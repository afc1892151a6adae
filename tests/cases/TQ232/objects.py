"""Objects of classes in sight that nobody can call."""

import unittest
from dataclasses import dataclass
from enum import Enum

import pytest
from shop import Money, singleton


@dataclass
class Entry:
    größe: int


class Refused(ValueError):
    pass


class Job(Entry):
    def __call__(self):
        return self.größe


class Order(Money):
    pass


class Meta(type):
    pass


@singleton
class Single:
    pass


class Kind(Enum):
    ONE = 1


class EntryTest(unittest.TestCase):
    def test_entry(self):
        self.assertRaises(ValueError, Entry(-1))  # TQ232

    def test_error(self):
        self.assertRaises(ValueError, Refused("größe"))  # TQ232

    def test_job(self):
        self.assertRaises(ValueError, Job(-1))

    def test_order(self):
        self.assertRaises(ValueError, Order(-1))


def test_others():
    pytest.raises(TypeError, Meta("größe", (), {}))
    pytest.raises(TypeError, Single())
    pytest.raises(TypeError, Money(-1))
    pytest.raises(TypeError, Kind(1))
