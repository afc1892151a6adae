import unittest

from till import clock, handles, resources


class LeakCase(unittest.TestCase):
    def run(self, result=None):
        before = handles()
        super().run(result)
        if handles() > before:
            raise AssertionError("a handle is left")


class ReportingCase(unittest.TestCase):
    def __call__(self, result=None):
        super().__call__(result)
        if resources():
            result.addFailure(self, (AssertionError, AssertionError("open"), None))


class TimedCase(unittest.TestCase):
    def run(self, result=None):
        started = clock()
        super().run(result)
        print(clock() - started)
