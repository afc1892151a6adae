import pytest
from elsewhere.fixtures import monkeypatch


def make_folder():
    return "größe"


tmp_path = pytest.fixture(scope="session")(make_folder)


@pytest.fixture
def shop():
    return 1


@pytest.fixture
def till():
    return 1
