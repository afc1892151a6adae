import pytest
from elsewhere import app, register


def check_total(cart):  # TQ113
    assert cart.total == "日本"


async def verify(cart):  # TQ113
    pytest.fail(await cart.total())


def check_itself(cart):  # TQ113
    assert cart.total == 1
    check_itself(cart.rest)


def check_used(cart):
    assert cart.total == 1


def check_passed(cart):
    assert cart.total == 1


def check_named(cart):
    assert cart.total == 1


CHECKS = [check_passed, "check_named"]


def test_total(cart):
    check_used(cart)


def tets_total(cart):
    assert cart.total == 1


def helper(cart):
    return cart.total


@pytest.fixture
def cart():
    assert total() == 1


@register
def check_registered(cart):
    assert cart.total == 1


def setup_module(module):
    assert total() == 1


def pytest_generate_tests(metafunc):
    assert metafunc


class Checks:
    def check_method(self):
        assert total() == 1


def load_tests(loader, tests, pattern):
    assert tests.countTestCases()
    return tests


def describe_cart():
    def adds_prices(cart):
        assert cart.total == 1

    def shows_größe(cart):
        assert cart.size == 2


def describe_total(cart):  # TQ113
    assert cart.total == 1
