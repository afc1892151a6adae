from shop import debug


class TestModule:
    def tests(self):
        return {"even": lambda number: number % 2 == 0}


class TestCart:
    def tests(self):  # TQ710
        assert total() == 1


def test_1(cart):  # TQ710
    assert cart.total == 1


def test_404(cart):  # TQ710
    assert cart.total == 1


def test_it_works(cart):  # TQ710
    assert cart.total == 1


def test_total(cart):
    assert cart.total == 1


def test_basic_functionality(shop):  # TQ710
    assert shop.price("tea") == 3


def test_search_functionality(shop):
    assert shop.search("tea") == ["tea"]


def test_sample():
    assert debug.sample("größe") == ["g"]


def test_simple():  # TQ710
    assert debug.sample("größe") == ["g"]


def test_foo():  # TQ710
    assert debug.foo("größe") == ["g"]


def test_main(main):  # TQ710
    assert main("größe") == 0
