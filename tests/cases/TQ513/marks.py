import unittest

import pytest
from pytest import mark

pytestmark = pytest.mark.order(1)  # TQ513


@pytest.mark.run(order=2)  # TQ513
@pytest.mark.slow
def test_run(cart):
    assert cart.total == 42


@mark.dependency()  # TQ513
def test_dependency(cart):
    assert cart.total == 42


@mark.dependency(depends=["test_dependency"])  # TQ513
async def test_dependent(cart):
    assert cart.total == "日本"


@pytest.mark.incremental  # TQ513
class TestSteps:
    pytestmark = [  # TQ513
        pytest.mark.slow,
        pytest.mark.order("last"),
    ]

    @pytest.mark.order(after="test_b")  # TQ513
    def test_a(self, cart):
        assert cart.total == 42


@pytest.mark.order
def test_about_orders(cart):
    assert cart.total == 42


@pytest.mark.run
def test_about_runs(cart):
    assert cart.total == 42


@pytest.mark.parametrize("order", [1, 2])
def test_parametrized(cart, order):
    assert cart.total == order
