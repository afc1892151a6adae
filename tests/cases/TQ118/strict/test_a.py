import pytest


@pytest.mark.xfail(reason="known")
def test_total():
    assert total() == 1
