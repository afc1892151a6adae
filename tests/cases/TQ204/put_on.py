from dataclasses import dataclass
from unittest.mock import Mock

from shop import Cart, find_owner, make_user


class Box:
    """Nothing is declared here."""


class Till:
    @property
    def owner(self):
        return find_owner(self)

    @owner.setter
    def owner(self, user):
        self.user = user


@dataclass
class Drawer:
    owner: str = ""

    def __post_init__(self):
        self.owner = self.owner.title()


def test_two_names_at_once():
    first = second = make_user()
    assert first.name == second.name  # TQ204


def test_box():
    box, user = Box(), make_user()
    box.owner = user
    assert box.owner.name == user.name  # TQ204


def test_property():
    till, user = Till(), make_user()
    till.owner = user
    assert till.owner.name == user.name


def test_unknown_class():
    cart, user = Cart(), make_user()
    cart.owner = user
    assert cart.owner.name == user.name


def test_filled_in():
    drawer, user = Drawer(), make_user()
    drawer.owner = user
    drawer.close()
    assert drawer.owner.name == user.name


def test_given_away():
    box, user = Box(), make_user()
    box.owner = user
    find_owner(box)
    assert box.owner.name == user.name


def test_mock():
    mock, user = Mock(), make_user()
    mock.owner = user
    Cart(mock).pay()
    assert mock.owner.name == user.name


class TestOwn:
    def test_kept_for_later(self):
        user = make_user()
        self.größe = user
        assert self.größe.name == user.name  # TQ204

    def test_found_by_another(self):
        user = make_user()
        self.user = user
        self.look()
        assert self.user.name == user.name

    def look(self):
        self.user = find_owner(self)


def test_rebound_between():
    first = second = make_user()
    second = find_owner(first)
    assert first.name == second.name


class Label:
    def __init__(self, name):
        self.name = name

    def __set__(self, thing, value):
        thing.__dict__[self.name] = value


def test_set_after_the_look():
    label = Label("größe")

    class Shelf:
        mark = label

    shelf = Shelf()
    assert shelf.mark is label
    shelf.mark = 42
    assert shelf.mark == 42
