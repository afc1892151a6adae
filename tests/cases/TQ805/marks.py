import pytest
import pytest as pt
import pytest_asyncio
from pytest import mark

slow = pytest.mark.slow


@pytest.mark.usefixtures("db")  # TQ805
@pytest.fixture
def above():
    return 1


@pytest.fixture
@mark.slow  # TQ805
def below():
    return 1


@pt.mark.skipif(  # TQ805
    True,
    reason="x",
)
@slow  # TQ805
@pt.fixture(scope="module")
def two():
    return 1


@pytest.mark.asyncio  # TQ805
@pytest_asyncio.fixture
async def connection():
    return 1


class TestThings:
    @pytest.mark.django_db  # TQ805
    @pytest.fixture
    def own(self):
        return 1

    @pytest.mark.django_db
    def test_own(self, own):
        assert own == 1


@pytest.fixture
def plain():
    return 1
