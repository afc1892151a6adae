from unittest.mock import patch

import pytest
from shop import senders
from shop.senders.compiled import dispatch


@patch("shop.senders.wire.send")
@patch("shop.senders.pigeon.send")  # TQ419
def test_starred(*mocks):
    assert senders.by_wire() == 3


@patch("shop.senders.compiled.post")
@patch("shop.senders.engine.start")
@patch("shop.senders.missing.post")
def test_built(*mocks):
    assert dispatch() == 3


def test_not_yet():
    raise pytest.skip("nobody knows how")
    with patch("shop.senders.pigeon.send"):
        assert senders.by_pigeon() == 3


def test_now():
    with patch("shop.senders.pigeon.send"):  # TQ419
        assert senders.by_pigeon() == 3
