from unittest.mock import patch

from shop import prices, records, run
from shop.prices.tags import Label, Small, Tag


@patch("shop.records.Invoice")
@patch.object(records, "Invoice")
def test_registered_by_another_file(first, second):
    assert run() == 3


@patch.object(prices, "GROSS", 5)
@patch.object(prices, "TAX", 5)
@patch("shop.prices.NET", 5)
def test_set_by_its_name():
    assert run() == 3


@patch.object(prices, "Invoice", 5)  # TQ419
@patch("shop.prices.TARA", 5)  # TQ419
@patch("shop.records.invoice.Order", 5)  # TQ419
def test_nobody_sets_it():
    assert run() == 3


@patch.object(Tag, "colour", "blue")
@patch("shop.prices.tags.Small.colour", "blue")
@patch.object(Label, "colour", "blue")
def test_class_is_given_it():
    assert run() == 3


@patch.object(Tag, "shape", "round")  # TQ419
@patch.object(Small, "shape", "round")  # TQ419
@patch("shop.prices.tags.Small.width", 3)  # TQ419
def test_nobody_gives_it_to_the_class():
    assert run() == 3
