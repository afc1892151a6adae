import pytest


@pytest.fixture(scope="session")
def database():
    return 1


@pytest.fixture(scope="session")
def tmp_path(tmp_path_factory):
    return tmp_path_factory.mktemp("x")
