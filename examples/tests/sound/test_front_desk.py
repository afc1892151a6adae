from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from booking.models import Booking
from booking.service import FrontDesk, RoomTaken, occupancy

MONDAY = date(2026, 3, 16)
THURSDAY = date(2026, 3, 19)


def test_hold_lasts_half_an_hour(desk, make_room, make_guest):
    noon = desk.clock()

    held = desk.hold(make_room(), make_guest(), MONDAY, THURSDAY)

    assert held.held_until == noon + timedelta(minutes=30)


def test_hold_is_stored_with_its_price(desk, make_room, make_guest):
    room = make_room(nightly_rate="90.00")

    held = desk.hold(room, make_guest(), MONDAY, THURSDAY)

    stored = Booking.objects.get(pk=held.pk)
    assert (stored.status, stored.total) == ("held", Decimal("270.00"))


def test_taken_room_cannot_be_held(desk, make_room, make_guest, make_booking):
    room = make_room()
    make_booking(room_pk=room.pk)

    with pytest.raises(RoomTaken, match="Garden is taken"):
        desk.hold(room, make_guest(), MONDAY, THURSDAY)


def test_next_guest_may_arrive_on_the_day_of_departure(desk, make_room, make_guest, make_booking):
    room = make_room()
    make_booking(room_pk=room.pk, ends=THURSDAY)

    held = desk.hold(room, make_guest(), THURSDAY, date(2026, 3, 20))

    assert held.starts == THURSDAY


def test_cancelled_booking_frees_the_room(desk, make_room, make_booking):
    room = make_room()
    booking = make_booking(room_pk=room.pk)

    desk.cancel(booking.pk)

    assert occupancy([room], MONDAY) == {"Garden": False}


def test_early_cancellation_returns_the_whole_price(desk, make_booking):
    booking = make_booking(total="240.00")

    back = desk.cancel(booking.pk)

    assert back == Decimal("240.00")


def test_cancelling_an_unknown_booking_fails(desk):
    unknown = 404

    with pytest.raises(Booking.DoesNotExist, match="0 rows of Booking"):
        desk.cancel(unknown)


def test_only_late_holds_expire(payments, mailer, make_booking):
    noon = datetime(2026, 3, 2, 12, 0)
    late = make_booking(held_until=noon - timedelta(seconds=1))
    make_booking(held_until=noon)

    expired = FrontDesk(payments, mailer, clock=lambda: noon).expire()

    assert expired == [late.pk]
