"""What is set up in a block that holds the act and the assertion is set-up too."""

from unittest import mock

import pytest
from shop import Shop


def test_set_up_in_a_block():  # TQ707
    with mock.patch("shop.charge") as charge, mock.patch("shop.mail"):
        charge.return_value = 1
        shop = Shop()
        shop.name = "größe"
        shop.city = "Rome"
        shop.code = 3
        shop.tax = 1
        shop.size = 2
        shop.colour = "red"
        shop.label = "sea"
        shop.owner = "Ann"
        shop.kind = 5
        bill = shop.checkout()
        assert bill.total == 3


async def test_set_up_before_and_in_blocks(client):  # TQ707
    shop = Shop()
    shop.name = "größe"
    shop.city = "Rome"
    shop.code = 3
    shop.tax = 1
    async with client:
        shop.size = 2
        shop.colour = "red"
        with mock.patch("shop.charge") as charge:
            charge.return_value = 1
            shop.label = "sea"
            shop.owner = "Ann"
            shop.kind = 5
            assert await shop.checkout() == 3


def test_ten_in_a_block():
    with mock.patch("shop.charge") as charge:
        charge.return_value = 1
        shop = Shop()
        shop.name = "größe"
        shop.city = "Rome"
        shop.code = 3
        shop.tax = 1
        shop.size = 2
        shop.colour = "red"
        shop.label = "sea"
        shop.owner = "Ann"
        bill = shop.checkout()
        assert bill.total == 3


def test_read_in_a_block():
    with mock.patch("shop.charge"):
        bill = Shop().checkout()
        total = bill.total
        first = bill.lines[0]
        second = bill.lines[1]
        rest = total - first.price
        name = first.name
        other = second.name
        city = bill.city
        code = bill.code
        tax = bill.tax
        size = bill.size
        text = f"{name} {other} {city} {code} {tax} {size}"
        assert rest == len(text)


def test_refused_in_a_block():
    shop = Shop()
    with mock.patch("shop.charge") as charge:
        charge.return_value = 1
        with pytest.raises(LookupError):
            shop.checkout()
