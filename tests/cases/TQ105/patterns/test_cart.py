class CartSuite:
    def check_total(self):
        assert total() == 1


class CartSuite:  # TQ105
    def check_size(self):
        assert size() == 1


class OrderSuite:
    def test_total(self):
        return total()


class OrderSuite:
    def check_total(self):
        assert total() == 1
