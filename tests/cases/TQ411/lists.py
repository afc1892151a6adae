import unittest
import unittest.mock
from unittest import mock as m
from unittest.mock import AsyncMock, Mock, call

from shop import checkout


def test_has_calls(mocker):
    gateway = Mock()
    checkout(gateway)
    gateway.assert_has_calls(call("é"))  # TQ411
    é = "é"; gateway.assert_has_calls(call.charge(é), any_order=True)  # TQ411
    gateway.assert_has_calls(m.call().charge(1))  # TQ411
    gateway.assert_has_calls(unittest.mock.call.charge(1))  # TQ411
    gateway.assert_has_calls([unittest.mock.call.charge(1)])
    gateway.assert_has_calls(unittest.mock.call(1).call_list())
    gateway.assert_has_calls(calls=call(1))  # TQ411
    gateway.assert_has_calls(call(1), call(2))  # TQ411
    gateway.assert_has_calls(mocker.call(1))  # TQ411
    gateway.assert_has_calls(  # TQ411
        call(1),
    )
    expected = call(3)
    gateway.assert_has_calls(expected)  # TQ411


async def test_awaits():
    sent = AsyncMock()
    await checkout(sent)
    sent.assert_has_awaits(call(1))  # TQ411
    assert sent.await_args_list == call(1)  # TQ411


def test_lists():
    gateway = Mock()
    checkout(gateway)
    assert gateway.mock_calls == call(1)  # TQ411
    assert gateway.call_args_list == call(1)  # TQ411
    assert call.charge(1) == gateway.method_calls  # TQ411
    assert gateway.charge.mock_calls != call(1)  # TQ411


class CheckoutTest(unittest.TestCase):
    def test_method(self):
        gateway = Mock()
        checkout(gateway)
        self.assertEqual(gateway.mock_calls, call(1))  # TQ411
        self.assertEqual(call(1), gateway.mock_calls)  # TQ411
        self.assertEqual(gateway.mock_calls, [call(1)])


def test_fine(calls, some):
    gateway = Mock()
    checkout(gateway)
    gateway.assert_has_calls([call(1)])
    gateway.assert_has_calls((call(1), call(2)))
    gateway.assert_has_calls(calls)
    gateway.assert_has_calls(call(1).charge(2).call_list())
    gateway.assert_has_calls([call(i) for i in range(3)])
    gateway.assert_has_calls(*some)
    gateway.assert_has_calls(some.call(1))
    gateway.assert_called_with(call(1))
    assert gateway.mock_calls == [call(1)]
    assert gateway.mock_calls[0] == call(1)
    assert gateway.call_args == call(1)
    assert call(1) in gateway.mock_calls
    assert gateway.mock_calls == call(1).charge().call_list()
    assert gateway.mock_calls == calls
