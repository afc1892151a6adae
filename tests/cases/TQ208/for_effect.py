from shop import Cart, LazyShelf, queries


def test_lazy_shelf():
    shelf = LazyShelf("fruit")
    "apple" in shelf  # triggers loading
    assert shelf.is_loaded


def test_prices_stay():
    price = Cart("apple").price
    price == 1
    1 == price
    assert price.amount == 3


def test_two_prices():
    price, other = Cart("apple").price, Cart("pear").price
    price == 1  # TQ208
    1 == other  # TQ208
    assert price.amount == 3


def test_total():
    cart = Cart("apple")
    cart.total == 3  # TQ208
    cart.count == 1  # the apple  # TQ208
    assert cart.owner == "ada"


def test_fruit_has_an_order():
    # the answers do not matter
    Cart("apple") < Cart("pear")
    Cart("apple") > Cart("pear")


def test_fruit_is_ordered():
    # the message only shows once a run
    Cart("apple") < Cart("pear")  # TQ208


def test_one_query_answers_all():
    shelf = LazyShelf("fruit")
    shelf.id
    count = queries.count
    "apple" in shelf.names
    "pear" in shelf.names
    assert queries.count == count + 1


def test_one_query_answers_all_without_a_read():
    shelf = LazyShelf("fruit")
    count = queries.count
    "apple" in shelf.names  # TQ208
    assert queries.count == count + 1


def test_reading_another_shelf():
    shelf, other = LazyShelf("fruit"), LazyShelf("bread")
    other["apple"]
    "apple" in shelf.names  # TQ208
    assert shelf.is_loaded


def test_comparing_may_change_the_cart():
    cart = Cart("apple")

    class Fruit:
        def __eq__(self, other):
            cart.clear()
            return True

    cart.add(Fruit())
    cart == Cart("apple")


def test_comparing_asks_a_fruit():
    cart = Cart("apple")

    class Fruit:
        def weigh(self):
            cart.clear()

    cart.add(Fruit())
    cart == Cart("apple")  # TQ208
