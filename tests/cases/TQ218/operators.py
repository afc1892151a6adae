from unittest.mock import MagicMock

from shop import find, total


def test_block_holds_the_code():
    shop = MagicMock()
    shop.__enter__.return_value = find("apple")
    with shop as apple:
        assert apple == 3


def test_operator_gives_what_the_code_gave():
    shop = MagicMock()
    shop.__add__.return_value = total("größe")
    assert shop + 1 == 3


def test_loop_over_what_the_code_gave():
    shop = MagicMock()
    shop.__iter__.return_value = iter(find("apples"))
    assert [apple for apple in shop] == [3]


def test_own_answer():  # TQ218
    shop = MagicMock()
    shop.__contains__.return_value = True
    assert "apple" in shop
