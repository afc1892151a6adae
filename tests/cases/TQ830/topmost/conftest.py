import pytest  # TQ830


@pytest.fixture
def rate():
    return 0.2
