import asyncio

import pytest

from booking.live import RoomFeed


@pytest.fixture
def feed(make_guest):
    return RoomFeed({"user": make_guest(name="Ada")})


def test_guest_is_greeted_by_name(feed):
    accepted = asyncio.run(feed.connect())

    assert accepted is True
    assert feed.sent == [{"type": "hello", "user": "Ada"}]


def test_anonymous_visitor_is_refused(caplog):
    feed = RoomFeed({"user": None})

    accepted = asyncio.run(feed.connect())

    assert accepted is False
    assert feed.sent == [{"type": "error", "code": 4001}]
    assert caplog.messages == ["anonymous visitor refused"]


def test_malformed_message_is_answered_with_an_error(feed):
    text = '{"room": '

    asyncio.run(feed.receive(text))

    assert feed.sent == [{"type": "error", "code": 4000}]
