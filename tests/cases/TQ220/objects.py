import unittest
from unittest.mock import AsyncMock, patch

from shop import Service


def test_object():
    service = Service()
    with patch.object(service, "fetch", return_value=7):
        assert service.fetch() == 7  # TQ220


def test_mocker(mocker):
    service = Service()
    mocker.patch.object(service, "fetch", return_value=7)
    assert service.fetch() == 7  # TQ220


def test_fixture(service):
    with patch.object(service, "fetch", return_value=7):
        assert service.fetch() == 7  # TQ220


def test_another_object():
    one, other = Service(), Service()
    with patch.object(one, "fetch", return_value=7):
        assert other.fetch() == 7
        assert one.total() == 7


def test_after_the_patch():
    service = Service()
    with patch.object(service, "fetch", return_value=7):
        service.total()
    assert service.fetch() == 7


def test_wraps():
    service = Service()
    with patch.object(service, "fetch", wraps=service.fetch):
        assert service.fetch() == 7


class ServiceCase(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.service = Service()

    async def test_object(self):
        with patch.object(self.service, "fetch", new_callable=AsyncMock, return_value=7):
            result = await self.service.fetch()
        self.assertEqual(result, 7)  # TQ220
