import pytest


@pytest.mark.xfail(reason="known")
def test_total():
    assert total() == 1


@pytest.mark.xfail(strict=False)  # TQ118
def test_tax():
    assert tax() == 1


@pytest.mark.xfail(strict=False, reason="fails on two of our machines")
def test_sum():
    assert tax() == 2
