from support import Made


class CheckCart(Made):  # TQ101
    def test_a(self):
        assert self.cart == 1
