from unittest.mock import MagicMock, Mock, PropertyMock

from shop import Cart


def test_by_names_in_a_loop():
    cart = Mock()
    for name in ("größe", "total"):
        setattr(cart, name, 3)
    assert cart.total


def test_on_its_class():
    cart = Mock()
    type(cart).total = PropertyMock(return_value=3)
    assert cart.total


def make_cart(**given):
    return Mock(**given)


def test_by_keywords():
    cart = make_cart(total=3)
    assert cart.total


def test_attached():
    cart, line = Mock(), Mock(price=3)
    cart.attach_mock(line, "line")
    assert cart.line
    assert cart.line.price == 3
    assert cart.line.größe  # TQ224


def test_by_one_name():
    cart = Mock()
    setattr(cart, "total", 3)
    assert cart.total
    assert cart.price  # TQ224


def test_on_another():
    cart, other = Mock(), Mock()
    type(other).total = PropertyMock(return_value=3)
    assert cart.total  # TQ224
    assert Cart(other).total


def test_in_a_block():
    cart = MagicMock()
    cart.__enter__.return_value.total = 3
    with cart as entered:
        assert entered.total
        assert entered.price  # TQ224


def test_in_brackets():
    cart = MagicMock()
    cart.__getitem__.return_value = 3
    assert cart["apple"]
