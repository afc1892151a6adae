from shop import tax


class TestErrors:
    def test_zero(self):
        assert tax(0) is None


class TestTax:
    def test_ten(self):
        assert tax(10) == 2

    def test_twenty(self):
        assert tax(20) == 4

    def test_thirty(self):
        assert tax(30) == 6

    def test_forty(self):
        assert tax(40) == 8
