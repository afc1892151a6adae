import unittest
from unittest.mock import Mock

from shop import run


class TestPlain:
    callback = None

    def setup_method(self):
        self.callback = Mock()

    def test_called(self):
        run(self.callback)
        assert self.callback.called  # TQ406


class TypedCase(unittest.TestCase):
    callback: Mock

    def setUp(self):
        self.callback = Mock()

    def test_called(self):
        run(self.callback)
        self.assertTrue(self.callback.called)  # TQ406


class UnsetCase(unittest.TestCase):
    callback = None

    def test_called(self):
        run(self.callback)
        self.assertTrue(self.callback.called)
