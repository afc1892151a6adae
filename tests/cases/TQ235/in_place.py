"""Objects that are read without a name, and constructors that also make what they are not given."""

import logging

from shop import Order


class Cart:
    def __init__(self, owner, größe=0):
        self.owner = owner
        self.größe = größe
        self.items = []
        self.log = logging.getLogger(__name__)


class Name:
    def __init__(self, text):
        self.text = text.strip()
        self.items = []


def test_owner():  # TQ235
    cart = Cart("Zoë")
    assert cart.owner == "Zoë"


def test_in_place():  # TQ235
    assert Order(größe=3).größe == 3
    assert Cart("Zoë").owner == "Zoë"


def test_text():
    name = Name("Zoë")
    assert name.text == "Zoë"


def test_text_in_place():
    assert Name("Zoë").text == "Zoë"


def test_other_value_in_place():
    assert Order(größe="3").größe == 3


def test_default_in_place():
    assert Order(größe=3).state == "new"
