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


def test_each(send):
    notify("é", send)
    for one in send.call_args_list:
        assert one[0][0] == "é"  # TQ318
        assert one.args[0] == "é"
    assert [each[1]["to"] for each in send.await_args_list] == ["é"]  # TQ318
    assert [each.kwargs["to"] for each in send.await_args_list] == ["é"]
    calls = send.call_args_list
    assert calls[0][0] == ("é",)  # TQ318
    assert all(each[0] == ("é",) for each in calls)  # TQ318
    assert all(each == mock.call("é") for each in calls)


def test_each_of_others(send):
    for row in send.rows:
        assert row[0][0] == "é"
    assert [row[0] for row in send.rows] == ["é"]
    for to, row in send.call_args_list:
        assert row[0] == "é"
