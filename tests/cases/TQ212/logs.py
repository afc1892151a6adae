import unittest

from shop import run


class LogsCase(unittest.TestCase):
    def test_logged(self):
        self.assertLogs("shop", level="ERROR")  # TQ212
        run()

    def test_logger(self):
        self.assertLogs("shop")  # TQ212
        run()

    def test_block(self):
        with self.assertLogs("shop") as seen:
            run()
        self.assertIn("ready", seen.output[0])


class OwnLogsCase(unittest.TestCase):
    def assertLogs(self, line):
        self.assertIn(line, run())

    def test_line(self):
        self.assertLogs("ready")
