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

    def test_report_of_an_inner_case(self):
        class Failing(unittest.TestCase):
            def test_parse(self):
                self.fail()

        class Checked(unittest.TestCase):
            def test_parse(self):
                if parse("é"):
                    self.fail()  # TQ316

        self.assertEqual(run(Failing("test_parse")), "failed: 1")
        self.assertEqual(run(Checked("test_parse")), "failed: 0")
