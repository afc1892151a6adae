import unittest

from shop import Basket, Cart, Parcel, User, make_cart
from shop.models import Order


def test_keywords():  # TQ235
    cart = Cart(owner="Ada", limit=3, gift=True, note=None)
    assert cart.owner == "Ada"
    assert cart.limit == 3
    assert cart.gift
    assert cart.note is None


def test_create():  # TQ235
    order = Order.objects.create(name="größe")
    assert order.name == "größe"


async def test_async():  # TQ235
    order = await Order.create(name="x")
    assert order.name == "x"


class TestCart(unittest.TestCase):
    def test_keywords(self):  # TQ235
        cart = Cart(owner="Ada")
        self.assertEqual(cart.owner, "Ada")

    def test_conversion(self):
        cart = Cart(limit="3")
        self.assertEqual(cart.limit, 3)


def test_conversion():
    cart = Cart(limit="3")
    assert cart.limit == 3


def test_default():
    cart = Cart(owner="Ada")
    assert cart.owner == "Ada"
    assert cart.limit == 5


def test_method_in_between():
    cart = Cart(owner="Ada")
    cart.save()
    assert cart.owner == "Ada"


def test_reload():
    order = Order.objects.create(name="x")
    order.refresh_from_db()
    assert order.name == "x"


def test_other_value():
    cart = Cart(owner="Ada")
    assert cart.owner == "Ada"
    assert cart.total() == 0


def test_not_a_constructor():
    cart = make_cart(owner="Ada")
    assert cart.owner == "Ada"


class Own:
    def __init__(self, owner):
        self.owner = owner.strip()


def test_logic_in_sight():
    own = Own(owner="Ada")
    assert own.owner == "Ada"


class Stamp:
    def __init__(self, **given):
        self.values = {name: round(value) for name, value in given.items()}


class Dated(Stamp):
    day = 1


class Plain:
    def __init__(self, day):
        self.day = day


class Labelled(Plain):
    label = "größe"


class Bare(Dated):
    def __init__(self, day):
        self.day = day


def test_logic_of_a_base_in_sight():
    dated = Dated(day=3)
    assert dated.day == 3


def test_base_that_only_keeps():  # TQ235
    labelled = Labelled(day=3)
    assert labelled.day == 3


def test_constructor_of_its_own_before_that_of_the_base():  # TQ235
    bare = Bare(day=3)
    assert bare.day == 3


def test_class_in_the_test():
    class Loan(Stamp):
        day = 2

    loan = Loan(day=3)
    assert loan.day == 3


def test_two_objects():
    user = User(name="Ada")
    cart = Cart(owner=user)
    assert user.name == "Ada"
    assert cart.owner == user


class TestBasket(unittest.TestCase):
    def test_most(self):
        basket = Basket(owner="Ada", limit=9)
        self.assertEqual(basket.limit, 9)

    def test_too_many(self):
        self.assertRaises(ValueError, Basket, owner="Ada", limit=10)

    def test_other(self):  # TQ235
        parcel = Parcel(owner="Ada")
        self.assertEqual(parcel.owner, "Ada")

    def test_refused_later(self):
        with self.assertRaises(ValueError):
            Parcel.load("Ada")
