import pytest
import pytest_asyncio
from pytest import fixture


@pytest.fixture
async def plain():
    return 1


@fixture(scope="module")
async def generator():
    yield 1


@pytest_asyncio.fixture
async def managed():
    return 1


@pytest.fixture
def sync():
    return 1


class TestThings:
    @pytest.fixture
    async def own(self):
        return 1

    def test_own(self, own):  # TQ804
        assert own == 1


def test_plain(plain):  # TQ804
    assert plain == 1


async def test_async(plain):
    assert plain == 1


def test_managed(managed, sync):
    assert managed == sync


@pytest.mark.parametrize("plain", [1])
def test_overridden(plain):
    assert plain == 1


@pytest.mark.usefixtures("plain")
def test_used():  # TQ804
    assert find("book").total == 1
