import pytest


@pytest.fixture
def database():
    return 1


@pytest.fixture(scope="session")
def settings(database):  # TQ806
    return 1
