import unittest
from unittest.mock import patch


class JobsBase(unittest.TestCase):
    def setUp(self):
        patcher = patch("shop.jobs.send", return_value="é")
        patcher.start()
        self.addCleanup(patcher.stop)
