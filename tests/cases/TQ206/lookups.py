import pytest


def test_unknown_key(store):
    with pytest.raises(KeyError):
        store.find("missing")
        assert store.total == 0  # TQ206


def test_unknown_of_two(store):
    with pytest.raises((KeyError, ValueError)) as caught:
        store.find("missing")
        assert caught.value.args == ("missing",)  # TQ206


def test_removed(store):
    with pytest.raises(KeyError):
        store.remove("a")
        assert store.rows["a"] == 1


def test_missing_attribute(store):
    with pytest.raises(AttributeError):
        store.refresh()
        assert store.total == 0
