from unittest.mock import AsyncMock, MagicMock, Mock

from shop import connect, find


def test_block():
    shop = MagicMock()
    shop.__enter__.return_value.ready = True
    with shop as open_shop:
        assert open_shop.ready is True  # TQ219


def test_block_of_an_answer():
    shop = MagicMock()
    shop.till.return_value.__enter__.return_value.total.return_value = 3
    with shop.till() as größe:
        assert größe.total() == 3  # TQ219


async def test_async_block():
    shop = AsyncMock()
    shop.__aenter__.return_value = "till"
    async with shop as till:
        assert till == "till"  # TQ219


def test_method_of_a_block():
    shop = Mock()
    shop.__enter__ = Mock(return_value="till")
    shop.__exit__ = Mock(return_value=None)
    with shop as till:
        assert till == "till"  # TQ219


def test_brackets():
    shop = MagicMock()
    shop.__getitem__.return_value = 4
    assert shop["apple"] == 4  # TQ219


def test_block_holds_the_code():
    shop = MagicMock()
    shop.__enter__.return_value = connect()
    with shop as till:
        assert till.total == 3


def test_brackets_ask_the_code():
    shop = MagicMock()
    shop.__getitem__.side_effect = find
    assert shop["apple"] == 4
