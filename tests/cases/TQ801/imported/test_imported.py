from conftest import cart
from tests_fixtures import order as an_order
from tests_fixtures import plain


def test_imported():
    assert cart() == 1  # TQ801
    assert an_order() == 1  # TQ801
    assert plain() == 1
