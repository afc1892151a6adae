import pytest

from tests.gathered import invoice
from tests.unit.test_users import user

pytest_plugins = ["tests.gathered"]


@pytest.fixture
def order():
    return 1


def helper():
    return 1
