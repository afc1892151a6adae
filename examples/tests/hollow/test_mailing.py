import logging
import threading
from unittest import mock
from unittest.mock import MagicMock, Mock, call, patch

import pytest

from booking import notifications, pricing, service
from booking.models import Guest
from booking.notifications import MailFailed, Mailer, confirmation_text, export_addresses, send_confirmation, send_reminders
from tests.hollow.conftest import provider


@patch("booking.pricing.refund")
def test_refund(mock_refund):
    mock_refund.return_value = 120
    assert pricing.refund(240, None, None) == 120


def test_mailer_sends():
    mailer = Mock()
    mailer.send.return_value = True
    assert mailer.send("ada@guests.example", "Hello", "Welcome") is True


def test_confirmation_is_sent(make_guest, make_booking):
    mailer = MagicMock()
    send_confirmation(mailer, make_guest(), make_booking())
    assert mailer.send.called


def test_confirmation_arguments(make_guest, make_booking):
    mailer = MagicMock()
    send_confirmation(mailer, make_guest(), make_booking())
    args = mailer.send.call_args[0]
    assert args[0] == "ada@guests.example"
    assert mailer.send.call_args[0][1] == "Your booking"


def test_confirmation_result(make_guest, make_booking):
    mailer = MagicMock()
    result = send_confirmation(mailer, make_guest(), make_booking())
    assert mailer.sent_at is not None
    assert result


def test_failed_mail_is_logged(caplog):
    log = logging.getLogger("booking.notifications")
    with caplog.at_level(logging.ERROR):
        try:
            raise MailFailed("mailbox full")
        except MailFailed:
            log.error("no confirmation", exc_info=True)
    assert "mailbox full" in caplog.text


def test_failed_mail_returns_false(make_guest, make_booking, capsys):
    mailer = MagicMock()
    mailer.send.side_effect = MailFailed("mailbox full")
    mailer.send.return_value = None
    result = send_confirmation(mailer, make_guest(), make_booking())
    output = capsys.readouterr()
    assert result is False


def test_reminders(make_guest, make_booking):
    guest = make_guest()
    mailer = MagicMock()
    reached = send_reminders(mailer, [make_booking(guest_pk=guest.pk, status="confirmed")], {guest.pk: guest})
    for address in reached:
        assert address == "ada@guests.example"


def test_reminder_calls(make_guest, make_booking):
    guest = make_guest()
    mailer = MagicMock()
    send_reminders(mailer, [make_booking(guest_pk=guest.pk, status="held")], {guest.pk: guest})
    mailer.send.assert_has_calls([])


@patch("booking.service.refund")
@patch("booking.service.quote")
def test_cancel_uses_refund(mock_refund, mock_quote, desk, make_booking):
    booking = make_booking()
    assert desk.cancel(booking.pk) is not None


@patch("booking.pricing.quote")
def test_hold_with_patched_price(mock_quote, desk, make_room, make_guest):
    from datetime import date

    mock_quote.return_value = Mock(total=240)
    booking = service.FrontDesk.hold(desk, make_room(), make_guest(), date(2026, 3, 16), date(2026, 3, 19))
    assert booking.total == 240


@mock.patch.object(Mailer, "send", autospec=True)
@mock.patch.object(notifications, "confirmation_text", lambda *_: "text")
@mock.patch("booking.notifications.log")
@mock.patch("booking.notifications.settings")
@mock.patch("booking.service.settings")
@mock.patch("booking.service.send_confirmation", create=True)
@mock.patch("booking.pricing.settings")
def test_confirmation_in_isolation(a, b, c, d, e, send, make_guest, make_booking):
    send_confirmation(Mailer(Mock()), make_guest(), make_booking())
    send.assert_called_once()


def test_mail_is_sent_in_background(make_guest, make_booking):
    sent = []
    mailer = Mailer(lambda *letter: sent.append(letter))

    def work():
        assert send_confirmation(mailer, make_guest(), make_booking()) is True
        assert len(sent) == 1

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()


def test_two_threads_send_mail(make_guest, make_booking):
    sent = []
    mailer = Mailer(lambda *letter: sent.append(letter))
    worker = threading.Thread(target=mailer.send("ada@guests.example", "Hello", "Welcome"))
    worker.start()
    worker.join(timeout=1)
    assert len(sent) == 1


def test_transport_gets_four_values():
    patcher = patch("booking.notifications.settings", mail_sender="desk@guesthouse.example")
    patcher.start()
    transport = Mock()
    Mailer(transport).send("ada@guests.example", "Hello", "Welcome")
    assert transport.mock_calls == [call("desk@guesthouse.example", "ada@guests.example", "Hello", "Welcome")]


def test_mail_with_specced_mailer(make_guest, make_booking):
    mailer = Mock(spec="Mailer")
    guest = make_guest()
    assert confirmation_text(guest, make_booking()).startswith("Dear Ada")


def test_mailer_returns_nothing():
    transport = Mock(return_values=None, auto_spec=True)
    assert Mailer(transport).send("ada@guests.example", "Hello", "Welcome") is None


def test_export(tmp_path):
    target = "addresses.txt"
    export_addresses([Guest(email="ada@guests.example")], notifications_path(target))
    with open(target) as written:
        assert written.read() == "ada@guests.example\n"
    notifications_path(target).unlink()


def notifications_path(name):
    from pathlib import Path

    return Path(name)


def test_provider_is_mocked(provider):
    provider.status = 200
    assert provider.status == 200


@pytest.mark.flaky
def test_reminder_is_not_sent_twice(make_guest):
    mailer = Mock()
    send_reminders(mailer, [], {})
    assert mailer.send.call_count == 0
