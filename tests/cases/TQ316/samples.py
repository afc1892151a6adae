"""Cases that other tests run to see them fail."""

import unittest

from shop import parse, run


class ReportTest(unittest.TestCase):
    class Failing(unittest.TestCase):
        def runTest(self):
            parse("é")
            self.fail()

    class Checked(unittest.TestCase):
        def check(self):
            self.fail()  # TQ316

    def test_report(self):
        self.assertEqual(run(self.Failing()), "failed: 1")
