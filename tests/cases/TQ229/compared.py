"""Quantifiers that are compared with True or False."""

import unittest

from shop import names


def test_is_true():
    assert all(name.islower() for name in names("größe")) is True  # TQ229


def test_is_false():
    assert any(name.isupper() for name in names("größe")) == False  # TQ229


def test_not_all():
    assert all(name.isupper() for name in names("größe")) is False


class NamesTest(unittest.TestCase):
    def test_is(self):
        self.assertIs(all(name.islower() for name in names("größe")), True)  # TQ229

    def test_counted(self):
        found = names("größe")
        self.assertEqual(len(found), 2)
        self.assertIs(all(name.islower() for name in found), True)
