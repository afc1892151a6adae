import unittest
from unittest.mock import Mock

import pytest

from shop import charge


class Gateway:
    def called_once(self):
        return True


class TestRefused(unittest.TestCase):
    def test_misspelled_assertions_are_refused(self):
        mailer = Mock()
        with self.assertRaisesRegex(AttributeError, "not a valid assertion"):
            mailer.called_once_with(3)
        with pytest.raises((AttributeError, TypeError)):
            mailer.has_calls()

    def test_refused_by_something_else(self):
        mailer = Mock()
        with pytest.raises(ValueError):
            mailer.called_once_with(3)  # TQ213
        with pytest.raises(AttributeError):
            charge(mailer)
            mailer.called_once_with(3)  # TQ213


def test_method_of_the_class():
    gateway = Mock(spec=Gateway)
    charge(gateway)
    assert gateway.called_once()
    gateway.has_calls()  # TQ213
    gateway.called_once.called_once_with()  # TQ213


def test_bound_twice():
    gateway = Mock()
    charge(gateway)
    gateway = Mock(spec_set=Gateway)
    charge(gateway)
    assert gateway.called_once()


def test_all_words_are_taken():
    gateway = Mock(unsafe=True)
    charge(gateway)
    gateway.called_once()
    gateway.pay.called_once()  # TQ213
