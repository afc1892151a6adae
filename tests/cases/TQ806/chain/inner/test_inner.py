import pytest


@pytest.fixture(scope="module")
def rows(database, tmp_path):
    return 1


@pytest.fixture(scope="session")
def tmp_path(tmp_path):
    return tmp_path
