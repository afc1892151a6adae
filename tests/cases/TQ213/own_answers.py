from unittest.mock import Mock

from shop import Bell, Cart


def test_what_the_test_puts_there_is_no_assertion():
    bell = Mock()
    bell.called_once.return_value = True
    assert Cart(bell).is_served
    assert bell.called_once() is True


def test_a_list_of_its_own():
    till = Mock()
    till.called_with = []
    Cart(till).pay(3)
    assert till.called_with == [3]


def test_made_with_it():
    shelf = Mock(not_called=3)
    assert Cart(shelf).count == 3
    assert shelf.not_called == 3


def test_set_by_name():
    shop = Mock()
    shop.configure_mock(has_call=True)
    assert Cart(shop).is_open
    assert shop.has_call is True


def test_made_with_something_else():
    till = Mock(any_call=3)
    Cart(till).pay(3)
    assert till.once_called_with(3)  # TQ213
    assert Bell(till).any_call == 3
