from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, create_autospec

import pytest as pt
import pytest_asyncio

from shop import Gateway, real


@pt.fixture
def returned():  # TQ404
    return Mock()


@pt.fixture(scope="module")
def yielded():  # TQ404
    gateway = mock.MagicMock(return_value=3)
    gateway.name = "é"
    yield gateway
    gateway.reset_mock()


@pytest_asyncio.fixture
async def asynchronous():  # TQ404
    return AsyncMock(name="gateway")


@pt.fixture
def with_mocker(mocker):  # TQ404
    return mocker.Mock()


class TestGateway:
    @pt.fixture(name="other")
    def in_a_class(self):  # TQ404
        return MagicMock()


@pt.fixture
def by_keyword():
    return Mock(spec=Gateway)


@pt.fixture
def by_set():
    return Mock(spec_set=Gateway)


@pt.fixture
def by_position():
    return MagicMock(Gateway)


@pt.fixture
def autospecced():
    return create_autospec(Gateway)


@pt.fixture
def object_with_a_mock():
    gateway = real()
    gateway.send = Mock()
    return gateway


@pt.fixture
def nothing():
    Mock()


@pt.fixture
def unknown(**options):
    return Mock(**options)


@pt.fixture
def configured_by_a_dictionary():  # TQ404
    return Mock(**{"charge.return_value": "é"})
