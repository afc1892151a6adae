from decimal import Decimal

import pytest

from booking.models import Room


@pytest.mark.parametrize("rate, nights", [("80.00", 3), ("65.00",)])
def test_rate_of_room(rate, nights):
    assert Room(name="Garden", nightly_rate=Decimal(rate)).nightly_rate * nights > 100


@pytest.mark.parametrize("capacity", [1, 2])
def test_capacity(beds):
    assert Room(name="Garden", nightly_rate=Decimal(80), capacity=beds).capacity == beds


@pytest.mark.parameterize("name", ["Garden", "Attic"])
def test_name(name):
    assert Room(name=name, nightly_rate=Decimal(80)).name == name


def test_unknown_currency():
    with pytest.raises(KeyError):
        pass


@pytest.mark.slow
@pytest.fixture
def dormitory():
    return Room(name="Dormitory", nightly_rate=Decimal(25), capacity=8)
