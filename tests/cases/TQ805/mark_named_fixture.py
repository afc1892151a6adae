import pytest


@pytest.mark.slow
@pytest.mark.fixture
def test_total():
    assert total("book") == 42
