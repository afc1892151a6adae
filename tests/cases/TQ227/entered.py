import pytest
import responses
from responses import RequestsMock

from shop import rates


@pytest.fixture
def online():
    with responses.mock:
        yield


def test_fixture(online):
    responses.add(responses.GET, "https://rates.example", json={})
    assert rates.latest() == 1


def test_own_mock():
    rsps = RequestsMock()
    rsps.add(responses.GET, "https://größe.example", json={})  # TQ227
    assert rates.latest() == 1


def test_own_mock_is_started():
    rsps = RequestsMock()
    rsps.start()
    rsps.add(responses.GET, "https://rates.example", json={})
    assert rates.latest() == 1
    rsps.stop()


def test_own_mock_is_entered():
    rsps = responses.RequestsMock()
    rsps.add(responses.GET, "https://rates.example", json={})
    with rsps:
        assert rates.latest() == 1


class TestOnline:
    @pytest.fixture(autouse=True)
    def online(self):
        with responses.mock:
            yield

    def test_latest(self):
        responses.add(responses.GET, "https://rates.example", json={})
        assert rates.latest() == 1
