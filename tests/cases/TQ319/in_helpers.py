import pytest
from shop import Cart


def check_refused(price):
    with pytest.raises(ValueError) as caught:
        Cart().pay(price)
    assert "price" in str(caught)  # TQ319


def test_refused():
    check_refused(-1)
