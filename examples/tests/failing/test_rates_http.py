import json
import urllib.request

import responses

URL = "https://rates.example/latest/EUR"


def test_latest_rates():
    responses.add(responses.GET, URL, json={"rates": {"USD": 1.08}})
    with urllib.request.urlopen(URL) as reply:
        assert json.load(reply)["rates"]["USD"] == 1.08
