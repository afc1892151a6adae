import unittest
from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, create_autospec

from shop import Mailer, notify


def test_attribute():
    mailer = Mock()
    assert mailer.größe  # TQ224
    assert mailer.sent is not None  # TQ224


def test_answer():
    mailer = MagicMock()
    assert mailer.send("x")  # TQ224
    found = mailer.find("x")
    assert found.name is not None  # TQ224


async def test_async():
    mailer = AsyncMock()
    assert await mailer.send("x")  # TQ224


def test_answer_of_a_spec():
    mailer = Mock(spec=Mailer)
    assert mailer.send("x")  # TQ224
    other = create_autospec(Mailer)
    assert other.send("x")  # TQ224


class TestMailer(unittest.TestCase):
    def setUp(self):
        self.mailer = mock.Mock()

    def test_attribute(self):
        self.assertTrue(self.mailer.sent)  # TQ224
        self.assertIsNotNone(self.mailer.send("x"))  # TQ224


def test_set():
    mailer = Mock()
    mailer.sent = 3
    assert mailer.sent == 3
    mailer.send.return_value = 4
    assert mailer.send() == 4


def test_spec():
    mailer = Mock(spec=Mailer)
    assert mailer.sender
    other = Mock(spec_set=["sent"])
    assert other.sent


def test_wraps():
    mailer = Mock(wraps=Mailer())
    assert mailer.send("x")


def test_api():
    mailer = Mock()
    mailer.send("x")
    assert mailer.send.called
    assert mailer.send.call_args is not None
    assert mailer.method_calls


def test_handed_over():
    mailer = Mock()
    notify(mailer)
    assert mailer.sent
    assert notify(mailer) is mailer.send.return_value


def test_itself():
    mailer = Mock()
    assert mailer
