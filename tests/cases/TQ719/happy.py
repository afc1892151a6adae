from shop import tax  # TQ719


class TestTax:
    def test_ten(self):
        assert tax(10) == 2

    def test_twenty(self):
        assert tax(20) == 4

    def test_thirty(self):
        assert tax(30) == 6


class TestRate:
    def test_forty(self):
        assert tax(40) == 8

    def test_fifty(self):
        assert tax(50) == 10
