"""What the front desk does: hold, confirm, cancel, expire."""

from datetime import datetime, timedelta
from decimal import Decimal

from booking.models import Booking, Guest, Room
from booking.notifications import send_confirmation
from booking.pricing import quote, refund
from booking.settings import settings


class RoomTaken(Exception):
    pass


class FrontDesk:
    def __init__(self, payments, mailer, clock=datetime.now):
        self.payments = payments
        self.mailer = mailer
        self.clock = clock

    def hold(self, room: Room, guest: Guest, starts, ends, promotion=None) -> Booking:
        if not is_free(room, starts, ends):
            raise RoomTaken(f"{room.name} is taken between {starts} and {ends}")
        return Booking.objects.create(
            room_pk=room.pk,
            guest_pk=guest.pk,
            starts=starts,
            ends=ends,
            total=quote(room, starts, ends, promotion).total,
            held_until=self.clock() + timedelta(minutes=settings.hold_minutes),
        )

    async def confirm(self, booking: Booking, token: str) -> str:
        reference = await self.payments.charge(booking.total, token)
        booking.status = "confirmed"
        booking.save()
        send_confirmation(self.mailer, Guest.objects.get(pk=booking.guest_pk), booking)
        return reference

    def cancel(self, pk: int) -> Decimal:
        booking = Booking.objects.get(pk=pk)
        back = refund(booking.total, booking.starts, self.clock().date())
        booking.status = "cancelled"
        booking.save()
        return back

    def expire(self) -> list[int]:
        now = self.clock()
        late = [each for each in Booking.objects.filter(status="held") if each.held_until < now]
        for booking in late:
            booking.status = "expired"
            booking.save()
        return [booking.pk for booking in late]


def is_free(room: Room, starts, ends) -> bool:
    return not any(each.overlaps(starts, ends) for each in Booking.objects.filter(room_pk=room.pk))


def occupancy(rooms, day) -> dict[str, bool]:
    return {room.name: not is_free(room, day, day + timedelta(days=1)) for room in rooms}
