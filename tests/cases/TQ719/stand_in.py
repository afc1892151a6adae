import sys

from shop import prices, tax


class TestPrices:
    class WithoutRates:
        def find_spec(self, name, path, target=None):
            raise ImportError(name)

    def test_without_rates(self, monkeypatch):
        monkeypatch.setattr(sys, "meta_path", [self.WithoutRates()])
        assert prices("tea") == [3]

    def test_ten(self):
        assert tax(10) == 2

    def test_twenty(self):
        assert tax(20) == 4

    def test_thirty(self):
        assert tax(30) == 6

    def test_forty(self):
        assert tax(40) == 8
