import pytest
import pytest_asyncio


def decide(fixture_name, config):
    return "session"


SCOPE = "session"


@pytest.fixture
def function():
    return 1


@pytest.fixture(scope="class")
def of_class():
    return 1


@pytest.fixture(scope="module")
def of_module(of_class):  # TQ806
    return 1


@pytest.fixture("session")
def positional(function):  # TQ806
    return 1


@pytest.fixture(scope="session")
def built_in(monkeypatch):  # TQ806
    return 1


@pytest.fixture(scope="package")
def package(*, tmp_path):  # TQ806
    return 1


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def connection(function):  # TQ806
    return 1


@pytest.fixture(scope=decide)
def dynamic(function):
    return 1


@pytest.fixture(scope=SCOPE)
def named(function):
    return 1


@pytest.fixture(scope="session")
def of_dynamic(dynamic):
    return 1


@pytest.fixture(scope="session")
def fitting(tmp_path_factory, request, pytestconfig, unknown, default=function):
    return 1


@pytest.fixture(scope="class")
def wider(of_module):
    return 1


@pytest.fixture(scope="module", name="renamed")
def other_name(function):  # TQ806
    return 1


class TestThings:
    @pytest.fixture(scope="class")
    def own(self, function):  # TQ806
        return 1

    @pytest.fixture(scope="class")
    def fitting(self, of_class, of_module):
        return 1


@pytest.fixture(scope="module")
def fetched(request):  # TQ806
    """Fetched by name."""
    return request.getfixturevalue("function")


@pytest.fixture(scope="module")
def fetched_later(request):  # TQ806
    size = 3
    value = request.getfixturevalue("tmp_path")
    return size, value


@pytest.fixture(scope="module")
def perhaps_fetched(request):
    if decide(request, 1):
        return request.getfixturevalue("function")
    return None


@pytest.fixture(scope="module")
def perhaps_not_reached(request):
    if decide(request, 1):
        return None
    return request.getfixturevalue("function")


@pytest.fixture(scope="module")
def fetched_wider(request):
    return request.getfixturevalue("tmp_path_factory")
