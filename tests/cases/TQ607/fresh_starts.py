import billing.service
import pytest
from billing import _options, orders
from billing.doubles import Recorder

from tests.shop import Options


@pytest.fixture
def fresh_options():
    billing.options = _options.Options()


@pytest.fixture
def given_options():
    billing.options = _options.Options("strict")  # TQ607
    return billing.options


@pytest.fixture
def recorded():
    billing.service.ledger = Recorder()  # TQ607
    return billing.service.ledger


@pytest.fixture
def own_options():
    billing.options = Options()  # TQ607
    return billing.options


def test_options():
    billing.options = _options.Options()  # TQ607
    assert orders.place() == "ok"
