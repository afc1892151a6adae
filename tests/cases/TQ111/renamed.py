class TestCart:
    def setup(self):
        self.cart = make_cart()

    setup_method = setup

    def test_total(self):
        assert self.cart.total == 42
