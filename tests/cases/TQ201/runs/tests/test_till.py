from till import Till

from tests.cases import LeakCase, ReportingCase, TimedCase


class TestTill(LeakCase):
    def test_open(self):
        till = Till("größe")
        till.open()


class TestReportedTill(ReportingCase):
    def test_open(self):
        till = Till("größe")
        till.open()


class TestTimedTill(TimedCase):
    def test_open(self):  # TQ201
        till = Till("größe")
        till.open()


class TestRunner:
    def run(self, number):
        assert Till(number).open() == number

    def test_open(self):  # TQ201
        till = Till("größe")
        till.open()
