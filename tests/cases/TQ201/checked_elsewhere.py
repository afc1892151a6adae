import unittest

import requests
import responses
from responses import matchers
from responses.matchers import header_matcher
from shop import KeyAuth


def test_key_is_sent(mocked):
    mocked.get("http://shop", match=[header_matcher({"X-Key": "größe"})])
    requests.get("http://shop", auth=KeyAuth("größe"))


@responses.activate
def test_key_is_asked_for():
    responses.get("http://shop", match=[matchers.query_param_matcher({"key": "größe"})])
    requests.get("http://shop", params={"key": "größe"})


@responses.activate
def test_shop_is_asked():  # TQ201
    responses.get("http://shop", json={})
    requests.get("http://shop", auth=KeyAuth("größe"))


def test_speed_of_a_request(bench_shop):
    bench_shop("request")


def test_speed_on_a_bench(benches):  # TQ201
    benches("request")


class LampTest(unittest.TestCase):
    def setUp(self):
        self.lamp = KeyAuth("größe")
        self.addCleanup(self.look)

    def look(self):
        assert self.lamp.is_dark

    def test_lamp(self):
        self.lamp.dim()


class HeldLampTest(unittest.TestCase):
    def setUp(self):
        self.lamp = KeyAuth("größe")
        self.addCleanup(self.assertEqual, self.lamp.size, 3)

    def test_lamp(self):
        self.lamp.dim()


class ClosedLampTest(unittest.TestCase):
    def setUp(self):
        self.lamp = KeyAuth("größe")
        self.addCleanup(self.lamp.close)

    def test_lamp(self):  # TQ201
        self.lamp.dim()
