from unittest.mock import MagicMock

till = MagicMock()


def validate_till(cart):
    if till.is_closed(cart):
        raise ValueError("closed")
