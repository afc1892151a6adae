import pytest


@pytest.fixture
def shelf():
    return Shelf()


def pytest_generate_tests(metafunc):
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", ["a", "b"])
