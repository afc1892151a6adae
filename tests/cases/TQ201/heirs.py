import unittest

from shop import Till, open_till


class OpenTills:
    def test_sale(self):
        self.till.sell("apple")
        self.till.close()


class LooseTills:
    def test_sale(self):  # TQ201
        self.till.sell("apple")
        self.till.close()


class Watched(unittest.TestCase):
    def setUp(self):
        self.till = open_till()

    def tearDown(self):
        if self.till.errors:
            self.fail(self.till.errors)


class Unwatched(unittest.TestCase):
    def setUp(self):
        self.till = Till()

    def tearDown(self):
        self.till.lock()


class TestOpenTill(OpenTills, Watched):
    pass


class TestLooseTill(LooseTills, Unwatched):
    pass
