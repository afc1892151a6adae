import pytest


@pytest.fixture
def watched():
    yield []
    _nothing_left()


def _nothing_left():
    assert True is not None


@pytest.fixture
def plain():
    return []
