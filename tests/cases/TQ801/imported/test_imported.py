import conftest
import tests_fixtures as fixtures
from conftest import cart
from tests_fixtures import order as an_order
from tests_fixtures import plain


def test_imported():
    assert cart() == 1  # TQ801
    assert an_order() == 1  # TQ801
    assert plain() == 1


def test_of_a_module():
    assert conftest.cart() == 1  # TQ801
    assert fixtures.order() == 1  # TQ801
    assert fixtures.plain() == 1
