"""What a mock recorded, by position."""

from unittest import mock

from shop import notify


def test_positions(send):
    notify("é", send)
    assert send.call_args[0][1] == "é"  # TQ318
    assert send.call_args[1]["to"] == "é"  # TQ318
    assert send.call_args_list[0][0][1] == "é"  # TQ318
    assert send.call_args_list[-1][1]["to"] == "é"  # TQ318
    assert send.mail.call_args[-1] == {}  # TQ318
    sent = send.call_args[0][0]  # TQ318
    assert sent == "é"
    call = send.call_args
    assert call[0][0] == "é"  # TQ318
    first = send.call_args_list[0]
    assert first[1] == {}  # TQ318


async def test_awaited(send):
    await notify("é", send)
    assert send.await_args[0][0] == "é"  # TQ318
    assert send.await_args_list[0][1] == {}  # TQ318


class TestNotify:
    def test_method(self):
        with mock.patch("shop.send") as send:
            notify("é")
        assert send.call_args[0] == ("é",)  # TQ318


def test_names(send):
    notify("é", send)
    assert send.call_args.args[1] == "é"
    assert send.call_args.kwargs["to"] == "é"
    assert send.call_args_list[0].args == ("é",)
    assert send.call_args_list[0] == mock.call("é")
    args, kwargs = send.call_args
    assert args[0] == "é"
    assert kwargs["to"] == "é"
    assert send.call_args_list[1:] == []
    calls = send.call_args_list
    assert calls[0] == mock.call("é")
    assert send.calls[0][1] == "é"
