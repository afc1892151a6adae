import pytest

from shop import Booking, desk


@pytest.fixture
def opened_desk():
    desk.open()
    Booking.create("ada")


@pytest.fixture
def booking():
    return Booking.create("ada")


def test_desk_opens(opened_desk):
    pass


def test_booking(booking):  # TQ202
    pass


@pytest.mark.usefixtures("opened_desk")
class TestDesk:
    def test_closed(self):  # TQ202
        pass
