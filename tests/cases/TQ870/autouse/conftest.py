import pytest


@pytest.fixture(autouse=True)
def everywhere(db):
    pass
