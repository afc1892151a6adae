from tests import shared
from tests import (
    listed,
    other,
)


def test_total():
    assert shared.test_total() is None
