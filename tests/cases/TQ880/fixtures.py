import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shop import Store


@pytest.fixture
def store():
    return Store()


@pytest.fixture(scope="module")
def shared():
    return Store()


@given(st.integers())
def test_built_in(tmp_path, number):  # TQ880
    assert Store(tmp_path).put(number) == number


@given(number=st.integers())
async def test_own(store, number):  # TQ880
    assert await store.put(number) == number


@settings(max_examples=10)
@given(number=st.integers())
def test_plugin(db, monkeypatch, number):  # TQ880
    assert Store(db).put(number) == number


class TestStore:
    @given(st.integers())
    def test_method(self, store, number):  # TQ880
        assert store.put(number) == number


@given(st.integers())
def test_shared(shared, tmp_path_factory, number):
    assert shared.put(number) == number


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers())
def test_suppressed(store, number):
    assert store.put(number) == number


@given(store=st.builds(Store))
def test_given_by_name(store):
    assert store.count() == 0


@pytest.mark.parametrize("store", [1])
@given(number=st.integers())
def test_parametrized(store, number):
    assert Store(store).put(number) == number


def test_plain(store):
    assert store.count() == 0


@given(st.integers())
@pytest.mark.usefixtures("store", "shared")
def test_used(x):  # TQ880
    assert total(x) == 42
