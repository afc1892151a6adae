import logging

import pytest

from booking.notifications import Mailer, MailFailed, export_addresses, send_confirmation, send_reminders


class Outbox:
    """Keeps what would have been sent."""

    def __init__(self):
        self.letters = []

    def __call__(self, sender, to, subject, body):
        self.letters.append((sender, to, subject, body))


@pytest.fixture
def outbox():
    return Outbox()


def test_confirmation_names_the_first_night(outbox, make_guest, make_booking):
    guest = make_guest(email="ada@guests.example", name="Ada")

    send_confirmation(Mailer(outbox), guest, make_booking())

    body = "Dear Ada,\nsee you on 16 March 2026 for 3 nights."
    assert outbox.letters == [("stay@guesthouse.example", "ada@guests.example", "Your booking", body)]


def test_guest_without_a_name_is_addressed_politely(outbox, make_guest, make_booking):
    guest = make_guest(name="")

    send_confirmation(Mailer(outbox), guest, make_booking())

    body = outbox.letters[0][-1]
    assert body.startswith("Dear guest,\n")


def test_failed_confirmation_is_logged_with_its_cause(mailer, make_guest, make_booking, caplog):
    mailer.send.side_effect = MailFailed("mailbox full")

    with caplog.at_level(logging.ERROR, logger="booking.notifications"):
        sent = send_confirmation(mailer, make_guest(), make_booking())

    assert sent is False
    assert "mailbox full" in caplog.text


def test_reminder_goes_to_confirmed_guests_only(outbox, make_guest, make_booking):
    ada, bob = make_guest(), make_guest(email="bob@guests.example")
    bookings = [make_booking(guest_pk=ada.pk, status="confirmed"), make_booking(guest_pk=bob.pk, status="held")]

    reached = send_reminders(Mailer(outbox), bookings, {ada.pk: ada, bob.pk: bob})

    assert reached == ["ada@guests.example"]
    assert len(outbox.letters) == 1


def test_addresses_are_exported_one_a_line(tmp_path, make_guest):
    target = tmp_path / "addresses.txt"

    export_addresses([make_guest(), make_guest(email="bob@guests.example")], target)

    assert target.read_text(encoding="utf-8") == "ada@guests.example\nbob@guests.example\n"
