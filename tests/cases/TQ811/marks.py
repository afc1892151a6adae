import pytest
import trio
from hypothesis import given
from hypothesis import strategies as st
from twisted.internet.defer import inlineCallbacks


@pytest.mark.asyncio  # TQ811
def test_plain(cart):
    assert cart.total == 1


@pytest.mark.anyio  # TQ811
@pytest.mark.slow
@pytest.mark.parametrize("total", [1, 2])
def test_cases(cart, total):
    assert cart.total == total


@pytest.mark.trio  # TQ811
@given(st.integers())
def test_given(total):
    assert total


@pytest.mark.asyncio
async def test_async(cart):
    assert await cart.total() == 1


@pytest.mark.asyncio
@inlineCallbacks
def test_deferred(cart):
    assert (yield cart.total()) == 1


@pytest.mark.asyncio
class TestBoth:
    async def test_async(self, cart):
        assert await cart.total() == 1

    def test_plain(self, cart):
        assert cart.total == 1


@pytest.mark.asyncio(loop_scope="class")  # TQ811
class TestPlain:
    def test_plain(self, cart):
        assert cart.total == 1
