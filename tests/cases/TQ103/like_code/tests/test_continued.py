from tests import \
    folded, \
    wrapped
from tests import (  # some (of many)
    first,
    # (and another one)
    second as other,
)


def test_all():
    assert first(1) == other(folded) == wrapped
