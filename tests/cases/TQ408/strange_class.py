from unittest import TestCase
from unittest.mock import patch

from shop import checkout


class LeakingTest(TestCase):
    def setUp(self):
        self.patcher = patch("shop.charge")
        self.charge = self.patcher.start()  # TQ408

    def test_it(self):
        self.assertEqual(checkout(), 3)


class StoppingTest(TestCase):
    def setUp(self):
        self.patcher = patch("shop.charge")
        self.charge = self.patcher.start()
        self.addCleanup(self.patcher.stop)

    def test_it(self):
        self.assertEqual(checkout(), 3)


class StartingTest(TestCase):
    def setUp(self):
        self.mailer_patcher = patch("shop.mailer")
        self.mailer_patcher.start()

    def test_it(self):
        self.assertEqual(checkout(), 3)


class StoppedBelowTest(StartingTest):
    def tearDown(self):
        self.mailer_patcher.stop()
