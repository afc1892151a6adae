import functools
from unittest import mock

import pytest
import pytest as pt
from pytest import mark

from shop import tax

CASES = pytest.mark.parametrize("amount", [1, 2])


@pytest.mark.parametrize("amount, expectd", [(1, 2)])  # TQ820
def test_string(amount, expected):
    assert tax(amount) == expected


@pt.mark.parametrize(["amount", "total"], [(1, 2)])  # TQ820
def test_list(amount):
    assert tax(amount) == 1


@mark.parametrize(argnames=("amount", "total"), argvalues=[(1, 2)])  # TQ820
async def test_keywords(amount):
    assert await tax(amount) == 1


@pytest.mark.parametrize("amount", [1])
@pytest.mark.parametrize(  # TQ820
    "rate",
    [1, 2],
)
def test_stacked(amount):
    assert tax(amount) == 1


@CASES  # TQ820
def test_bound():
    assert tax(1) == 1


@mock.patch("shop.rates")
@pytest.mark.parametrize("amount", [1])
def test_patched(rates, amount):
    assert tax(amount) == 1


def wrapped(function):
    @functools.wraps(function)
    def inner(amount):
        return function()

    return inner


@pytest.mark.parametrize("amount", [1])
@wrapped
def test_decorated():
    assert tax(1) == 1


@pytest.fixture
def cart(customer):
    return customer


@pytest.fixture
def shop(request):
    return request.getfixturevalue("country")


@pytest.mark.parametrize("customer", ["Ada"])
def test_fixture_asks(cart):
    assert cart.total == 0


@pytest.mark.parametrize("customer", ["Ada"], indirect=True)
def test_indirect_by_fixture(cart):
    assert cart.total == 0


@pytest.mark.parametrize("country", ["NL"])
def test_asked_by_value(shop):
    assert shop.total == 0


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_plugin():
    assert tax(1) == 1


@pytest.mark.parametrize("amount", [1])
@pytest.mark.usefixtures("amount")
def test_used():
    assert tax(1) == 1


@pytest.mark.parametrize("amount", [1])
def test_positional_only(amount, /, *, rate):
    assert tax(amount, rate) == 1


@pytest.mark.parametrize("amount", [1])  # TQ820
class TestTax:
    def test_takes(self, amount):
        assert tax(amount) == 1

    def test_takes_not(self):
        assert tax(1) == 1


class TestMethods:
    @pytest.mark.parametrize("amount", [1])  # TQ820
    def test_method(self):
        assert tax(1) == 1

    @pytest.mark.parametrize("amount", [1])
    @staticmethod
    def test_static(amount):
        assert tax(amount) == 1


NAMES = "amount, rate"


@pytest.mark.parametrize(NAMES, [(1, 2)])  # TQ820
def test_bound_names(amount):
    assert tax(amount) == 1


@pytest.mark.parametrize("amount", [10])  # TQ820
@mock.patch("shop.rates")
def test_filled_by_a_patch(amount):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount", [10])
@mock.patch("shop.rates")
def test_beside_a_patch(rates, amount):
    assert tax(amount) == 2


@pytest.mark.parametrize("amount", [10])
@mock.patch("shop.rates", new={})
def test_patch_with_a_value(amount):
    assert tax(amount) == 2


@mock.patch("shop.rates")
class TestPatchedRates:
    @pytest.mark.parametrize("amount", [10])  # TQ820
    def test_filled(self, amount):
        assert tax(amount) == 2

    @pytest.mark.parametrize("amount", [10])
    def test_beside(self, rates, amount):
        assert tax(amount) == 2


@pytest.fixture(autouse=True, params=["metric", "imperial"])
def units(request, monkeypatch):
    monkeypatch.setenv("UNITS", request.param)


@pytest.mark.parametrize("units", ["metric"], indirect=True)
def test_narrows_an_automatic_fixture():
    assert tax(1) == 1


@pytest.mark.parametrize("units, amount", [("metric", 1)], indirect=["units"])
@mock.patch("shop.rates")
def test_narrows_an_automatic_fixture_beside_a_patch(rates, amount):
    assert tax(amount) == 1


@pytest.fixture(params=["NL", "DE"])
def region(request, monkeypatch):
    monkeypatch.setenv("REGION", request.param)


@pytest.mark.parametrize("region", ["NL"], indirect=True)  # TQ820
def test_narrows_a_fixture_that_nobody_asks_for():
    assert tax(1) == 1


@pytest.mark.parametrize("base_url", ["https://größe.example"])
def test_configures_a_plugin(page):
    assert tax(page.goto("/")) == 1
