import unittest

import pytest
import pytest as pt
from flaky import flaky
from tenacity import retry, stop_after_attempt

pytestmark = [pytest.mark.slow, pytest.mark.flaky(reruns=2)]  # TQ510


@pytest.mark.flaky(reruns=3)  # TQ510
def test_marked(cart):
    assert cart.total == 42


@pt.mark.usefixtures("db")
@pt.mark.flaky  # TQ510
async def test_bare_mark(cart):
    assert cart.total == "日本"


@flaky(max_runs=3)  # TQ510
def test_decorated(cart):
    assert cart.total == 42


@retry(stop=stop_after_attempt(3))  # TQ510
def test_tenacity(cart):
    assert cart.total == 42


@pytest.mark.rerun(3)  # TQ510
class TestRerun:
    @pytest.mark.retry(  # TQ510
        times=2,
    )
    def test_cart(self, cart):
        assert cart.total == 42


@flaky  # TQ510
class Case(unittest.TestCase):
    @retry_on_failure(3)  # TQ510
    def test_cart(self):
        self.assertEqual(total(), 42)


@pytest.mark.parametrize("n", [1, pytest.param(2, marks=pytest.mark.flaky)])  # TQ510
def test_case(cart, n):
    assert cart.total == n


@retry(stop=stop_after_attempt(3))
def connect():
    return 3


@pytest.mark.parametrize("retry", [1, 2])
def test_retry_of_the_product(cart, retry):
    @flaky
    def call():
        return cart.total

    assert cart.call(call, retry) == 42


@pytest.mark.xfail
def test_other_mark(cart):
    assert cart.total == 42
