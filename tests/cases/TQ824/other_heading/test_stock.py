import pytest

from shop import stock


@pytest.mark.nightly  # TQ824
def test_stock_is_counted():
    assert stock.count("tea") == 3
