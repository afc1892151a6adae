import pytest


@pytest.mark.asyncio
class TestStore:
    def test_empty(self, store):
        assert store.total == 0


@pytest.mark.asyncio  # TQ811
class TestShelf:
    def test_empty(self, shelf):
        assert shelf.total == 0
