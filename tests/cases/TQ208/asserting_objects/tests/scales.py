class Weighed:
    def __init__(self, thing):
        self.thing = thing

    def __eq__(self, other):
        if self.thing != other:
            raise AssertionError(f"{self.thing!r} is no {other!r}")

    def __gt__(self, other):
        assert self.thing > other


class Dated(Weighed):
    pass


class Priced:
    def __init__(self, thing):
        self.thing = thing

    def __eq__(self, other):
        if not isinstance(other, Priced):
            raise TypeError("no price")
        return self.thing == other.thing


weighed = Weighed


def expected(thing):
    return Dated(thing)


def priced(thing):
    return Priced(thing)
