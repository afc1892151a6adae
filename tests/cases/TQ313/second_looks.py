"""Assertions whose second time may be the test, and those beside them that only repeat."""

from shop import Cart, Order, describe, pay, queries


def test_queries_do_not_mutate():
    cart = Cart("é")
    assert cart.sizes == [1, 2]
    # Joined carts don't mutate.
    assert cart.sizes == [1, 2]
    assert cart.owners == ["é"]
    # The owners of the cart.
    assert cart.owners == ["é"]  # TQ313


def test_query_is_asked_twice():
    orders = Order.objects.all()
    assert not orders
    assert not orders


def test_property_is_kept():
    cart = Cart("é")
    assert cart.pool is cart.shop.pool
    assert cart.pool is cart.shop.pool
    assert cart.paid is True
    assert cart.paid is True  # TQ313


def test_comparing_warns_of_nothing(recwarn):
    first, second = Cart("é"), Cart("é")
    assert first == second
    assert len(recwarn) == 0
    assert second == first
    assert len(recwarn) == 0


def test_one_warning(recwarn):
    Cart("é")
    assert len(recwarn) == 1
    assert len(recwarn) == 1  # TQ313


def test_showing_changes_nothing():
    first, second, third = Cart("é"), Cart("é"), Cart("ü")
    assert first == second
    assert repr(first) == "Cart('é')"
    assert first == second
    assert first != third
    assert repr(second) == "Cart('é')"
    assert first != third  # TQ313


def test_comparison_slipped_into_the_message():
    cart = Cart("é")
    assert cart, describe(cart == "é")
    assert cart, pay(cart) == 3
    assert cart.size == 3, "wide"
    assert cart.size == 3, "deep"  # TQ313


def test_row_is_asked_twice():
    order = Order.objects.get()
    assert order.paid is False
    assert order.paid is False  # TQ313


def test_constants_are_no_claims(cart):
    assert 3, cart.size
    assert 3, cart.free
    assert cart.size, 3
    assert cart.size, 4  # TQ313


def test_comment_above_both(cart):
    # Twice: the second total comes out of the cache.
    assert cart.total == 3
    assert cart.total == 3

    # The cart is as it was before.
    assert cart.size == 3
    assert cart.size == 3  # TQ313


def test_what_a_manager_counts(cart):
    with queries() as seen:
        assert seen == 0
        assert seen == 0
        assert cart.owner == "é"
        assert seen == 0
        assert seen.last == "é"
        assert seen.last == "é"  # TQ313
        assert cart == 3
        assert cart == 3  # TQ313
    assert seen == 1
    assert seen == 1  # TQ313


def test_tied_to_a_function(cart):
    left = [2, 1]

    def count(_):
        return left.pop()

    cart.bind(count, name="total")
    cart.bind("size", name="width")
    assert cart.total == 1
    assert cart.total == 1
    assert cart.size == 3
    assert cart.size == 3  # TQ313


def test_sought_in_another(cart, shop):
    assert cart.shop is None
    assert cart in shop.carts
    assert cart.shop is None
    assert cart.size is None
    assert "é" in shop.carts
    assert cart.size is None  # TQ313


def test_look_that_connects(shop, connect):
    assert shop.line == "é"
    assert not connect.called
    assert shop.line == "é"
    assert connect.called
    assert shop.name == "é"
    assert connect.called  # TQ313
    assert shop.name == "é"  # TQ313


def test_sought_in_an_iterator(cart):
    names = (line.name for line in cart.lines)
    assert "é" in names
    assert "é" in names
    sizes = iter(cart.sizes)
    assert 3 in sizes
    assert 3 in sizes
    lines = [line.name for line in cart.lines]
    assert "é" in lines
    assert "é" in lines  # TQ313
