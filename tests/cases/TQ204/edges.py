import unittest


def make_user():
    from shop import User

    return User("Ada")


def test_same_words(cart, x, d):
    assert x == x  # TQ204
    assert cart.total == cart.total  # TQ204
    assert x is x  # TQ204
    assert d["größe"] == d["größe"]  # TQ204
    assert (  # TQ204
        cart.owner.name
        == cart.owner.name
    )
    assert x + 1 == x + 1  # TQ204


def test_two_calls(cart, f):
    assert f() == f()
    assert f() is f()
    assert cart.total() == cart.total()
    assert cart.total == cart.old_total
    assert cart.items[0] == cart.items[1]
    assert cart.total != cart.old_total


def test_part_is_kept(response):
    assert response.selector is response.selector


def test_two_names_of_one_thing():
    user = make_user()
    other = user
    assert other.id == user.id  # TQ204
    assert other is user  # TQ204
    scope = {"user": user}
    found = scope["user"]
    assert found.id == user.id  # TQ204
    assert scope.get("user") is user  # TQ204
    again = scope.get("user")
    assert again.name == user.name  # TQ204


def test_two_reads_at_two_times(cart):
    before = cart.total
    cart.add("apple")
    assert cart.total == before
    after = cart.total
    assert after == cart.total


def test_equality(x):
    assert x == x


def test_hash_of_user(x):
    assert hash(x) == hash(x)
    assert x == x


def test_not_a_number_is_not_itself(x):
    """nan is not equal to itself."""
    assert not x == x


def test_also_meets_unequal(x, y):
    assert x == x
    assert x != y


class Handler:
    def __init__(self):
        self.scope = None


class TestScope(unittest.TestCase):
    def setUp(self):
        self.handler = Handler()

    def test_total(self):
        self.assertEqual(self.cart.total, self.cart.total)  # TQ204
        self.assertIs(self.handler, self.handler)  # TQ204
        self.assertTrue(self.cart.total == self.cart.total)  # TQ204
        self.assertEqual(self.cart.total(), self.cart.total())

    def test_scope_carries_user(self):
        user = make_user()
        self.handler.scope = {"user": user}
        found = self.handler.scope["user"]
        assert found.id == user.id  # TQ204

    async def test_scope_carries_user_async(self):
        user = await make_user()
        self.handler.scope = {"user": user}
        found = self.handler.scope["user"]
        self.assertEqual(found.id, user.id)  # TQ204


async def test_async_alias(client):
    user = await client.user()
    same = user
    assert same.name == user.name  # TQ204


class Paid:
    rate = Rate(2)
    share = dataclasses.field(default=1)
    name = "paid"

    @property
    def content(self):
        return next(self.parts)

    def total(self):
        return 1


def test_attributes_that_are_made_at_each_read():
    paid = Paid()
    assert paid.content == paid.content
    assert paid.total == paid.total
    assert paid.rate == paid.rate
    assert Paid.rate == Paid.rate
    assert paid.share == paid.share  # TQ204
    assert paid.name == paid.name  # TQ204


def test_every_operation_of_a_mapping(config):
    assert dir(config) == []
    assert len(config) == 0
    assert "x" not in config
    assert config == config


def test_size_of_a_mapping(config):
    assert len(config) == 0
    assert config == config  # TQ204


def test_unequal_in_other_words(first, second, third, fourth):
    assert not (first == second)
    assert first == first
    assert (third == second) is False
    assert third == third
    assert fourth == second
    assert fourth == fourth  # TQ204


def test_products(a, b, c):
    assert a * b != b * a
    assert a / (1 + a) == a / (1 + a)
    assert c / (1 + c) == c / (1 + c)  # TQ204


class TestShelf(unittest.TestCase):
    def test_unequal(self):
        self.assertFalse(self.shelf == self.other)
        self.assertEqual(self.shelf, self.shelf)

    @unittest.expectedFailure
    def test_unexpected_success(self):
        self.assertEqual(1, 1)


def test_two_places_of_one_thing():
    user = make_user()
    pair = (user, 1)
    found, _ = pair
    assert found.email == user.email  # TQ204
    users = [user]
    assert users[0] is user  # TQ204
    scope = {"user": user}
    assert scope["user"].id == user.id  # TQ204
    assert user.id and user.name == user.name  # TQ204
    assert user.id and user.name == user.login


def test_part_of_another(first, second):
    users = [first, second]
    assert users[1].id != first.id
    assert users[1].id == first.id + 1
    one, other = first, second
    assert one.id == other.id


class TestParts(unittest.TestCase):
    def test_part_is_kept(self):
        self.assertIs(self.response.selector, self.response.selector)
        self.assertIs(self.selector, self.selector)


def test_point():
    """Points are equal to themselves."""
    point = make_user()
    assert point == point


def test_row():
    """Equality is by name."""
    row = make_user()
    assert row == row


def test_key():
    """Keys hash alike."""
    key = make_user()
    assert key == key


class TestUnsetHandler:
    def test_scope_carries_user(self):
        user = make_user()
        self.handler.scope = {"user": user}
        found = self.handler.scope["user"]
        assert found.id == user.id  # TQ204


def test_constants(cart):
    assert cart.total() == 3
    assert None is None  # TQ204
    assert 1 == 1  # TQ204


def test_both_signs(everything):
    assert everything >= everything and everything <= everything


def test_one_sign(everything):
    assert everything >= everything  # TQ204


def test_bound_on_the_way():
    user = load_user()
    if (other := user) is not None:
        assert other.id == user.id  # TQ204


def test_loaded_on_the_way():
    user = load_user()
    if (other := load_user()) is not None:
        assert other.id == user.id


def test_each_of_some():
    user = load_user()
    assert all(other.id == user.id for other in load_users())
