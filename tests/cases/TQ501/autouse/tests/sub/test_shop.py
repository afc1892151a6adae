from datetime import date

from shop import Order


def test_open():
    assert Order().day == date.today()
