import os
import shutil
import tempfile
import unittest
from unittest import mock

from shop import config


class RegistersSomethingElse(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def test_mode(self):
        os.environ["MODE"] = "é"  # TQ601
        self.assertEqual(config.mode(), "é")


class StopsPatches(unittest.TestCase):
    def setUp(self):
        mock.patch("shop.config.load").start()
        self.addCleanup(mock.patch.stopall)

    def test_mode(self):
        os.environ["MODE"] = "a"  # TQ601
        self.assertEqual(config.mode(), "a")


class CallsAnEmptyTeardown(unittest.TestCase):
    def tearDown(self):
        config.close()
        super().tearDown()

    def test_mode(self):
        os.environ["MODE"] = "a"  # TQ601
        self.assertEqual(config.mode(), "a")


class RunsItsCleanups(unittest.TestCase):
    def tearDown(self):
        self.doCleanups()

    def test_mode(self):
        os.environ["MODE"] = "a"  # TQ601
        self.assertEqual(config.mode(), "a")


class ForgetsCalls(unittest.TestCase):
    sender = mock.Mock()

    def tearDown(self):
        self.sender.reset_mock()

    def test_mode(self):
        os.environ["MODE"] = "a"  # TQ601
        self.assertEqual(config.mode(), "a")


class Base(unittest.TestCase):
    def tearDown(self):
        os.environ.pop("MODE", None)


class CallsATeardownThatRestores(Base):
    def tearDown(self):
        config.close()
        super().tearDown()

    def test_mode(self):
        os.environ["MODE"] = "a"
        self.assertEqual(config.mode(), "a")


class RegistersAMethod(unittest.TestCase):
    def setUp(self):
        self.addCleanup(self._put_back)

    def _put_back(self):
        os.environ.pop("MODE", None)

    def test_mode(self):
        os.environ["MODE"] = "a"
        self.assertEqual(config.mode(), "a")


class RegistersWhatSaysSo(unittest.TestCase):
    def setUp(self):
        self.addCleanup(config.restore_environment)

    def test_mode(self):
        os.environ["MODE"] = "a"
        self.assertEqual(config.mode(), "a")


class RegistersInAHelper(unittest.TestCase):
    def _clean_later(self):
        self.addCleanup(os.environ.pop, "MODE")

    def test_mode(self):
        self._clean_later()
        os.environ["MODE"] = "a"
        self.assertEqual(config.mode(), "a")
