import socket
import unittest
import urllib.request
from unittest.mock import patch
from urllib.request import Request, urlopen

import aiohttp
import httpx
import pytest
import requests
import requests as rq
import responses
import respx
import vcr

BASE = "https://api.github.com"


def test_direct_calls(parse):
    requests.get("https://api.github.com/users")  # TQ506
    rq.request("GET", "http://www.python.org:8080/é")  # TQ506
    httpx.post(url="https://user:pw@pypi.org/simple")  # TQ506
    urllib.request.urlopen("http://8.8.8.8/")  # TQ506
    urlopen(Request("https://pypi.org/simple"))  # TQ506
    requests.get(BASE)  # TQ506
    requests.get(BASE + "/users")  # TQ506
    requests.get(f"{BASE}/users/{parse.name}")  # TQ506
    requests.get(f"https://pypi.org/{parse.name}")  # TQ506
    socket.create_connection(("pypi.org", 443))  # TQ506
    assert parse() == 3


def test_through_objects(parse):
    session = requests.Session()
    session.get("https://pypi.org")  # TQ506
    with httpx.Client() as client:
        client.get("https://pypi.org")  # TQ506
    with socket.socket() as sock:
        sock.connect(("pypi.org", 443))  # TQ506
    assert parse() == 3


async def test_async(parse):
    async with aiohttp.ClientSession() as session:
        async with session.get("https://pypi.org") as answer:  # TQ506
            assert answer.status == 200
    async with httpx.AsyncClient() as client:
        answer = await client.get("https://pypi.org")  # TQ506
    assert parse(answer) == 3


def test_local_and_reserved(parse, host):
    requests.get("http://localhost:8000/")
    requests.get("http://127.0.0.1:8000/")
    requests.get("http://[::1]:8000/")
    requests.get("http://0.0.0.0/")
    requests.get("http://192.168.1.1/")
    requests.get("http://10.0.0.3/")
    requests.get("http://192.0.2.1/")
    requests.get("http://example.com/")
    requests.get("https://www.example.org/x")
    requests.get("https://shop.test/")
    requests.get("https://shop.invalid")
    requests.get("http://testserver/")
    requests.get("file:///etc/hosts")
    requests.get(f"http://{host}/")
    requests.get(f"http://api.{host}/")
    requests.get("/relative")
    socket.create_connection(("localhost", 80))
    assert parse() == 3


def test_other_objects(client, session):
    client.get("https://pypi.org")
    assert session.get("https://pypi.org") == 3


def test_in_process(app, parse):
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://pypi.org")
    client.get("https://pypi.org")
    session = requests.Session()
    session.mount("https://", app)
    session.get("https://pypi.org")
    assert parse() == 3


@responses.activate
def test_responses(parse):
    responses.get("https://pypi.org", body="é")
    assert parse(requests.get("https://pypi.org")) == 3


def test_responses_as_context(parse):
    with responses.RequestsMock() as mocked:
        mocked.get("https://pypi.org")
        assert parse(requests.get("https://pypi.org")) == 3


def test_requests_mock(parse, requests_mock):
    assert parse(requests.get("https://pypi.org")) == 3


def test_httpx_mock(parse, httpx_mock):
    assert parse(httpx.get("https://pypi.org")) == 3


@vcr.use_cassette("pypi.yaml")
def test_cassette(parse):
    assert parse(requests.get("https://pypi.org")) == 3


@pytest.mark.vcr
def test_recording(parse):
    assert parse(requests.get("https://pypi.org")) == 3


def test_patched(parse):
    with patch("requests.get") as get:
        assert parse(requests.get("https://pypi.org")) is get


@pytest.mark.integration
def test_marked(parse):
    assert parse(requests.get("https://pypi.org")) == 3


@pytest.mark.e2e
class TestEndToEnd:
    def test_pypi(self, parse):
        assert parse(requests.get("https://pypi.org")) == 3


@pytest.mark.slow
def test_slow_is_no_excuse(parse):
    assert parse(requests.get("https://pypi.org")) == 3  # TQ506


def test_request_is_refused():
    with pytest.raises(requests.ConnectionError):
        requests.get("https://no-such-host.org")


def test_request_is_only_prepared(parse):
    assert parse(requests.Request("GET", "https://pypi.org")) == 3


@pytest.fixture
def page():
    return requests.get("https://pypi.org").text  # TQ506


class Case(unittest.TestCase):
    def setUp(self):
        self.session = requests.Session()
        self.page = self.session.get("https://pypi.org")  # TQ506

    def test_page(self):
        self.assertEqual(fetch(self.page), 3)


def test_through_a_proxy(parse, proxy):
    assert parse(requests.get("https://pypi.org", proxies={"https": proxy})) == 3


def test_base_of_the_client(parse):
    client = httpx.Client(base_url="https://pypi.org")
    client.get("/simple")  # TQ506
    local = httpx.Client(base_url="http://localhost:8000")
    local.get("/simple")
    assert parse() == 3


def test_router_as_context(parse):
    with respx.mock:
        assert parse(httpx.get("https://pypi.org")) == 3


def test_numeric_look_up(parse):
    assert parse(socket.getaddrinfo("1.2.3.4", 80)) == 3
    assert parse(socket.gethostbyname("pypi.org")) == 3  # TQ506


def test_url_that_is_filled_in(host):
    requests.get("https://api.github.com/users/%s" % host)  # TQ506
    requests.get("https://api.github.com/users/{}".format(host))  # TQ506
    requests.get("https://%s/users" % host)
    requests.get("https://api.{}.com/users".format(host))
    requests.get("http://localhost:{}/users".format(host))
    assert total(host) == 1


@pytest.fixture(scope="module")
def rates():
    with urlopen("https://pypi.org/rates.csv") as answer:
        return answer.read()


@pytest.fixture
def rows(rates):
    return rates.splitlines()


@pytest.mark.network
def test_first_rate(parse, rows):
    assert parse(rows[0]) == 3


@pytest.mark.internet
def test_rates(parse, rates):
    assert parse(rates) == 3


@pytest.fixture
def prices():
    with urlopen("https://pypi.org/prices.csv") as answer:  # TQ506
        return answer.read()


@pytest.mark.network
def test_prices(parse, prices):
    assert parse(prices) == 3


def test_price_of_tea(parse, prices):
    assert parse(prices, "日本") == 3
