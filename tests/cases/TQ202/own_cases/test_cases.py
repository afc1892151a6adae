import unittest

import unittest2


class TestOwn(unittest2.TestCase):
    def test_nothing(self):
        pass


class TestPlain(unittest.TestCase):
    def test_nothing(self):  # TQ202
        pass
