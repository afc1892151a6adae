import pytest

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]  # TQ811


def test_plain(cart):
    assert cart.total == 1
