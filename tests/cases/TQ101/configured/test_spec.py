class CartSpec:  # TQ101
    def __init__(self):
        self.cart = 1

    def test_a(self):
        assert self.cart == 1


class TestCart:
    def __init__(self):
        self.cart = 1

    def test_a(self):
        assert self.cart == 1
