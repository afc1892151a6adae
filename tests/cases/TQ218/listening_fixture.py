import sys

import pytest

from shop import open_shop


@pytest.fixture
def touched():
    seen = []

    def hook(event, arguments):
        seen.append(event)

    sys.addaudithook(hook)
    return seen


def test_a_fixture_may_listen_to_the_product(touched):
    open_shop("tests")
    asked = set(touched)
    assert asked <= {"getcwd"}
