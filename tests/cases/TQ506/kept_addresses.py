import unittest

import requests

BASE = "https://api.github.com"


class TestPages:
    url = "https://api.github.com/größe"
    local = "http://localhost:8000"

    def test_page(self):
        assert requests.get(self.url).ok  # TQ506
        assert requests.get(self.url + "/x").ok  # TQ506
        assert requests.get(f"{self.url}/x").ok  # TQ506
        assert requests.get(self.local).ok
        assert requests.get(self.unknown).ok


class PageTests(unittest.TestCase):
    page = "https://api.github.com"

    def setUp(self):
        self.url = "https://api.github.com"
        self.page = self.server.url

    def test_page(self):
        self.assertTrue(requests.get(self.url).ok)  # TQ506
        self.assertTrue(requests.get(self.page).ok)


def test_filled_in(server):
    assert requests.get("%s/users" % BASE).ok  # TQ506
    assert requests.get("%s/users/%s" % (BASE, server.user)).ok  # TQ506
    assert requests.get("{}/users".format(BASE)).ok  # TQ506
    assert requests.get("{}/users".format(server.url)).ok
    assert requests.get("%s/users" % server.url).ok
    assert requests.get("{url}/users".format(url=server.url)).ok
