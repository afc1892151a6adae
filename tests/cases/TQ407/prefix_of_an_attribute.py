from unittest.mock import Mock

from shop import checkout


def test_beginning_of_a_right_word():
    gateway = Mock(return_valu=3)  # TQ407
    gateway.charge.return_value = 4
    assert checkout(gateway) == 3
