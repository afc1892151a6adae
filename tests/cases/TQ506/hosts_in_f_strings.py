import requests

from shop import names

HOST = "api.github.com"
LOCAL = "shop.localhost"


def test_path_behind():
    assert requests.get(f"https://{HOST}/é").ok  # TQ506


def test_port_behind():
    host = "pypi.org"
    assert requests.get(f"https://{host}:{8443}/simple").ok  # TQ506


def test_nothing_behind():
    assert requests.get(f"https://{HOST}").ok  # TQ506


def test_local():
    assert requests.get(f"http://{LOCAL}/a").ok


def test_more_of_the_name_behind():
    assert requests.get(f"https://{HOST}.test/a").ok
    assert requests.get(f"https://{HOST}{names.end}/a").ok


def test_of_the_product():
    assert requests.get(f"https://{names.host}/a").ok
