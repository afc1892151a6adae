from datetime import date
from decimal import Decimal

import pytest

from booking.models import Room
from booking.pricing import Quote, UnknownPromotion, convert, quote, refund, stars

MONDAY = date(2026, 3, 16)
THURSDAY = date(2026, 3, 19)
SATURDAY = date(2026, 3, 21)


@pytest.fixture
def room():
    return Room(name="Garden", nightly_rate=Decimal("80.00"))


def test_weekday_nights_cost_the_plain_rate(room):
    offer = quote(room, MONDAY, THURSDAY)

    expected = Quote(nights=3, total=Decimal("240.00"), currency="EUR")
    assert offer == expected


def test_weekend_night_costs_a_fifth_more(room):
    offer = quote(room, THURSDAY, SATURDAY)

    expected = Decimal("80.00") + Decimal("96.00")
    assert offer.total == expected


@pytest.mark.parametrize(
    ("promotion", "total"),
    [
        pytest.param(None, "240.00", id="none"),
        pytest.param("SPRING10", "216.00", id="a tenth off"),
        pytest.param("LONGSTAY", "204.00", id="long stay"),
    ],
)
def test_promotion_is_taken_off_the_total(room, promotion, total):
    offer = quote(room, MONDAY, THURSDAY, promotion)

    expected = Decimal(total)
    assert offer.total == expected


def test_unknown_promotion_is_refused_by_name(room):
    promotion = "SPRING99"

    with pytest.raises(UnknownPromotion, match=promotion):
        quote(room, MONDAY, THURSDAY, promotion)


def test_stay_must_end_after_it_starts(room):
    starts, ends = THURSDAY, MONDAY

    with pytest.raises(ValueError, match="2026-03-19 to 2026-03-16"):
        quote(room, starts, ends)


@pytest.mark.parametrize(
    ("today", "share"),
    [
        pytest.param(date(2026, 3, 2), "240.00", id="two weeks before"),
        pytest.param(date(2026, 3, 3), "120.00", id="a day later"),
        pytest.param(date(2026, 3, 13), "120.00", id="three days before"),
        pytest.param(date(2026, 3, 14), "0", id="too late"),
    ],
)
def test_refund_shrinks_as_the_stay_comes_near(today, share):
    back = refund(Decimal("240.00"), MONDAY, today)

    expected = Decimal(share)
    assert back == expected


def test_amount_is_converted_at_the_given_rate():
    rates = {"CHF": 0.93, "USD": 1.08}

    amount = convert(Decimal("240.00"), "USD", rates)

    assert amount == pytest.approx(259.2, rel=1e-9)


def test_average_of_stars_keeps_the_fraction():
    scores = [5, 4, 4]

    average = stars(scores)

    assert average == pytest.approx(13 / 3, rel=1e-9)
