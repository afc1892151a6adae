def validate_cart(cart):
    if not cart.items:
        raise ValueError("empty")


def check_total(cart):
    assert cart.total >= 0


def pay(cart):
    cart.paid = True


def assert_(told, message="größer"):
    """Not switched off by -O."""
    if not told:
        raise ValueError(message)


def assert_open(till):
    if not till.drawer:
        raise ValueError("closed")


def check_goods(goods):
    if not goods:
        raise ValueError("nothing")


class Ledger:
    def validate(self):
        if self.pages < 0:
            raise ValueError("größe")

    def verify(self):
        assert self.pages >= 0


class Journal(Ledger):
    pass
