from unittest.mock import ANY as WHATEVER

import mock
from mock import ANY


def test_any_is_everything():
    assert ANY == object()
    assert ANY == mock.Anything
    assert mock.ANY == 3


def test_owner(cart):
    assert cart.owner == WHATEVER  # TQ205
