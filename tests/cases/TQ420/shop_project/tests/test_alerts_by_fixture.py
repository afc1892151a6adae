from unittest.mock import patch

import pytest

from shop.alerts import alert


@pytest.fixture(autouse=True)
def copy():
    with patch("shop.alerts.text", return_value=3) as text:
        yield text


@patch("shop.sms.text", return_value=3)
def test_a_fixture_patches_the_copy(text):
    assert alert(1) == 3
