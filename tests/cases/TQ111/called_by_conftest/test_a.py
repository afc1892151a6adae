class TestCart:
    def setup(self):
        self.cart = 1

    def teardown(self):
        self.cart = 0

    def setupClass(self):  # TQ111
        self.shop = 1

    def test_total(self):
        assert self.cart == 1
