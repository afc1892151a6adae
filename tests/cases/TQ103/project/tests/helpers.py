def make_cart():
    return 1


def test_client():
    return make_cart()


class CartMixin:
    def test_total(self):
        assert self.total == 1
