import unittest
from unittest.mock import Mock, create_autospec, patch

import pytest

import shop
from shop import Gateway, charge


class TestRefused(unittest.TestCase):
    def test_misspelled_words_are_refused(self):
        with self.assertRaises(RuntimeError):
            with patch("shop.charge", autospect=True):
                pass
        with pytest.raises(RuntimeError):
            create_autospec(Gateway, set_spec=True, spec_sett=True)
        with pytest.raises(TypeError):
            gateway = Mock(return_values=3)

    def test_refused_by_something_else(self):
        with self.assertRaises(RuntimeError):
            with patch("shop.charge", autospect=True):  # TQ407
                charge(3)
        with self.assertRaises(ValueError):
            gateway = Mock(return_values=3)  # TQ407
        with self.assertRaises(RuntimeError):
            gateway = Mock(return_values=3)  # TQ407
            charge(gateway)
        assert shop.total() == 3
