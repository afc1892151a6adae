import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from booking import pricing
from booking.models import Room
from booking.pricing import PROMOTIONS, Quote, UnknownPromotion, convert, is_weekend, quote, refund, stars

MONDAY = date(2026, 3, 16)
THURSDAY = date(2026, 3, 19)


@pytest.fixture
def room():
    return Room(name="Garden", nightly_rate=Decimal("80.00"))


def test_pricing_module_is_there():
    from booking import pricing

    assert pricing is not None


def test_quote_for_weekdays(room):
    quote(room, MONDAY, THURSDAY)


def test_quote_for_weekend(room):
    pass


def test_quote_works(room):
    offer = quote(room, MONDAY, THURSDAY)
    assert offer


def test_quote_has_total(room):
    offer = quote(room, MONDAY, THURSDAY)
    assert offer is not None
    assert offer.total


def test_total_of_three_nights(room):
    offer = quote(room, MONDAY, THURSDAY)
    assert offer.total == offer.total


def test_total_is_positive(room):
    offer = quote(room, MONDAY, THURSDAY)
    assert len(str(offer.total)) >= 0


def test_currency(room):
    offer = quote(room, MONDAY, THURSDAY)
    assert offer.currency == "EUR" or "CHF"


def test_repr_of_quote():
    assert "Quote(nights=3", repr(Quote(3, Decimal("240.00"), "EUR"))


def test_quote_calls_rate(room):
    assert (quote(room, MONDAY, THURSDAY).nights, 3)


def test_weekend_days():
    assert is_weekend


def test_friday_is_weekend():
    is_weekend(date(2026, 3, 20)) == True


def test_refund_of_late_cancellation():
    with pytest.raises(ZeroDivisionError):
        stars([])
        assert refund(Decimal("240.00"), MONDAY, MONDAY) == Decimal("120.00")


def test_unknown_promotion(room):
    with pytest.raises(Exception):
        quote(room, MONDAY, THURSDAY, "SPRING99")


def test_unknown_promotion_type():
    with pytest.raises(UnknownPromotion):
        raise UnknownPromotion("no promotion is called SPRING99")


def test_promotion_must_be_known(room):
    with pytest.raises(ValueError):
        offer = quote(room, MONDAY, THURSDAY)
        total = offer.total.quantize(Decimal("1"))
        quote(room, MONDAY, THURSDAY, f"SPRING{total}")


def test_stay_ends_before_it_starts(room):
    try:
        quote(room, THURSDAY, MONDAY)
        assert False, "quote accepted a stay that ends before it starts"
    except ValueError as error:
        assert "2026" in str(error)


def test_stay_without_nights(room):
    try:
        quote(room, MONDAY, MONDAY)
    except ValueError:
        pass


def test_no_error_for_long_stay(room):
    try:
        assert quote(room, MONDAY, MONDAY + timedelta(days=60)).nights == 61
    except Exception as error:
        print(f"long stay: {error}")


def test_promotions_are_fractions():
    for code, share in PROMOTIONS.items():
        assert share < 1


def test_promotions_have_values():
    assert all(share > 0 for share in PROMOTIONS.values())


def test_average_stars():
    assert stars([5, 4, 4]) == 4.333333333333333


def test_conversion():
    amount = convert(Decimal("100.00"), "USD", {"USD": 1.1})
    assert amount == pytest.approx(110)
    assert amount == pytest.approx(110)


def test_price_text(room):
    offer = quote(room, MONDAY, THURSDAY)
    assert str(offer) == "Quote(nights=3, total=Decimal('240.00'), currency='EUR')"


def test_total_with_promotion(room):
    total = Decimal("240.00")
    discount = total * Decimal("0.10")
    total = total - discount
    assert total == Decimal("216.00")


def test_refund_rules():
    days_left = (MONDAY - date(2026, 3, 2)).days
    share = 1 if days_left >= 14 else 0.5
    assert share == 1


def test_random_rate(room):
    room.nightly_rate = Decimal(random.randint(60, 120))
    offer = quote(room, MONDAY, THURSDAY)
    assert offer.total > random.randint(50, 150)


def test_rate_of_room():
    room = Room(name="Attic", nightly_rate=Decimal("65.00"), capacity=3)
    assert room.name == "Attic"
    assert room.capacity == 3


def test_price_list(price_list):
    price_list["Cellar"] = 45
    assert len(price_list) == 3


def test_golden_quotes(room, tmp_path):
    golden = tmp_path / "quotes.txt"
    actual = "\n".join(str(quote(room, MONDAY, MONDAY + timedelta(days=n))) for n in (1, 2, 3))
    golden.write_text(actual)
    assert golden.read_text() == actual


@pytest.mark.parametrize("starts, ends, nights", [
    (MONDAY, THURSDAY, 3),
    (MONDAY, date(2026, 3, 17), 1),
    (MONDAY, THURSDAY, 3),
])
def test_nights(room, starts, ends, nights):
    assert quote(room, starts, ends).nights == nights


@pytest.mark.parametrize("code", ("SPRING10"))
def test_promotion_codes_are_upper_case(code):
    assert code.upper() == code


@pytest.mark.parametrize("promotion, expected", [
    ("SPRING10", Decimal("216.00")),
    ("LONGSTAY", Decimal("204.00")),
    ("SPRING99", UnknownPromotion),
])
def test_promotion(room, promotion, expected):
    if isinstance(expected, type):
        with pytest.raises(expected):
            quote(room, MONDAY, THURSDAY, promotion)
    else:
        assert quote(room, MONDAY, THURSDAY, promotion).total == expected


@pytest.mark.parametrize("rate, label", [(80, "garden"), (65, "attic"), (45, "cellar")])
def test_rate(rate, label):
    room = Room(name="Room", nightly_rate=Decimal(rate))
    assert quote(room, MONDAY, date(2026, 3, 17)).total == rate


def test_quote_twice(room):
    first = quote(room, MONDAY, THURSDAY)
    second = first
    assert first.total == second.total


def test_surcharge(room):
    offer = quote(room, THURSDAY, date(2026, 3, 21))
    assert offer.nights == 2 and offer.total == Decimal("176.00")


def test_surcharge_of_friday(room):
    offer = quote(room, THURSDAY, date(2026, 3, 21))
    assert offer.nights == 2 and offer.total == Decimal("176.00")


def test_settings_of_pricing():
    assert hasattr(pricing, "quote")
    assert hasattr(pricing, "refund")
