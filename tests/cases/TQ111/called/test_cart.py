import base


class TestCart(base.Base):
    def setup(self):
        self.cart = 1

    def test_total(self):
        assert self.cart == 1


class TestOther:
    def setup(self):  # TQ111
        self.cart = 1

    def test_total(self):
        assert self.cart == 1


class TestShared:
    def setUp(self):
        self.cart = 1

    def test_total(self):
        assert self.cart == 1
