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


@pytest.fixture
def served_desk():
    desk.open()
    desk.serve("ada")
    return desk


@pytest.fixture
def shut_desk():
    desk.shut()
    return desk


@pytest.fixture
def closing_desk():
    yield desk
    desk.close()


def test_serving(served_desk):
    # serving does not raise anything
    pass


def test_shutting(shut_desk):  # TQ202
    # shut first, look later
    pass


def test_closing(closing_desk):  # TQ202
    # closing does not raise anything
    pass


class TestDouble:
    def test_price(self):
        """Priced by the day."""


class TestSpare:
    def test_price(self):  # TQ202
        """Priced by the day."""


@pytest.fixture
def described():
    return desk.describe(TestDouble)


def test_description(described):
    assert described == ["Priced by the day."]
