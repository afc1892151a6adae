from shop import Table

from .contract import RateContract


class TestRates(RateContract):
    table = Table()

    def test_ten(self):
        assert self.table.tax(10) == 2

    def test_twenty(self):
        assert self.table.tax(20) == 4

    def test_thirty(self):
        assert self.table.tax(30) == 6

    def test_forty(self):
        assert self.table.tax(40) == 8

    def test_fifty(self):
        assert self.table.tax(50) == 10
