def compare(got, wanted):
    if got != wanted:
        raise Exception(f"{got} is not {wanted}")


def looks_at(cart):
    return cart.total


class Driver:
    def drives(self, cart):
        assert cart.total == 6

    def idles(self, cart):
        cart.total
