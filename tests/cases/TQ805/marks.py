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


def test_mark_is_refused():
    with pytest.raises(pytest.fail.Exception, match="fixture"):

        @pytest.mark.slow
        @pytest.fixture
        def refused():
            return 1


def test_mark_warns():
    with pt.warns(pytest.PytestRemovedIn9Warning), open("log") as log:

        @pt.fixture
        @mark.slow
        def refused():
            return log


def test_local_fixture():
    with open("log") as log:

        @pytest.mark.slow  # TQ805
        @pytest.fixture
        def marked():
            return log
