import unittest

import httpretty
import pytest
import requests_mock
import responses
from responses import RequestsMock

from shop import rates


def test_responses():
    responses.add(responses.GET, "https://größe.example", json={})  # TQ227
    responses.get("https://größe.example", json={})  # TQ227
    assert rates.latest() == 1


def test_httpretty():
    httpretty.register_uri(httpretty.GET, "https://rates.example")  # TQ227
    assert rates.latest() == 1


def test_mocker():
    mock = requests_mock.Mocker()
    mock.get("https://rates.example", text="1")  # TQ227
    assert rates.latest() == 1


class RatesTest(unittest.TestCase):
    def test_case(self):
        responses.add(responses.GET, "https://rates.example")  # TQ227
        self.assertEqual(rates.latest(), 1)


# ------------------------------------------------------------ silent


@responses.activate
def test_activated():
    responses.add(responses.GET, "https://rates.example", json={})
    assert rates.latest() == 1


@httpretty.activate
def test_pretty_activated():
    httpretty.register_uri(httpretty.GET, "https://rates.example")
    assert rates.latest() == 1


def test_with():
    with responses.RequestsMock() as rsps:
        rsps.add(responses.GET, "https://rates.example")
        assert rates.latest() == 1
    with httpretty.enabled():
        httpretty.register_uri(httpretty.GET, "https://rates.example")
        assert rates.latest() == 1


def test_started():
    responses.start()
    responses.add(responses.GET, "https://rates.example")
    assert rates.latest() == 1
    responses.stop()


@pytest.fixture
def answers():
    with RequestsMock() as rsps:
        yield rsps


def test_fixture(answers):
    responses.add(responses.GET, "https://rates.example")
    assert rates.latest() == 1


def test_unknown_fixture(mocked_responses):
    responses.add(responses.GET, "https://rates.example")
    assert rates.latest() == 1


def test_entered():
    with requests_mock.Mocker() as mock:
        mock.get("https://rates.example", text="1")
        assert rates.latest() == 1
    other = requests_mock.Mocker()
    other.get("https://rates.example", text="1")
    with other:
        assert rates.latest() == 1
    third = requests_mock.Mocker()
    third.start()
    third.get("https://rates.example", text="1")


class StartedTest(unittest.TestCase):
    def setUp(self):
        responses.start()

    def test_case(self):
        responses.add(responses.GET, "https://rates.example")
        self.assertEqual(rates.latest(), 1)


def test_activated_inside():
    @responses.activate
    def ask():
        responses.add(responses.GET, "https://rates.example", json={"rate": 2})
        assert rates.latest() == 2

    ask()


def test_plain_function_inside():
    def ask():
        responses.add(responses.GET, "https://rates.example", json={"rate": 2})  # TQ227
        assert rates.latest() == 2

    ask()
