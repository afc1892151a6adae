"""Mail to guests."""

import logging

from booking.settings import settings

log = logging.getLogger("booking.notifications")


class MailFailed(Exception):
    pass


class Mailer:
    def __init__(self, transport):
        self.transport = transport

    def send(self, to: str, subject: str, body: str) -> None:
        self.transport(settings.mail_sender, to, subject, body)


def confirmation_text(guest, booking) -> str:
    return f"Dear {guest.name or 'guest'},\nsee you on {booking.starts:%d %B %Y} for {booking.nights} nights."


def send_confirmation(mailer: Mailer, guest, booking) -> bool:
    try:
        mailer.send(guest.email, "Your booking", confirmation_text(guest, booking))
    except MailFailed:
        log.error("no confirmation for booking %s", booking.pk, exc_info=True)
        return False
    return True


def send_reminders(mailer: Mailer, bookings, guests) -> list[str]:
    reached = []
    for booking in bookings:
        guest = guests[booking.guest_pk]
        if booking.status == "confirmed":
            mailer.send(guest.email, "Your stay", confirmation_text(guest, booking))
            reached.append(guest.email)
    return reached


def export_addresses(guests, path) -> None:
    path.write_text("".join(f"{guest.email}\n" for guest in guests), encoding="utf-8")
