import scales
from scales import Dated, Priced, expected, priced, weighed
from shop import basket

from tests.scales import Weighed


def test_objects_that_assert():
    weighed(basket.weight()) == 3
    weighed(basket.weight()) > 2
    Weighed(basket.weight()) == 3
    Dated(basket.weight()) == 3
    3 == scales.weighed(basket.weight())


def test_a_function_makes_them():
    expected(basket.weight()) == 3
    found = expected(basket.weight())
    found == 3


def test_objects_that_answer():
    Priced(basket.weight()) == 3  # TQ208
    priced(basket.weight()) == 3  # TQ208
    weighed(basket.weight()).thing == 3  # TQ208
    basket.weight() == 3  # TQ208


def test_objects_of_the_file():
    class Sure:
        def __init__(self, thing):
            self.thing = thing

    Sure(basket.weight()) == 3  # TQ208
    Certain(basket.weight()) == 3
    Certain(basket.weight()) != 3


class Certain:
    def __init__(self, thing):
        self.thing = thing

    def __eq__(self, other):
        assert self.thing == other

    def __ne__(self, other):
        assert self.thing != other
