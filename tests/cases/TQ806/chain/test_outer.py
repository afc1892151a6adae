import pytest


@pytest.fixture(scope="module")
def rows(database):
    return 1


@pytest.fixture(scope="module")
def database(database):  # TQ806
    return database
