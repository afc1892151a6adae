from unittest.mock import patch

from shop.jobs import run


@patch("shop.mail.send")
@patch("shop.jobs.send")
def test_both_places(a, b):
    assert run() == 3
