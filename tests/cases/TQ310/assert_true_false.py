import unittest

from shop import pay


class PayTest(unittest.TestCase):
    def test_refused(self):
        try:  # TQ310
            pay(-1)
            self.assertTrue(False)
        except ValueError:
            pass
