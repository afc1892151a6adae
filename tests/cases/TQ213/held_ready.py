from unittest import mock as m

import respx


def test_block_of_a_router():
    with respx.mock as mock:
        mock.get("https://größe.example")
        mock.not_called()
        mock.calls.called_once()


def test_router_by_another_name():
    mock = respx.mock
    assert mock.called_once


def test_block_of_a_patch():
    with m.patch("shop.mail") as mock:
        mock.called_once_with(1)  # TQ213
