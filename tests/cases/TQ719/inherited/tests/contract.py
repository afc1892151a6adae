import pytest


class RateContract:
    def test_zero(self):
        with pytest.raises(LookupError):
            self.table.rate(0)


class PriceContract:
    def test_none(self):
        assert self.table.price(0) == 0
